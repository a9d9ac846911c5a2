"""What every answer of the server carries, and what it never says."""

import asyncio
import base64
import gzip
import hashlib
import logging
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from bkcore import settings
from dashboard import server
from dashboard.routes import documents, look, page
from dashboard.routes.body import ASK, FOREVER, Body, Sender
from dashboard.routes.middleware.closed import ClosedEndpoints
from dashboard.routes.middleware.faults import Faults
from dashboard.routes.middleware.headers import SecurityHeaders
from dashboard.routes.middleware.precompressed import Folder, Precompressed
from dashboard.texts import builtin, builtin_sentences


async def _fine(_: Request) -> Response:
    return PlainTextResponse("gut")


async def _english(_: Request) -> Response:
    return HTMLResponse("You need to enable JavaScript to run this app.")


async def _broken(_: Request) -> Response:
    raise RuntimeError("geheim")


def client(tmp_path: Path, *, public_url: str = "http://127.0.0.1:8501") -> TestClient:
    sender = Sender(tmp_path / "cache")
    (tmp_path / "files").mkdir(exist_ok=True)
    (tmp_path / "files" / "a.js").write_text("let a = 'ä';\n" * 500, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("geheim", encoding="utf-8")
    app = Starlette(
        routes=[
            Route("/gut", _fine),
            Route("/_stcore/{path:path}", _english),
            Route("/rat/{token}", _broken),
            documents.Documents(sender, {"ueberblick", "selbsteinschaetzung"}),
        ],
        middleware=[
            Middleware(SecurityHeaders, public_url=public_url, script_hash=documents.script_hash()),
            Middleware(Faults),
            Middleware(ClosedEndpoints),
            Middleware(
                Precompressed,
                sender=sender,
                files={"/bk/look.css": look.stylesheet, "/bk/german.js": look.german},
                folders={"/static/": Folder(tmp_path / "files", FOREVER)},
            ),
        ],
        exception_handlers=server._HANDLERS,
    )
    return TestClient(app, raise_server_exceptions=False)


@pytest.mark.parametrize(
    "path", ["/", "/gut", "/static/a.js", "/bk/german.js", "/rat/x", "/gibt/es/nicht", "/_stcore/metrics"]
)
def test_every_answer_carries_the_security_headers(tmp_path: Path, path: str):
    headers = client(tmp_path).get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-robots-tag"] == "noindex, nofollow"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "unsafe-eval" not in headers["content-security-policy"].replace("wasm-unsafe-eval", "")
    assert re.search(r"script-src [^;]*'unsafe-inline'", headers["content-security-policy"]) is None
    assert "strict-transport-security" not in headers


def test_only_an_https_address_asks_for_https_for_ever(tmp_path: Path):
    headers = client(tmp_path, public_url="https://beteiligung.example").get("/gut").headers
    assert headers["strict-transport-security"].startswith("max-age=31536000")
    assert "wss://beteiligung.example" in headers["content-security-policy"]


def test_the_policy_allows_streamlits_one_inline_script_and_no_other():
    scripts = re.findall(r"<script>(.*?)</script>", documents.index().content.decode(), re.DOTALL)
    assert len(scripts) == 1
    installed = (documents.STREAMLIT_FOLDER / "index.html").read_text(encoding="utf-8")
    assert f"<script>{scripts[0]}</script>" in installed
    digest = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
    assert documents.script_hash() == f"'sha256-{digest}'"


def test_the_page_is_german_before_streamlit_says_a_word():
    html = documents.index().content.decode()
    assert '<html lang="de">' in html
    assert "service-desc" not in html
    assert "Streamlit" not in re.sub(r"<[^>]*>", "", html)
    assert "You need to enable JavaScript" not in html
    assert html.index(look.script_address()) < html.index("static/js/index")


@pytest.mark.parametrize("path", ["/", "/ueberblick", "/selbsteinschaetzung", "/ueberblick?stufe=3"])
def test_pages_of_the_dashboard_get_its_document(tmp_path: Path, path: str):
    answer = client(tmp_path).get(path)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == ASK
    assert '<div id="root">' in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/a/b",
        "/gibt-es-nicht",
        "/ueberblick/",
        "/index.php",
        "/.env",
        "/wp-login.php",
        "/auth/login",
        "/oauth2callback",
        "/rat/%00",
        "/rat/..%2f..%2fetc",
        "/anmelden/%5c%5cexample.org",
        "http://testserver//example.org/",
        "/_stcore/metrics",
        "/_stcore//metrics",
        "/_stcore/agent/openapi.json",
    ],
)
def test_what_is_nobodys_is_a_german_404(tmp_path: Path, path: str):
    answer = client(tmp_path).get(path)
    assert answer.status_code == 404
    assert "Diese Seite gibt es nicht." in answer.text
    assert answer.headers["cache-control"] == "no-store"


def test_an_address_that_is_no_page_leads_back_to_the_start(tmp_path: Path):
    answer = client(tmp_path).get("/gibt-es-nicht")
    assert answer.status_code == 404
    assert "Zur Startseite" in answer.text
    assert "abgelaufen" not in answer.text


