"""The sheet behind all screens of the self-assessment: one column, on a laptop the list of factors beside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit as st

from bkcore.reports.assessment import AssessmentReport
from dashboard.forms.assessment import contents

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

_STYLE: Final = Path(__file__).parents[2] / "components" / "assets" / "assessment.css"


def page() -> "DeltaGenerator":
    """Return the container of one screen, with the style of this form."""
    st.html(_STYLE)
    return st.container(key="assessment", gap="medium")


def column() -> "DeltaGenerator":
    """Return the one column of a screen without a list beside it, no wider than lines are read."""
    return st.container(key="sheet", gap="medium")


@contextmanager
def beside_contents(report: AssessmentReport, *, current: str) -> Iterator["DeltaGenerator"]:
    """Draw into the wide column; the list of factors stands beside it, on a phone below.

    Args:
        report: The own assessment.
        current: The factor one is at.

    Yields:
        The place of that factor in the list.
    """
    wide, narrow = st.columns([7, 3], gap="large")
    with narrow:
        place = contents.draw(report, current=current)
    with wide, st.container(key="assessment-questions", gap="medium"):
        yield place
