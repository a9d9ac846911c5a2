"""Plain files of the live links: complete, served by any web server, in step with revocations, careful with others."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx2
import pytest
from sqlalchemy import Engine
from starlette.testclient import TestClient

from bkcore import settings as core_settings
from bkcore.access import SYSTEM
from bkcore.cli import main as cli
from bkcore.commands.council import CreateLiveLink, MakeRelease, RevokeLiveLink, RotateLiveLink
from bkcore.commands.pictures import PutPicture, ReleasePicture
from bkcore.commands.projects import ReleaseProjectText
from bkcore.commands.year_reports import ReleaseReport
from bkcore.errors import NotPermitted
from bkcore.faults import FileUnreadable, FileUnwritable
from bkcore.publication import faces, folder, html, links, static
from bkcore.publication.release import make
from bkcore.publication.yearly.release import release_report
from bkcore.services.pictures import put_picture, release_picture
from bkcore.services.projects import release_project_text
from bkcore.settings import Settings
from bkcore.store.unit_of_work import unit_of_work
from dashboard import server
from tests import factories
from tests.pictures import photo

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
KEY = "k" * 40
PROJECTS = ("/projekte", "/projekte/stand", "/archiv/1/projekte", "/archiv/1/projekte/stand")


@pytest.fixture
def settings(sqlite_engine: Engine, tmp_path: Path) -> Settings:
    return core_settings.load(
        database_url=str(sqlite_engine.url),
        var_dir=tmp_path / "var",
        secret_key=KEY,
        public_url="https://rat.example",
        release_interval_seconds=0,
    )


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def tokens(sqlite_engine: Engine) -> dict[str, str]:
    """A live, a pinned and a locked link, and one nobody can tell the address of; two releases."""
    with unit_of_work(sqlite_engine, now=NOW) as session:
        factories.organisation(session, "awo")
        factories.organisation(session, "stadt", sector="public")
        factories.activity(session, "fest", partners=("awo", "stadt"))
        factories.project(session, "stand", title="Stand auf dem Markt", description="Ein Stand mit Tee.")
        release_project_text(session, ReleaseProjectText(slug="stand", released=True), by=SYSTEM)
        make(session, MakeRelease(), by=SYSTEM)
        factories.organisation(session, "schule")
        factories.activity(session, "lauf", partners=("schule",))
        make(session, MakeRelease(), by=SYSTEM)
        wishes = {
            "live": {"label": "Rat"},
            "pinned": {"label": "Sitzung", "pin": 1, "sitting_on": "2026-12-10"},
            "locked": {"label": "Vertraut", "password": "streng geheim"},
        }
        found = {
            name: links.create_live_link(session, CreateLiveLink.model_validate(wish), by=SYSTEM, key=KEY).token
            for name, wish in wishes.items()
        }
        found["untold"] = links.create_live_link(session, CreateLiveLink(label="Alt"), by=SYSTEM).token
        return found


@pytest.fixture
def publish(sqlite_engine: Engine, settings: Settings, out: Path):
    return partial(static.publish, sqlite_engine, settings, out, by=SYSTEM, now=NOW)


def files(out: Path) -> set[str]:
    return {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}


def revoke(engine: Engine, number: int) -> None:
    with unit_of_work(engine, now=NOW) as session:
        links.revoke_live_link(session, RevokeLiveLink(link_id=number), by=SYSTEM)


def test_valid_links_become_files_and_the_others_are_named(publish, tokens, out: Path) -> None:
    done = publish()
    assert (done.links, done.locked, done.untold) == (2, ((3, "Vertraut"),), ((4, "Alt"),))
    written = files(out)
    assert done.files.written == len(written) - 1  # the manifest
    for path in ("index.html", "stand", "archiv/index.html", "archiv/1/index.html", "archiv/2/seit/1/index.html"):
        assert f"www/rat/{tokens['live']}/{path}" in written
    for name, base in (("live", ""), ("live", "/archiv/1"), ("pinned", "")):
        assert {f"www/rat/{tokens[name]}{base}/{file}" for file in faces.FILES} <= written
    assert f"www/rat/{tokens['pinned']}/archiv/index.html" not in written
    assert not [path for path in written if tokens["locked"] in path or tokens["untold"] in path]
    assert (out / folder.MANIFEST).stat().st_mode & 0o777 == 0o600


def test_the_files_are_what_the_program_itself_would_answer(publish, tokens, out: Path, settings) -> None:
    publish()
    with TestClient(server.create_app(settings.model_copy(update={"surface": "public"}))) as client:
        for name, paths in (
            ("live", ("", "/archiv", "/archiv/1", "/archiv/2", "/archiv/2/seit/1", "/stand", "/daten.json", *PROJECTS)),
            ("pinned", ("", "/stand", "/daten.csv", *PROJECTS[:2])),
        ):
            for path in paths:
                address = f"/rat/{tokens[name]}{path}"
                answer = client.get(address)
                file = out / f"www{address}"
                if file.is_dir():
                    style = html.style_of(answer.text)
                    page = (file / "index.html").read_text(encoding="utf-8")
                    sheet = re.search(r'<link rel="stylesheet" href="(/bk/[0-9a-f]{16}\.css)">', page)
                    assert (out / f"www{sheet.group(1)}").read_text(encoding="utf-8") == style
                    assert page == html.with_sheet(answer.text, sheet.group(1))
                    assert "<style" not in page
                else:
                    assert file.read_bytes() == answer.content


def test_released_yearly_reports_are_files_of_the_links_that_may_show_them(
    publish, tokens, out: Path, settings, sqlite_engine: Engine
) -> None:
    with unit_of_work(sqlite_engine, now=NOW + timedelta(days=1)) as session:
        release_report(session, ReleaseReport(year=2024), by=SYSTEM)
    publish(now=NOW + timedelta(days=1))
    written = {path for path in files(out) if "/sachstand/" in path}
    report = f"/rat/{tokens['live']}/sachstand/1"
    assert written == {
        f"www{report}/{file}" for file in ("index.html", *faces.REPORT_FILES)
    }  # none for the pinned link
    assert f'href="{report}/bericht.pdf"' in (out / f"www/rat/{tokens['live']}/index.html").read_text(encoding="utf-8")
    with TestClient(server.create_app(settings.model_copy(update={"surface": "public"}))) as client:
        for file in faces.REPORT_FILES:
            assert (out / f"www{report}/{file}").read_bytes() == client.get(f"{report}/{file}").content
        page = (out / f"www{report}/index.html").read_text(encoding="utf-8")
        assert html.style_of(client.get(report).text)
        assert "<style" not in page
    revoke(sqlite_engine, 1)
    publish(now=NOW + timedelta(days=1))
    assert not {path for path in files(out) if "/sachstand/" in path}


def test_running_again_writes_nothing_and_makes_no_report_again(publish, tokens, out: Path, monkeypatch) -> None:
    publish()
    before = {path: (out / path).stat().st_mtime_ns for path in files(out) - {folder.MANIFEST}}
    monkeypatch.setattr(static, "_download", lambda *_: pytest.fail("made again"))
    assert (publish().files.written, publish().files.removed) == (0, 0)
    assert {path: (out / path).stat().st_mtime_ns for path in before} == before


def test_a_damaged_or_missing_file_is_written_again(publish, tokens, out: Path) -> None:
    publish()
    (out / f"www/rat/{tokens['live']}/daten.csv").write_text("verändert")
    (out / f"www/rat/{tokens['live']}/index.html").unlink()
    assert publish().files.written == 2


def test_a_revoked_link_loses_its_files_and_a_stranger_keeps_its_own(
    publish, tokens, out: Path, sqlite_engine: Engine
) -> None:
    publish()
    impressum = out / "www" / "impressum.html"
    note = out / "www" / "rat" / tokens["pinned"] / "notiz.txt"
    for strange in (impressum, note):
        strange.write_text("von jemand anderem")
    for number in (1, 2):
        revoke(sqlite_engine, number)
    done = publish()
    assert done.links == 0
    assert not (out / "www" / "rat" / tokens["live"]).exists()
    left = [path for path in files(out) if path.startswith("www/rat/")]
    assert sorted(left) == sorted(["www/rat/index.html", f"www/rat/{tokens['pinned']}/notiz.txt"])
    assert impressum.read_text() == note.read_text() == "von jemand anderem"


def test_a_rotated_link_moves(publish, tokens, out: Path, sqlite_engine: Engine) -> None:
    publish()
    with unit_of_work(sqlite_engine, now=NOW) as session:
        fresh = links.rotate_live_link(session, RotateLiveLink(link_id=1), by=SYSTEM, key=KEY).token
    publish()
    assert not (out / "www" / "rat" / tokens["live"]).exists()
    assert (out / "www" / "rat" / fresh / "index.html").exists()


def test_an_expired_link_goes_too(sqlite_engine: Engine, settings, tokens, out: Path) -> None:
    static.publish(sqlite_engine, settings, out, by=SYSTEM, now=NOW)
    done = static.publish(sqlite_engine, settings, out, by=SYSTEM, now=datetime(2030, 1, 1, tzinfo=UTC))
    assert done.links == 0
    assert [path for path in files(out) if path.startswith("www/rat/")] == ["www/rat/index.html"]


def test_a_folder_of_somebody_else_is_refused_and_left_as_it_was(publish, tokens, out: Path) -> None:
    out.mkdir()
    (out / "wichtig.txt").write_text("bleibt")
    with pytest.raises(FileUnwritable):
        publish()
    assert files(out) == {"wichtig.txt"}


def test_a_foreign_file_in_the_way_stops_everything_before_anything_changes(
    publish, tokens, out: Path, sqlite_engine: Engine
) -> None:
    publish()
    revoke(sqlite_engine, 2)
    manifest = json.loads((out / folder.MANIFEST).read_text())
    path = f"www/rat/{tokens['live']}/daten.csv"
    del manifest["files"][path]
    (out / folder.MANIFEST).write_text(json.dumps(manifest))
    before = files(out)
    with pytest.raises(FileUnwritable):
        publish()
    assert files(out) == before


@pytest.mark.parametrize(
    "content",
    [
        "kein JSON",
        '{"format": 2, "files": {}}',
        '{"format": 1, "files": {"../wichtig.txt": {}}}',
        '{"format": 1, "files": {"/etc/hosts": {}}}',
        '{"format": 1, "files": ["x"]}',
        '{"format": 1, "files": {"nach-aussen/wichtig.txt": {}}}',
    ],
)
def test_a_manifest_that_was_tampered_with_deletes_nothing(publish, tokens, out: Path, content: str) -> None:
    publish()
    (out.parent / "wichtig.txt").write_text("bleibt")
    (out / "nach-aussen").symlink_to(out.parent)
    (out / folder.MANIFEST).write_text(content)
    with pytest.raises(FileUnreadable):
        publish()
    assert (out.parent / "wichtig.txt").read_text() == "bleibt"


def test_a_crash_in_the_middle_leaves_no_file_nobody_owns(publish, tokens, out: Path, monkeypatch) -> None:
    made: list[str] = []

    def breaks(content: str, file: str) -> bytes:
        made.append(file)
        if len(made) > 5:
            raise RuntimeError("power cut")
        return faces.download(content, file).body

    monkeypatch.setattr(static, "_download", breaks)
    with pytest.raises(RuntimeError):
        publish()
    owned = json.loads((out / folder.MANIFEST).read_text())["files"]
    assert files(out) - {folder.MANIFEST} <= set(owned)
    monkeypatch.undo()
    publish()
    assert (out / f"www/rat/{tokens['live']}/index.html").exists()


def test_two_at_once_are_one_too_many(publish, tokens, out: Path) -> None:
    publish()
    with folder._alone(out), pytest.raises(FileUnwritable):
        publish()


def test_only_the_administration_publishes(sqlite_engine: Engine, settings, out: Path) -> None:
    with pytest.raises(NotPermitted):
        static.publish(sqlite_engine, settings, out, by=factories.STEERING_GROUP, now=NOW)
    assert not out.exists()


def test_the_command_says_what_it_did(tokens, settings, out: Path, monkeypatch, capsys) -> None:
    monkeypatch.setenv("BK_DATABASE_URL", settings.database_url)
    monkeypatch.setenv("BK_VAR_DIR", str(settings.var_dir))
    monkeypatch.setenv("BK_SECRET_KEY", KEY)
    monkeypatch.setattr(sys, "argv", ["bk", "release", "publish", str(out)])
    cli.main()
    said = capsys.readouterr().out
    assert f"Zwei Links geschrieben nach {out}" in said
    assert "Ausgelassen, weil ein Kennwort nötig ist: Link 3 „Vertraut“." in said
    assert "„bk link rotate 4“" in said
    monkeypatch.setattr(sys, "argv", ["bk", "release", "publish", str(out), "--json"])
    cli.main()
    assert json.loads(capsys.readouterr().out)["links"] == 2


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def python_server(root: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(root))) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()


@contextmanager
def nginx_server(out: Path, tmp_path: Path) -> Iterator[str]:
    binary, port = _installed("nginx"), _free_port()
    example = (out / "nginx.conf").read_text(encoding="utf-8")
    example = re.sub(r"listen 443 ssl;\n.*\n.*\n", f"listen 127.0.0.1:{port};\n", example)
    config, logs = tmp_path / "nginx.conf", tmp_path / "nginx"
    logs.mkdir()
    temporary = "\n".join(f"{kind}_temp_path {logs};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    user = "user root;" if os.geteuid() == 0 else ""
    head = f"{user}\npid {logs}/pid;\nerror_log {logs}/error;\ndaemon off;\nevents {{}}\n"
    config.write_text(f"{head}http {{\n{temporary}\n{example}}}\n")
    with _running([binary, "-p", str(logs), "-c", str(config)], port, home=tmp_path) as address:
        yield address


@contextmanager
def caddy_server(out: Path, tmp_path: Path) -> Iterator[str]:
    binary, port = _installed("caddy"), _free_port()
    example = (out / "Caddyfile").read_text(encoding="utf-8")
    example = re.sub(r"^\S+ \{$", f"http://127.0.0.1:{port} {{", example, count=1, flags=re.MULTILINE)
    config = tmp_path / "Caddyfile"
    config.write_text(f"{{\n    admin off\n    auto_https off\n}}\n{example}")
    with _running([binary, "run", "--config", str(config)], port, home=tmp_path) as address:
        yield address


def _installed(name: str) -> str:
    binary = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")
    if binary is None:
        pytest.skip(f"{name} is not installed, so this was not run")
    return binary


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def _running(command: list[str], port: int, *, home: Path) -> Iterator[str]:
    environment = {**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home), "XDG_CONFIG_HOME": str(home)}
    running = subprocess.Popen(command, stderr=subprocess.DEVNULL, env=environment)
    try:
        for _ in range(500):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.02)
        yield f"http://127.0.0.1:{port}"
    finally:
        running.terminate()
        running.wait(timeout=10)


def shown_picture(engine) -> str:
    """Release a picture of the project that has a text, and return its name."""
    with unit_of_work(engine, now=NOW) as session:
        given = PutPicture(slug="stand", content=photo(), alt="Ein Stand", consent="Liegt vor")
        digest = put_picture(session, given, by=SYSTEM).digest
        release_picture(session, ReleasePicture(slug="stand", digest=digest, released=True), by=SYSTEM)
        make(session, MakeRelease(), by=SYSTEM)
    return digest


def test_pythons_own_web_server_serves_the_folder(publish, tokens, out: Path) -> None:
    publish()
    with python_server(out / "www") as address, httpx2.Client(base_url=address, follow_redirects=True) as client:
        _everything_is_reachable(client, f"/rat/{tokens['live']}")
        assert "Stand zur Sitzung am 10. Dezember 2026." in client.get(f"/rat/{tokens['pinned']}").text
        for folder_of_addresses in ("/", "/rat/"):
            assert tokens["live"] not in client.get(folder_of_addresses).text


@pytest.mark.parametrize("web_server", [nginx_server, caddy_server])
def test_a_web_server_serves_the_folder_with_the_headers_of_the_live_link(
    publish, tokens, out: Path, tmp_path: Path, settings, sqlite_engine, web_server
) -> None:
    digest = shown_picture(sqlite_engine)
    publish()
    root = f"/rat/{tokens['live']}"
    with web_server(out, tmp_path) as address, httpx2.Client(base_url=address) as client:
        _everything_is_reachable(client, root)
        for dead in ("/", "/rat/", "/rat/unbekannt", "/manifest.json"):
            assert tokens["live"] not in client.get(dead).text
        assert "Diese Seite gibt es nicht." in client.get("/rat/unbekannt").text
        assert client.get("/rat/unbekannt").status_code == 404
        with TestClient(server.create_app(settings.model_copy(update={"surface": "public"}))) as ours:
            pictures = (f"/bilder/{digest}.jpg", f"/bilder/{digest}-klein.jpg")
            for path in ("", "/archiv", "/stand", "/projekte", *pictures, *(f"/{file}" for file in faces.FILES)):
                _same_headers(client.get(root + path).headers, ours.get(root + path).headers)
        page = client.get(root)
        again = client.get(root, headers={"If-None-Match": page.headers["etag"]})
        assert again.status_code == 304


def _everything_is_reachable(client: httpx2.Client, start: str) -> None:
    seen, waiting = set(), [start]
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        answer = client.get(path)
        assert answer.status_code == 200, path
        if answer.headers["content-type"].startswith("text/html"):
            waiting += re.findall(r'(?:href|src)="(/[^"#]+)"', answer.text)
        elif path.endswith(".css"):
            waiting += re.findall(r'url\("(/[^"]+)"\)', answer.text)
    assert len(seen) > 15


def _same_headers(theirs, ours) -> None:
    for name in ours:
        if name in {
            "content-length",
            "content-encoding",
            "etag",
            "vary",
            "content-disposition",
            "content-security-policy",
        }:
            continue
        assert theirs[name].lower() == ours[name].lower(), name
    policy = re.sub(r"'sha256-[^']+'", "'self'", ours["content-security-policy"])
    wanted = set(policy.split("; ")) | {"script-src 'self'", "connect-src 'self'"}
    assert set(theirs["content-security-policy"].split("; ")) <= wanted
    is_attached = ["attachment" in answer.get("content-disposition", "") for answer in (theirs, ours)]
    assert is_attached[0] == is_attached[1]


def test_pictures_are_files_of_the_links_that_show_them_and_go_when_they_are_withdrawn(
    tokens, publish, out, sqlite_engine
) -> None:
    digest = shown_picture(sqlite_engine)
    publish()
    shown = {f"www/rat/{tokens['live']}/bilder/{digest}{suffix}.jpg" for suffix in ("", "-klein")}
    assert {file for file in files(out) if file.endswith(".jpg")} == shown  # the pinned state never showed it
    page = (out / "www" / "rat" / tokens["live"] / "projekte" / "stand" / "index.html").read_text(encoding="utf-8")
    assert f'src="/rat/{tokens["live"]}/bilder/{digest}.jpg"' in page
    with unit_of_work(sqlite_engine, now=NOW) as session:
        release_picture(session, ReleasePicture(slug="stand", digest=digest, released=False), by=SYSTEM)
        make(session, MakeRelease(), by=SYSTEM)
    publish()
    assert not [file for file in files(out) if file.endswith(".jpg")]
