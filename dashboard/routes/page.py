"""Pages of a few sentences, designed once: not found, gone, refused, a bug. They need no script and no Streamlit."""

from html import escape
from typing import Final

from starlette.responses import HTMLResponse

from dashboard.routes import look
from dashboard.routes.middleware.headers import PLAIN_POLICY
from dashboard.texts import shell as texts

_PAGE: Final = """<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title} · {name}</title>
<link rel="icon" href="/app/static/hexagon-64.png">
<link rel="stylesheet" href="{look}">
</head>
<body class="bk-plain">
<header class="bk-plain-bar">
<img src="/app/static/hexagon.svg" alt="" width="32" height="32"> <span>{name}</span>
</header>
<main class="bk-plain-main">
<h1 class="bk-title">{title}</h1>
<p class="bk-lead">{text}</p>
{more}
</main>
</body>
</html>
"""


def page(*, title: str, text: str, status: int, more: str = "") -> HTMLResponse:
    """Return a designed page of one heading and one paragraph.

    Args:
        title: The heading, a sentence.
        text: What is, and what to do.
        status: HTTP status.
        more: Further HTML from us (a form, a link), already escaped.

    Returns:
        The page; never kept by caches.
    """
    html = _PAGE.format(title=escape(title), text=escape(text), name=texts.NAME, look=look.address(), more=more)
    return HTMLResponse(
        html, status_code=status, headers={"Content-Security-Policy": PLAIN_POLICY, "Cache-Control": "no-store"}
    )


def not_found() -> HTMLResponse:
    """Return the page for whatever is unknown, expired or revoked; which of these is never said."""
    return page(title=texts.NOT_FOUND_TITLE, text=texts.NOT_FOUND_TEXT, status=404)


def no_such_page() -> HTMLResponse:
    """Return the page for an address inside the dashboard that is no page, with the way back."""
    return page(title=texts.NOT_FOUND_TITLE, text=texts.NO_PAGE_TEXT, status=404, more=_home())


def not_allowed() -> HTMLResponse:
    """Return the page for an address that does not take this kind of request."""
    return page(title=texts.NOT_ALLOWED_TITLE, text=texts.NOT_ALLOWED_TEXT, status=405)


def bug(number: str) -> HTMLResponse:
    """Return the page that names the ticket of a bug."""
    return page(title=texts.BUG_TITLE, text=texts.bug_text(number), status=500, more=_home())


def _home() -> str:
    return f'<p><a class="bk-button" href="/">{escape(texts.HOME)}</a></p>'
