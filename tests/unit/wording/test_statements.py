"""No text says by itself how many statements there are: another version of the catalogue says another number."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bkcore import catalogue
from bkcore.instrument import Catalogue
from bkcore.post.letters import Addressee, Occasion, invitation, reminder
from bkcore.publication.printed_form import Imprint, _data
from bkcore.vocabulary import AssessmentForm, SubjectKind, View
from bkcore.wording.printed_form import how
from dashboard.texts import assessment_forms as texts

COUNTED = re.compile(r"\b(?:zwei|drei|vier|fünf|sechs|[0-9]+) (?:\w+ )?Aussagen", re.IGNORECASE)


def cut(*numbers: int) -> Catalogue:
    """Return the newest version with so many statements in each factor, the last number for all further ones."""
    whole = catalogue.load()
    wanted = [*numbers, *[numbers[-1]] * (len(whole.factors) - len(numbers))]
    factors = tuple(
        replace(factor, indicators=factor.indicators[:number])
        for factor, number in zip(whole.factors, wanted, strict=True)
    )
    return replace(whole, factors=factors)


@pytest.fixture
def shorter(monkeypatch: pytest.MonkeyPatch) -> Catalogue:
    """The version of every round has three statements in each factor."""
    edition = cut(3)
    monkeypatch.setattr(catalogue, "edition", lambda version: edition)
    return edition


def test_the_form_says_how_many_statements_its_version_has() -> None:
    assert "die ausführliche Form mit 24 Aussagen." in texts.how_much(cut(3))
    assert texts.how_much(catalogue.load()).count("32 Aussagen") == 1
    assert "Zu jedem der acht Faktoren drei Aussagen." in texts.form_text("full", cut(3))
    assert "Zu jedem der acht Faktoren zwei bis vier Aussagen." in texts.form_text("full", cut(2, 4))
    factor = cut(3).factors[0]
    assert texts.to_full(factor).endswith("drei Aussagen")
    assert "eine von drei Aussagen" in texts.full_answers(1, factor)


def test_letters_say_how_many_statements_the_version_of_their_round_has(shorter: Catalogue) -> None:
    to = Addressee(1, "t", "p", "Fest", SubjectKind.PROJECT, View.LEAD, "", None)
    day = date(2026, 11, 22)
    about = Occasion("h", "Herbst", day, day, "2027-1", datetime(2026, 11, 22, tzinfo=UTC), day, "https://b.example")
    for letter in (invitation(to, about), reminder(to, about, begun=False)):
        assert "24 Aussagen" in letter.body
        assert "{" not in letter.body


def test_the_form_on_paper_says_how_many_statements_its_version_has(shorter: Catalogue) -> None:
    assert "lesen Sie vier Sätze, jeder mit fünf Stufen" in how(AssessmentForm.FULL, [4] * 8)
    assert "lesen Sie einen Satz und fünf Stufen. Kreuzen Sie die Stufe" in how(AssessmentForm.SHORT, [4] * 8)
    assert how(AssessmentForm.FULL, [1] * 8) == how(AssessmentForm.SHORT, [4] * 8)
    printed = _data(Imprint(form=AssessmentForm.FULL, catalogue_version="2027-1"), shorter)
    assert "lesen Sie drei Sätze, jeder mit fünf Stufen" in str(printed["words"])


@pytest.mark.parametrize("key", list(catalogue.form_wording()))
def test_no_text_of_the_form_counts_statements_by_itself(key: str) -> None:
    assert COUNTED.findall(catalogue.form_wording()[key]) == []
