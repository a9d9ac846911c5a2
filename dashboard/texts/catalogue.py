"""Wording of the page on the catalogue: its versions, their approval, what differs between two."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from bkcore.differences import Change, Compared, FactorDifference
from bkcore.instrument import Action, Catalogue, Indicator
from bkcore.reports.editions import EditionState, RoundUse
from bkcore.wording import editions as wording
from bkcore.wording.numbers import count, date_de, join_words, sentence_case

TABS: Final = ("Lesen", "Fassungen und Freigabe", "Unterschiede")
VERSION: Final = "Fassung"
FACTOR: Final = "Gelingensfaktor"
PREVIOUS_FACTOR: Final = "Zurück"
NEXT_FACTOR: Final = "Weiter"

EXPLANATION_OF_SHORT: Final = "Eine Aussage für den ganzen Faktor."
SHORT: Final = "In der Kurzform"
INDICATORS: Final = "In der ausführlichen Form"
ACTIONS: Final = "Nächste Schritte"
ACTIONS_NOTE: Final = "Jeder Schritt führt eine Stufe weiter."
EVIDENCE: Final = "Dazu fragt der Bogen"
COMPANION: Final = "Gezählt wird daneben"

EDITIONS: Final = "Alle Fassungen"
EDITIONS_NOTE: Final = (
    "Eine Runde bleibt bei der Fassung, mit der sie geöffnet wurde. Ihre Antworten gelten diesem Wortlaut."
)
COLUMNS: Final = ("Fassung", "Zustand", "Gilt seit", "Runden")
UNUSED: Final = "noch keine"

UNKNOWN_TITLE: Final = "Diese Fassung ist hier nicht bekannt"

APPROVE_TITLE: Final = "Freigabe festhalten"
APPROVE_NOTE: Final = (
    "Die Steuerungsgruppe entscheidet in einer Sitzung. Halten Sie hier fest, wann und wo das war. Danach heißt die "
    "Fassung überall „freigegeben“."
)
FIELD_DECIDED_ON: Final = "Tag der Entscheidung"
FIELD_MEETING: Final = "Sitzung"
FIELD_MEETING_HINT: Final = "zum Beispiel: 14. Sitzung der Steuerungsgruppe"
APPROVE: Final = "Freigabe festhalten"
APPROVED: Final = "Die Freigabe ist festgehalten."
ALL_APPROVED: Final = (
    "Alle Fassungen sind freigegeben. Hier erscheint ein Formular, sobald es einen neuen Entwurf gibt."
)

WITHDRAW_TITLE: Final = "Freigabe zurücknehmen"
WITHDRAW_NOTE: Final = (
    "Nur, wenn sie aus Versehen festgehalten wurde. Die Fassung ist dann wieder ein Entwurf. Das Journal behält beides."
)
FIELD_REASON: Final = "Grund"
FIELD_REASON_HINT: Final = "zum Beispiel: falsche Fassung gewählt"
WITHDRAW: Final = "Freigabe zurücknehmen"
WITHDRAWN: Final = "Die Freigabe ist zurückgenommen."

ONE_VERSION_TITLE: Final = "Es gibt erst eine Fassung."
EARLIER: Final = "Frühere Fassung"
LATER: Final = "Spätere Fassung"
SAME_VERSION: Final = "Das ist zweimal dieselbe Fassung. Bitte wählen Sie zwei verschiedene."
NO_DIFFERENCE: Final = "Beide Fassungen haben denselben Wortlaut. Alle Faktoren lassen sich vergleichen."
DIFFERENCE_COLUMNS: Final = ("Was", "Bisher", "Neu")
FRAME: Final = "Rahmen"

_FIELDS: Final = {
    "title": "Titel",
    "note": "Hinweis",
    "short_title": "Kurzer Titel",
    "question": "Frage",
    "explanation": "Erklärung",
    "evidence_question": "Frage nach Belegen",
    "companion": "Gezählte Größe",
}


def title(state: EditionState) -> str:
    """Return the page's message: in which state the newest version is."""
    if not state.approved:
        return f"Die Fassung {state.version} ist ein Entwurf"
    if state.decided_on is None:
        return f"Die Fassung {state.version} ist freigegeben"
    return f"Die Fassung {state.version} ist seit dem {date_de(state.decided_on)} freigegeben"


