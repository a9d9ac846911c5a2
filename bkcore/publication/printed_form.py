"""The self-assessment on paper: boxes to tick, the same words as on the screen, tagged for those who read it aloud."""

from dataclasses import dataclass
from datetime import date

from bkcore import catalogue
from bkcore.instrument import Catalogue, Factor
from bkcore.palette import LIGHT
from bkcore.publication.typesetting import typeset
from bkcore.vocabulary import AssessmentForm
from bkcore.wording import printed_form as words

TEMPLATE = "bogen.typ"


@dataclass(frozen=True, slots=True)
class Imprint:
    """What is printed on the head of a form.

    Attributes:
        form: Short or full.
        catalogue_version: Which version of the catalogue it asks.
        round_title: Title of the round; may be empty.
        project_title: Title of the project or department; empty leaves a line to write it.
        closes_on: Last day, if there is one.
        draft: Whether the steering group has not approved that version yet.
    """

    form: AssessmentForm
    catalogue_version: str
    round_title: str = ""
    project_title: str = ""
    closes_on: date | None = None
    draft: bool = True


def render_form(imprint: Imprint) -> bytes:
    """Return the form as PDF/UA-1, A4; the short one has two pages.

    Args:
        imprint: What stands on its head; the same imprint gives the same bytes.
    """
    edition = catalogue.edition(imprint.catalogue_version)
    return typeset(TEMPLATE, _data(imprint, edition))


def _data(imprint: Imprint, edition: Catalogue) -> dict[str, object]:
    form = catalogue.form_wording()
    day = edition.valid_from
    return {
        "short": imprint.form is AssessmentForm.SHORT,
        "day": [day.year, day.month, day.day],
        "title": words.TITLE,
        "kind": words.FORMS[imprint.form],
        "brand": words.BRAND,
        "round": imprint.round_title,
        "project": imprint.project_title,
        "until": words.until(imprint.closes_on),
        "version": words.version(edition.version, draft=imprint.draft),
        "factors": [_factor(factor, imprint.form) for factor in edition.factors],
        "opt_outs": [
            [words.DONT_KNOW_KEY, form["opt_out_unknown"]],
            [words.NOT_APPLICABLE_KEY, form["opt_out_not_applicable"]],
        ],
        "evidence": form["evidence_label"],
        "colours": {"text": LIGHT.text, "soft": LIGHT.soft, "accent": LIGHT.accent, "line": LIGHT.line},
        "words": {
            "how_title": words.HOW_TITLE,
            "how": f"{words.how(imprint.form, edition.statements)} {words.HOW_MORE}",
            "about": words.ABOUT,
            "view": words.VIEW,
            "views": list(words.VIEWS),
            "confidential": words.CONFIDENTIAL,
            "confidential_short": words.CONFIDENTIAL_SHORT,
            "return_title": words.RETURN_TITLE,
            "return": words.RETURN,
            "keys": words.KEYS,
        },
    }


def _factor(factor: Factor, form: AssessmentForm) -> dict[str, object]:
    asked = (factor.short,) if form is AssessmentForm.SHORT else factor.indicators
    return {
        "number": factor.number,
        "title": factor.title,
        "items": [{"statement": item.statement, "levels": list(item.levels)} for item in asked],
    }
