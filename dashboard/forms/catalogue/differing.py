"""Shows the old and the new words of two versions side by side."""

from collections.abc import Sequence

import streamlit as st

from bkcore import catalogue
from bkcore.reports.editions import Edition
from dashboard.components import listing, panel
from dashboard.texts import catalogue as texts


def draw(editions: Sequence[Edition]) -> None:
    """Let people choose two versions and show what differs, factor by factor.

    Args:
        editions: All versions, the newest first; at least one.
    """
    names = [edition.state.version for edition in editions]
    if len(names) == 1:
        panel.notice(panel.NoticeKind.EMPTY, texts.one_version(names[0]), title=texts.ONE_VERSION_TITLE)
        return
    with st.container(horizontal=True, key="row-versions"):
        earlier = st.selectbox(texts.EARLIER, names, index=1, key="version-earlier", width=240)
        later = st.selectbox(texts.LATER, names, index=0, key="version-later", width=240)
    if earlier == later:
        panel.notice(panel.NoticeKind.INFO, texts.SAME_VERSION)
        return
    _compared(earlier, later)


def _compared(earlier: str, later: str) -> None:
    found = catalogue.compared(earlier, later)
    titles = dict(catalogue.edition(earlier).factor_titles()) | dict(catalogue.edition(later).factor_titles())
    same = catalogue.comparable_factors(earlier, later)
    panel.text(texts.comparable([titles[factor.id] for factor in found.factors if factor.id in same], len(titles)))
    frame = texts.text_rows(found.frame)
    sections = [(texts.FRAME, frame)] if frame else []
    sections += [(titles[factor.id], texts.difference_rows(factor)) for factor in found.factors if not factor.same]
    if not sections:
        panel.notice(panel.NoticeKind.DONE, texts.NO_DIFFERENCE)
    for title, rows in sections:
        with st.container(gap="small"):
            panel.heading(title)
            listing.table(texts.DIFFERENCE_COLUMNS, rows, label=title)