def lead(catalogue: Catalogue) -> str:
    """Return what the catalogue holds, counted from it."""
    items = sum(len(factor.indicators) for factor in catalogue.factors)
    factors = sentence_case(count(len(catalogue.factors), "Gelingensfaktor", "Gelingensfaktoren", feminine=False))
    statements = count(items, "Aussage", "Aussagen")
    steps = count(len(catalogue.levels), "Stufe", "Stufen")
    return f"{factors}, {statements} mit je {steps}. Damit schätzen sich Projekte und Bereiche ein."


def state(found: EditionState) -> str:
    """Return in which state a version is, with day and meeting."""
    return wording.state(approved=found.approved, decided_on=found.decided_on, meeting=found.meeting)


def version(found: EditionState) -> str:
    """Return a version as it is chosen from a list."""
    return f"{found.version} ({wording.APPROVED if found.approved else wording.DRAFT})"


def rounds(uses: Sequence[RoundUse]) -> str:
    """Return the rounds that used a version."""
    return ", ".join(f"{use.title} (läuft)" if use.is_open else use.title for use in uses) or UNUSED


def valid_from(day: date) -> str:
    """Return since when a version is there."""
    return date_de(day)


def unknown(use: RoundUse) -> str:
    """Say that a round names a version this program does not know."""
    return wording.unknown_version(use.title, use.version)


def one_version(only: str) -> str:
    """Return what will stand here once there is a second version."""
    return (
        f"Bisher ist das {only}. Sobald eine zweite Fassung dazukommt, stehen hier alter und neuer Wortlaut "
        "nebeneinander. "
        "Verglichen werden über die Jahre nur Faktoren, deren Wortlaut gleich geblieben ist."
    )


def step(action: Action) -> str:
    """Return from which level to which a recommended action leads, and what it is called."""
    return f"Von Stufe {action.from_level} zu {action.to_level}: {action.title}"


def comparable(titles: Sequence[str], total: int) -> str:
    """Return which factors can be compared between two versions."""
    if not titles:
        return "Kein Faktor lässt sich vergleichen: In jedem hat sich der Wortlaut geändert."
    if len(titles) == total:
        return "Alle Faktoren lassen sich vergleichen: Ihre Aussagen und Stufen sind gleich geblieben."
    verb = "lässt" if len(titles) == 1 else "lassen"
    names = join_words([f"„{one}“" for one in titles])
    return f"Vergleichen {verb} sich nur {names}. Dort ist der Wortlaut gleich geblieben."


def difference_rows(factor: FactorDifference) -> list[tuple[str, str, str]]:
    """Return what differs in one factor: what it is, the old and the new words."""
    rows = text_rows(factor.texts)
    for place, item in enumerate(factor.items):
        name = SHORT if place == 0 else f"Aussage {item.id.rpartition('-')[2]}"
        rows += _item_rows(name, item)
    rows += [
        (f"Schritt „{(one.after or one.before).title}“", _action(one.before), _action(one.after))  # type: ignore[union-attr]  # one of both is there
        for one in factor.actions
        if one.change is not Change.UNCHANGED
    ]
    return rows


def text_rows(texts: Sequence[Compared[str]]) -> list[tuple[str, str, str]]:
    """Return what differs in single texts."""
    return [
        (_field(one.id), one.before or _ABSENT, one.after or _ABSENT)
        for one in texts
        if one.change is not Change.UNCHANGED
    ]


_ABSENT: Final = "(gibt es nicht)"


def _field(name: str) -> str:
    return _FIELDS.get(name) or f"Name der Stufe {name.rpartition('_')[2]}"


def _item_rows(name: str, item: Compared[Indicator]) -> list[tuple[str, str, str]]:
    before, after = item.before, item.after
    if before is None or after is None:
        kind = "neu" if before is None else "entfällt"
        return [(f"{name} ({kind})", _statement(before), _statement(after))]
    rows = [(name, before.statement, after.statement)] if before.statement != after.statement else []
    rows += [
        (f"{name}, Stufe {level}", old, new)
        for level, (old, new) in enumerate(zip(before.levels, after.levels, strict=True), start=1)
        if old != new
    ]
    return rows


def _statement(item: Indicator | None) -> str:
    return _ABSENT if item is None else item.statement


def _action(action: Action | None) -> str:
    return _ABSENT if action is None else f"{action.title}: {action.text}"
