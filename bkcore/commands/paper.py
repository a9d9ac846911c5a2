"""Commands on forms that somebody filled in on paper."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from bkcore.commands.base import Command, Slug
from bkcore.vocabulary import AssessmentForm, RemarkKind, View

MOST_KEYS = 40


class PaperRemark(Command):
    """Own words on a paper form."""

    factor_id: Annotated[str, Field(min_length=1, max_length=60)]
    kind: RemarkKind = RemarkKind.EVIDENCE
    text: Annotated[str, Field(min_length=1, max_length=2000)]
    confidential: bool = False


class EnterPaper(Command):
    """Type in one paper form as one handed-in assessment.

    ``lines`` holds for each factor one key per statement, in the order of the form. ``replaces`` names what the form
    stands in for: an invitation nobody has begun to answer, or an earlier, mistyped entry of the same form.
    """

    round: Slug
    project: Slug
    view: View = View.LEAD
    form: AssessmentForm
    lines: Mapping[str, Annotated[str, Field(max_length=MOST_KEYS)]]
    remarks: tuple[PaperRemark, ...] = ()
    replaces: int | None = None


class DeletePaper(Command):
    """Delete what was typed in from a paper form; an invitation it stood in for is open again."""

    assessment_id: int
