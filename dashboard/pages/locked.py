"""An address that this visitor's role does not open."""

from dashboard.components import panel
from dashboard.texts import welcome as texts


def main() -> None:
    """Say that the page is not part of this access, and who can help."""
    panel.page_head(texts.LOCKED_TITLE)
    panel.notice(panel.NoticeKind.LOCKED, texts.LOCKED_TEXT)


main()
