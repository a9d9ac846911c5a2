"""The form on paper: complete, short enough, and a PDF that assistive technology can read."""

import re
from datetime import date

import page as page_validation
import pytest

from bkcore import catalogue
from bkcore.publication.printed_form import Imprint, _data, render_form
from bkcore.vocabulary import AssessmentForm

PROFILES = (page_validation.ValidationProfile.PDF_UA_1, page_validation.ValidationProfile.PDF_A_2A)
NEWEST = catalogue.versions()[0]


def imprint(form: AssessmentForm, **more: object) -> Imprint:
    return Imprint(form=form, catalogue_version=NEWEST, **more)


@pytest.mark.parametrize("form", AssessmentForm)
def test_the_form_can_be_read_aloud_and_kept(form: AssessmentForm) -> None:
    pdf = render_form(imprint(form, round_title="Herbst 2026", project_title="Jugendkonferenz"))
    for profile in PROFILES:
        assert page_validation.validate_pdf_bytes(pdf, profile=profile).is_compliant


@pytest.mark.parametrize("form", AssessmentForm)
def test_every_statement_and_level_of_the_catalogue_is_on_it(form: AssessmentForm) -> None:
    printed = str(_data(imprint(form), catalogue.load()))
    for factor in catalogue.load().factors:
        asked = [factor.short] if form is AssessmentForm.SHORT else factor.indicators
        for item in asked:
            assert item.statement in printed
            assert all(level in printed for level in item.levels)


def test_what_stands_on_the_head_may_hold_anything_and_is_never_code() -> None:
    pdf = render_form(
        imprint(AssessmentForm.SHORT, project_title="#panic() „\U0001f600“ $x$ <b>", closes_on=date(2026, 12, 20))
    )
    assert page_validation.validate_pdf_bytes(pdf, profile=PROFILES[0]).is_compliant


def test_the_same_imprint_gives_the_same_bytes() -> None:
    assert render_form(imprint(AssessmentForm.SHORT)) == render_form(imprint(AssessmentForm.SHORT))


def test_the_short_form_has_two_pages_at_most() -> None:
    pdf = render_form(
        imprint(AssessmentForm.SHORT, project_title="Ein sehr langer Titel " * 9, round_title="Herbst 2026")
    )
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 2
