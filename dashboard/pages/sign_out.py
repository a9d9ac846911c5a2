"""Ends the visit and says so."""

from dashboard import session
from dashboard.components import panel
from dashboard.texts import welcome as texts


def main() -> None:
    """End the visit, then say what remains."""
    session.sign_out()
    panel.page_head(texts.SIGNED_OUT_TITLE, texts.SIGNED_OUT_LEAD)


main()
