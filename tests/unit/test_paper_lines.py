"""Keys typed from a paper form: what is right is read, what is wrong is named by factor and place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bkcore import catalogue
from bkcore.errors import PaperKeyUnknown, PaperLineLength
from bkcore.services.paper_lines import read_line
from bkcore.vocabulary import AssessmentForm, OptOut
from bkcore.wording.messages import message

FACTOR = catalogue.load().factors[0]
FULL, SHORT = AssessmentForm.FULL, AssessmentForm.SHORT
KEY_OF = {OptOut.DONT_KNOW: "w", OptOut.NOT_APPLICABLE: "n"}


def test_a_full_line_has_one_answer_for_each_statement_in_their_order() -> None:
    answers = read_line("3w-N", factor=FACTOR, form=FULL)
    assert [(one.item_id, one.level, one.opt_out) for one in answers] == [
        ("identitaeten-1", 3, None),
        ("identitaeten-2", None, OptOut.DONT_KNOW),
        ("identitaeten-4", None, OptOut.NOT_APPLICABLE),
    ]


def test_a_line_of_the_short_form_answers_the_factor_itself() -> None:
    assert [(one.item_id, one.level) for one in read_line(" 5 ", factor=FACTOR, form=SHORT)] == [("identitaeten", 5)]


def test_an_empty_line_is_a_factor_nobody_answered() -> None:
    assert read_line("  ", factor=FACTOR, form=FULL) == ()


@pytest.mark.parametrize(
    ("line", "position", "key"), [("32x4", 3, "x"), ("6", 1, "6"), ("3450", 4, "0"), ("²345", 1, "²")]
)
def test_a_wrong_key_is_named_with_factor_and_place(line: str, position: int, key: str) -> None:
    with pytest.raises(PaperKeyUnknown) as refused:
        read_line(line, factor=FACTOR, form=FULL)
    assert message(refused.value).startswith(f"Identitäten würdigen, Stelle {position}: „{key}“ ist keine Antwort.")


@pytest.mark.parametrize(("line", "form"), [("345", FULL), ("34512", FULL), ("34", SHORT)])
def test_a_line_of_another_length_is_refused_with_both_numbers(line: str, form: AssessmentForm) -> None:
    with pytest.raises(PaperLineLength) as refused:
        read_line(line, factor=FACTOR, form=form)
    assert f"Getippt sind {len(line)} Zeichen, erwartet {4 if form is FULL else 1}" in message(refused.value)


@given(st.text("12345wn-", min_size=4, max_size=4))
def test_what_is_read_is_what_was_typed(line: str) -> None:
    answers = {
        one.item_id: str(one.level) if one.level else KEY_OF[one.opt_out]
        for one in read_line(line, factor=FACTOR, form=FULL)
    }
    assert "".join(answers.get(item.id, "-") for item in FACTOR.indicators) == line


@given(st.text(max_size=12))
def test_anything_typed_is_read_or_refused_in_one_sentence(line: str) -> None:
    assert said(line).startswith("Identitäten würdigen") or len(read_line(line, factor=FACTOR, form=FULL)) <= 4


def said(line: str) -> str:
    try:
        read_line(line, factor=FACTOR, form=FULL)
    except (PaperKeyUnknown, PaperLineLength) as refusal:
        return message(refusal)
    return ""