def test_what_is_streamlits_is_left_to_streamlit():
    route = documents.Documents(Sender(Path("unused")), ())
    for path in ("/_stcore/health", "/media/x.png", "/component/x", "/app/static/x.woff2"):
        match, _ = route.matches({"type": "http", "path": path, "method": "GET"})
        assert match.value == 0


def test_a_wrong_method_is_answered_in_german(tmp_path: Path):
    answer = client(tmp_path).post("/gut")
    assert answer.status_code == 405
    assert "Das geht mit dieser Adresse nicht." in answer.text


def test_a_bug_shows_a_ticket_that_the_log_knows_and_the_token_stays_secret(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    with caplog.at_level(logging.ERROR):
        answer = client(tmp_path).get("/rat/nur-fuer-eine-person")
    assert answer.status_code == 500
    assert "geheim" not in answer.text
    ticket = re.search(r"[A-Z2-9]{3}-[A-Z2-9]{3}", answer.text)
    assert ticket is not None
    assert f"ticket={ticket[0]} method=GET route=/rat/{{token}}" in caplog.text
    assert "RuntimeError: geheim" in caplog.text
    assert "nur-fuer-eine-person" not in caplog.text


@pytest.mark.parametrize(
    ("accepted", "encoding"), [("gzip, br", "br"), ("gzip", "gzip"), ("br;q=0, gzip", "gzip"), ("", None)]
)
def test_static_files_come_in_the_best_encoding_the_browser_takes(tmp_path: Path, accepted: str, encoding: str | None):
    shop = client(tmp_path)
    plain = (tmp_path / "files" / "a.js").read_bytes()
    with shop.stream("GET", "/static/a.js", headers={"Accept-Encoding": accepted}) as answer:
        raw = b"".join(answer.iter_raw())
    assert answer.headers.get("content-encoding") == encoding
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["cache-control"] == FOREVER
    assert answer.headers["content-type"].startswith("text/javascript")
    assert int(answer.headers["content-length"]) == len(raw)
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding]
    assert unpack(raw) == plain


def test_what_the_browser_has_is_not_sent_again(tmp_path: Path):
    shop = client(tmp_path)
    mark = shop.get("/").headers["etag"]
    again = shop.get("/", headers={"If-None-Match": mark})
    assert (again.status_code, again.content) == (304, b"")


def test_compressed_files_survive_a_restart(tmp_path: Path):
    body = Body(b"let a = 1;\n" * 500, "text/javascript", FOREVER)
    assert Sender(tmp_path)._compressed(body, "br") == Sender(tmp_path)._compressed(body, "br")
    assert [path.name for path in tmp_path.iterdir()] == [f"{body.mark}.br"]


@pytest.mark.parametrize("path", ["/static/../secret.txt", "/static/%2e%2e/secret.txt", "/static//etc/passwd"])
def test_nobody_climbs_out_of_the_folder(tmp_path: Path, path: str):
    answer = client(tmp_path).get(path)
    assert answer.status_code in {400, 404}
    assert "geheim" not in answer.text


def test_the_public_surface_has_no_streamlit(tmp_path: Path):
    chosen = settings.load(var_dir=tmp_path, database_url=f"sqlite:///{tmp_path / 'a.db'}", surface="public")
    app = server.create_app(chosen)
    assert isinstance(app, Starlette)
    public = TestClient(app, raise_server_exceptions=False)
    for path in ("/", "/_stcore/health", "/ueberblick"):
        assert public.get(path).status_code == 404


def test_the_script_carries_the_whole_dictionary():
    script = look.german().content.decode()
    assert "__WORDS__" not in script
    for english, german in {**builtin.CONTROLS, **builtin_sentences.SENTENCES}.items():
        assert english
        assert german in script


def test_patterns_work_in_both_languages_and_keep_the_value():
    german = {}
    for text in (
        "Remove Moschee",
        "5 options available.",
        "1 option available.",
        "10MB per file • XLSX, CSV",
        "day, Datum",
    ):
        for pattern, replacement in builtin_sentences.PATTERNS:
            if re.search(pattern, text):
                german[text] = re.sub(pattern, re.sub(r"\$(\d)", r"\\\1", replacement), text)
                break
    assert list(german.values()) == [
        "Moschee entfernen",
        "5 Einträge.",
        "Ein Eintrag.",
        "Höchstens 10 MB je Datei • XLSX, CSV",
        "Tag, Datum",
    ]


def test_text_on_plain_pages_is_escaped():
    answer = page.page(title="<b>", text="<script>alert(1)</script>", status=200)
    assert b"<script>" not in answer.body
    assert b"&lt;b&gt;" in answer.body


def test_a_line_that_breaks_while_something_is_sent_is_no_bug(caplog):
    sent: list[object] = []

    async def broken(scope, receive, send):
        async for _ in Request(scope, receive).stream():
            pass

    async def receive():
        return {"type": "http.disconnect"}

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "method": "POST", "path": "/erfassen/x", "headers": []}
    with caplog.at_level(logging.ERROR):
        thread = ThreadPoolExecutor(1)  # a loop of its own: the browser tests of this process may hold one here
        thread.submit(lambda: asyncio.run(Faults(broken)(scope, receive, send))).result()
    assert (sent, caplog.records) == ([], [])
