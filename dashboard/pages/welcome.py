"""For somebody who is not signed in: how to get in."""

from dashboard.components import panel
from dashboard.texts import welcome as texts


def main() -> None:
    """Show what this is and how each kind of visitor gets in."""
    panel.page_head(texts.TITLE, texts.LEAD)
    panel.heading(texts.HOW)
    panel.terms(
        [
            panel.Term(texts.LEAD_TERM, texts.LEAD_TEXT),
            panel.Term(texts.GROUP_TERM, texts.GROUP_TEXT),
            panel.Term(texts.COUNCIL_TERM, texts.COUNCIL_TEXT),
        ]
    )
    panel.notice(panel.NoticeKind.INFO, texts.OPERATOR)


main()
