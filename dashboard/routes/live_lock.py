"""The password of a live link: asked for on a plain page, remembered in a signed cookie of this link alone."""

from datetime import datetime, timedelta
from html import escape
from typing import Final
from urllib.parse import parse_qs

from itsdangerous import BadSignature, URLSafeSerializer
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bkcore.publication.desk import Door
from bkcore.publication.passwords import fingerprint
from bkcore.settings import Settings
from dashboard.routes import page
from dashboard.texts import live as texts

COOKIE: Final = "bk_rat"
_PURPOSE: Final = "live-link"
_MOST_BYTES: Final = 4096
_WITHOUT_END: Final = timedelta(days=365)
_FORM: Final = """<form method="post" action="{action}" class="bk-password">
<p><label for="kennwort">{label}</label><br>
<input id="kennwort" name="kennwort" type="password" autocomplete="current-password" required autofocus
 maxlength="200"{described}></p>
<p><button class="bk-button" type="submit">{button}</button></p>
<p class="bk-note">{note}</p>
</form>"""


def is_open(request: Request, door: Door, *, settings: Settings) -> bool:
    """Tell whether a request may see what is behind the door: there is no lock, or its cookie opens it."""
    if not door.lock:
        return True
    try:
        kept = _sealer(settings).loads(request.cookies.get(COOKIE, ""))
    except BadSignature:
        return False
    return bool(kept == [door.link_id, fingerprint(door.lock)])


def ask(root: str, *, wrong: bool = False) -> Response:
    """Return the page that asks for the password.

    Args:
        root: Address of the link.
        wrong: Whether a password was typed that does not fit.
    """
    form = _FORM.format(
        action=escape(f"{root}/kennwort"),
        label=escape(texts.FIELD),
        button=escape(texts.OPEN),
        note=escape(texts.COOKIE_NOTE),
        described=' aria-invalid="true"' if wrong else "",
    )
    text = texts.WRONG_TEXT if wrong else texts.LOCKED_TEXT
    return page.page(title=texts.LOCKED_TITLE, text=text, status=403 if wrong else 200, more=form)


async def typed(request: Request) -> str:
    """Return the password in the form, empty when there is none; a body that is no form of ours is not read on."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _MOST_BYTES:
            return ""
    return parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True).get("kennwort", [""])[0]


def opened(root: str, door: Door, *, settings: Settings, now: datetime) -> Response:
    """Return the way in, with the cookie that remembers it until the link expires or the password changes.

    Args:
        root: Address of the link; the cookie is sent to no other.
        door: The link.
        settings: Whose key signs.
        now: The moment of the request.
    """
    response = RedirectResponse(root, status_code=303, headers={"Cache-Control": "no-store"})
    response.set_cookie(
        COOKIE,
        _sealer(settings).dumps([door.link_id, fingerprint(door.lock)]),
        max_age=int(_left(door, now).total_seconds()),
        path=root,
        httponly=True,
        samesite="lax",
        secure=settings.public_url.startswith("https://"),
    )
    return response


def _left(door: Door, now: datetime) -> timedelta:
    return _WITHOUT_END if door.ends_at is None else max(door.ends_at - now, timedelta(seconds=1))


def _sealer(settings: Settings) -> URLSafeSerializer:
    return URLSafeSerializer(settings.secret(), salt=_PURPOSE)
