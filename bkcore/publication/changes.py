"""What changed between two releases, read from the two frozen documents alone: nothing withheld can appear."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bkcore.publication.document import Briefing, FactorRow, says_the_same
from bkcore.wording import briefing_topics as topic_words
from bkcore.wording import changes as words
from bkcore.wording.numbers import UNDEFINED, date_de


@dataclass(frozen=True, slots=True)
class Move:
    """One figure or sentence, as the earlier and as the later document writes it."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Group:
    """What moved in one part of the document."""

    title: str
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class News:
    """What came or went: whole parts, texts, papers."""

    title: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything a reader of the earlier document would find different in the later one.

    Attributes:
        earlier: Number and day of the earlier document.
        later: Number and day of the later one.
        groups: Figures and sentences that moved, by part.
        news: What came and what went.
        unsaid: Whether something else differs: explanations, definitions, names.
    """

    earlier: tuple[int, date]
    later: tuple[int, date]
    groups: tuple[Group, ...]
    news: tuple[News, ...]
    unsaid: bool

    @property
    def nothing(self) -> bool:
        """Return whether the documents say the same."""
        return not (self.groups or self.news or self.unsaid)


def compare(earlier: Briefing, later: Briefing) -> Changes:
    """Return what is different in the later document.

    Args:
        earlier: A frozen document.
        later: Another one; the same gives no change.

    Returns:
        Moves in the order of the document; values are the words both documents print.
    """
    groups = tuple(
        Group(title, moves)
        for title, moves in (
            (words.FIGURES, _moves(_figures(earlier), _figures(later))),
            (words.YEARS, _moves(_bars(earlier), _bars(later))),
            (words.PEOPLE, _moves(_people(earlier), _people(later))),
            (words.FACTORS, _factor_moves(earlier, later)),
            (words.ANCHORING, _moves(_anchoring(earlier), _anchoring(later))),
            (words.COUNTS, _moves(_counts(earlier), _counts(later))),
            (words.SENTENCES, _moves(_sentences(earlier), _sentences(later))),
        )
        if moves
    )
    news = tuple(
        News(title, items)
        for title, items in (
            (words.PARTS_NEW, _only_in(_parts(later), _parts(earlier))),
            (words.PARTS_GONE, _only_in(_parts(earlier), _parts(later))),
            (words.TEXTS_RELEASED, _only_in(_texts(later), _texts(earlier))),
            (words.TEXTS_WITHDRAWN, _only_in(_texts(earlier), _texts(later))),
            (words.TEXTS_CHANGED, _rewritten(earlier, later)),
            (words.PAPERS_NEW, _only_in(_papers(later), _papers(earlier))),
            (words.PAPERS_GONE, _only_in(_papers(earlier), _papers(later))),
        )
        if items
    )
    return Changes(
        earlier=(earlier.header.number, earlier.header.stand),
        later=(later.header.number, later.header.stand),
        groups=groups,
        news=news,
        unsaid=not groups and not news and not says_the_same(earlier, later),
    )


def _moves(before: Mapping[str, tuple[str, str]], after: Mapping[str, tuple[str, str]]) -> tuple[Move, ...]:
    """Return what is written otherwise; what only one document has stands beside a dash."""
    keys = [*after, *(key for key in before if key not in after)]
    moves = []
    for key in keys:
        old, new = before.get(key), after.get(key)
        label = (new or old or ("", ""))[0]
        move = Move(label, old[1] if old else UNDEFINED, new[1] if new else UNDEFINED)
        if move.before != move.after:
            moves.append(move)
    return tuple(moves)


def _figures(briefing: Briefing) -> dict[str, tuple[str, str]]:
    cells = [cell for figure in briefing.key_figures for cell in (figure, *figure.details)]
    return {cell.key: (cell.label, cell.text) for cell in cells}


def _bars(briefing: Briefing) -> dict[str, tuple[str, str]]:
    if briefing.network is None:
        return {}
    return {row[0]: (words.organisations_in(row[0]), row[1]) for row in briefing.network.table.rows}


def _people(briefing: Briefing) -> dict[str, tuple[str, str]]:
    if briefing.attendance is None:
        return {}
    rows = {str(row.year): (words.people_in(row.year), row.text) for row in briefing.attendance.rows}
    return {**rows, "total": (words.PEOPLE_TOTAL, briefing.attendance.total_text)}


def _anchoring(briefing: Briefing) -> dict[str, tuple[str, str]]:
    if briefing.anchoring is None:
        return {}
    columns = briefing.anchoring.table.columns[1:]
    return {
        f"{row.key} {column}": (f"{row.title}: {column}", text)
        for row in briefing.anchoring.rows
        for column, text in zip(columns, row.texts, strict=True)
    }


def _counts(briefing: Briefing) -> dict[str, tuple[str, str]]:
    """Return every count of the topics, those that stand in tables alone included."""
    counts = {
        f"{key} {cell.key}": (f"{topic.title}: {cell.label}", cell.text)
        for key, topic in briefing.topics
        for cell in topic.cells
    }
    cells = {
        f"{key} {table.caption} {row[0]} {column}": (f"{row[0]}: {column}", text)
        for key, topic in briefing.topics
        for table in topic.tables
        for row in table.rows
        for column, text in zip(table.columns[1:], row[1:], strict=True)
        if table.caption != topic_words.CAPTION_STATES  # these are the counts
    }
    return counts | cells


def _factor_moves(earlier: Briefing, later: Briefing) -> tuple[Move, ...]:
    """Return the factors that moved; one round is compared with itself or named beside the other one."""
    round_move = Move(words.ROUND, earlier.factors.round_title or UNDEFINED, later.factors.round_title or UNDEFINED)
    moves = _moves(_factors(earlier.factors.rows), _factors(later.factors.rows))
    return (round_move, *moves) if earlier.factors.round != later.factors.round else moves


def _factors(rows: Iterable[FactorRow]) -> dict[str, tuple[str, str]]:
    return {row.key: (row.title, words.factor(row.mean_text, row.n_text)) for row in rows}


def _sentences(briefing: Briefing) -> dict[str, tuple[str, str]]:
    return {
        "headline": (words.HEADLINE, briefing.headline.finding),
        "period": (words.PERIOD, briefing.header.period),
        "round": (words.ROUND_STATE, briefing.round.text),
        **{
            key: (topic.title, " ".join(topic.paragraphs))
            for key, topic in briefing.topics
            if not topic.tables and not topic.cells
        },
    }


def _parts(briefing: Briefing) -> dict[str, str]:
    there = (
        (words.FIGURES, bool(briefing.key_figures)),
        (words.YEARS, briefing.network is not None),
        (words.PEOPLE, briefing.attendance is not None),
        (words.FACTORS, bool(briefing.factors.rows)),
        (words.ANCHORING, briefing.anchoring is not None),
        (words.TEXTS, bool(briefing.projects.items)),
        (words.PAPERS, bool(briefing.papers)),
    )
    told = {topic.title: topic.title for _, topic in briefing.topics}
    return {title: title for title, is_there in there if is_there} | told


def _texts(briefing: Briefing) -> dict[str, str]:
    return {project.key: project.title for project in briefing.projects.items}


def _papers(briefing: Briefing) -> dict[str, str]:
    return {
        f"{paper.reference} {paper.body} {paper.date} {paper.subject}": words.paper(
            paper.subject, paper.body, paper.date
        )
        for paper in briefing.papers
    }


def _only_in(some: Mapping[str, str], others: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(name for key, name in some.items() if key not in others)


def _rewritten(earlier: Briefing, later: Briefing) -> tuple[str, ...]:
    before = {project.key: project for project in earlier.projects.items}
    return tuple(
        project.title for project in later.projects.items if project.key in before and project != before[project.key]
    )


def named(number: int, stand: date) -> str:
    """Return how a release is called above a column."""
    return words.named(number, date_de(stand))
