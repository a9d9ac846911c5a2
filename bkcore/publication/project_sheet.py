"""Sets a project's result as one page for its team: PDF/UA-1, German, A4; what does not fit is set smaller or left out.

The sheet stays in the house. It shows what its reader sees on the page and nothing else.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

import typst

from bkcore.model.steering import CLOSED_STATES
from bkcore.palette import LIGHT
from bkcore.publication.svg import PAPER
from bkcore.publication.svg_project import alt, draw_project
from bkcore.publication.typesetting import TEMPLATES, Standard, fonts, printable, typeset
from bkcore.reports.project_facts import facts_of
from bkcore.reports.project_result import ProjectReport
from bkcore.vocabulary import Band
from bkcore.wording import briefing as frame_words
from bkcore.wording import project_result as words
from bkcore.wording import project_sheet as sheet_words
from bkcore.wording.labels import label
from bkcore.wording.numbers import date_de
from bkcore.wording.project_result import ProjectFacts

_TEMPLATE: Final = "projekt.typ"
_STANDARDS: Final[tuple[Standard, ...]] = ("ua-1",)
_PAGES: Final = "<pages>"
_LENGTH: Final = 420
"""Longest text of a step, so that three stand side by side."""
_TITLE: Final = 110
_SIZES: Final = ((9.6, 6), (9.0, 4), (8.6, 2), (8.2, 0))
"""Size of the words in points and how many measures are listed, from the roomiest to the tightest."""


def render_sheet(report: ProjectReport, *, demo: bool, today: date) -> bytes:
    """Return the sheet of a project; the same report of the same day gives the same bytes.

    Args:
        report: What one reader may see of the project.
        demo: Whether the values are samples; the sheet then says so.
        today: The day it is made.

    Returns:
        A tagged PDF of one A4 page in German with embedded fonts.
    """
    pdf = b""
    for size, measures in _SIZES:
        data = _data(report, demo=demo, today=today, size=size, measures=measures)
        pdf = typeset(_TEMPLATE, data, standards=_STANDARDS)
        if _pages(data) == 1:
            break
    return pdf


def _pages(data: Mapping[str, object]) -> int:
    text = printable(json.dumps(data, ensure_ascii=False))
    source = (TEMPLATES / _TEMPLATE).read_bytes()
    found = typst.query(source, _PAGES, field="value", one=True, sys_inputs={"data": text}, font_paths=fonts())
    return int(json.loads(found))


def _data(report: ProjectReport, *, demo: bool, today: date, size: float, measures: int) -> dict[str, object]:
    facts = facts_of(report)
    title = report.round.title if report.round else ""
    past = [found.past[-1].round_title for found in report.factors if found.past]
    lead = [words.views_finding(facts), words.change_finding(facts, previous=past[0] if past else "")]
    lead.append(words.change_caveat(facts))
    left_to_do = [one for one in report.measures if one.state not in CLOSED_STATES]
    shown = left_to_do[:measures]
    return {
        "size": size,
        "title": _short(report.title, _TITLE),
        "author": frame_words.NETWORK,
        "day": [today.year, today.month, today.day],
        "where": f"{label(report.kind)} · {title}",
        "footer": sheet_words.footer(date_de(today)),
        "demo": sheet_words.DEMO if demo else "",
        "lead": " ".join(sentence for sentence in lead if sentence),
        "note": _note(facts),
        "svg": draw_project(facts, ink=PAPER, uid="p", finding=words.VIEWS),
        "alt": alt(facts),
        "talk": [[question, named] for band, question in words.QUESTIONS.items() if (named := _named(facts, band))],
        "gaps": [words.gap_sentence(fact) for fact in words.widest(facts)],
        "steps": [
            [
                step.action.title,
                sheet_words.step(step.factor.short_title, step.action.from_level, step.action.to_level),
                _short(step.action.text, _LENGTH),
            ]
            for step in report.next_steps
        ],
        "measures": [[_short(one.title, _TITLE), _short(one.owner, _TITLE), date_de(one.due_on), label(one.state)]
                     for one in shown],
        "columns": list(sheet_words.COLUMNS),
        "more": sheet_words.more(len(left_to_do) - len(shown)) if shown else "",
        "words": _words(hidden=len(left_to_do) if not shown else 0),
        "colours": {name: getattr(LIGHT, name) for name in ("text", "soft", "accent", "line", "tint")},
    }  # fmt: skip


def _words(*, hidden: int) -> Mapping[str, str]:
    return {
        "talk": sheet_words.TALK,
        "views": words.VIEWS,
        "steps": words.NEXT_STEPS,
        "measures": words.MEASURES,
        "no_measures": sheet_words.more(hidden) if hidden else words.NO_MEASURES,
    }


def _named(facts: Sequence[ProjectFacts], band: Band) -> str:
    return " · ".join(f"{fact.title} ({fact.text})" for fact in facts if fact.band is band)


def _note(facts: Sequence[ProjectFacts]) -> str:
    if any(fact.lead_alone for fact in facts):
        return words.LEAD_ALONE
    return words.LEAD_HIDDEN if any(fact.lead_hidden for fact in facts) else ""


def _short(text: str, length: int) -> str:
    """Cut a text at a word, with an ellipsis."""
    return text if len(text) <= length else f"{text[: length - 1].rsplit(' ', 1)[0]} …"
