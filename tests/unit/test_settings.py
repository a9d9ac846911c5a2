"""A wrong value in the environment stops the start with one sentence that names the variable."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bkcore import settings
from bkcore.faults import FileUnreadable, SettingInvalid
from bkcore.wording.messages import message


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("BK_DATABASE_URL", "mysql://x"),
        ("BK_DATABASE_URL", "sqlite:///"),
        ("BK_DATABASE_URL", "sqlite:///:memory:"),
        ("BK_DATABASE_URL", "postgresql://bk@rechner:anschluss/bk"),
        ("BK_DATABASE_URL", "postgresql://::::"),
        ("BK_PUBLIC_URL", "bergkamen"),
        ("BK_PUBLIC_URL", "http://["),
        ("BK_PUBLIC_URL", "https://bergkamen.de:abc"),
        ("BK_PUBLIC_URL", "https://bergkamen.de/?a=b"),
        ("BK_PUBLIC_URL", "https://bergkamen.de; script-src *"),
        ("BK_SECRET_KEY", "kurz"),
        ("BK_SMTP_URL", "mail.example"),
        ("BK_SMTP_URL", "smtp://rechner:anschluss"),
        ("BK_SURFACE", "alles"),
        ("BK_RELEASE_INTERVAL_SECONDS", "bald"),
        ("BK_SESSION_HOURS", "0"),
        ("BK_DEMO", "vielleicht"),
        ("BK_OPEN_DATA_LICENCE", "frei"),
        ("BK_OPEN_DATA_LICENCE", "https://creativecommons.org/licenses/by/4.0/"),
        ("BK_OPEN_DATA_CONTRIBUTOR", "http://dcat-ap.de/def/contributors/"),
    ],
)
def test_a_wrong_value_names_its_variable(monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SettingInvalid) as caught:
        settings.load()
    assert variable in message(caught.value)


def test_a_secret_never_stands_in_the_complaint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BK_SECRET_KEY", "geheim-aber-zu-kurz")
    with pytest.raises(SettingInvalid) as caught:
        settings.load()
    assert "geheim" not in message(caught.value)


def test_the_key_is_made_once_and_readable_by_its_owner_alone(tmp_path: Path) -> None:
    loaded = settings.load(var_dir=tmp_path)
    key = loaded.secret()
    assert len(key) >= 64
    assert loaded.secret() == key
    assert (tmp_path / "secret.key").stat().st_mode & 0o077 == 0


def test_the_usual_spelling_of_a_postgresql_address_works() -> None:
    loaded = settings.load(database_url="postgres://bk@127.0.0.1/x")
    assert loaded.database_url == "postgresql+psycopg://bk@127.0.0.1/x"


def test_the_demonstration_has_a_database_of_its_own(tmp_path: Path) -> None:
    assert settings.load(var_dir=tmp_path).database_url != settings.load(var_dir=tmp_path, demo=True).database_url


def test_programs_that_start_at_once_sign_with_the_same_key(tmp_path: Path) -> None:
    loaded = settings.load(var_dir=tmp_path)
    with ThreadPoolExecutor(16) as pool:
        keys = set(pool.map(lambda _: loaded.secret(), range(64)))
    assert len(keys) == 1
    assert len(keys.pop()) >= 64
    assert [path.name for path in tmp_path.iterdir()] == ["secret.key"]


@pytest.mark.parametrize("content", [b"", b"kurz", b"\xff" * 64])
def test_a_damaged_key_signs_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "secret.key").write_bytes(content)
    with pytest.raises(FileUnreadable) as caught:
        settings.load(var_dir=tmp_path).secret()
    assert "secret.key" in message(caught.value)


def test_a_folder_the_program_may_not_write_to_names_its_variable(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for var_dir in (tmp_path / "file", tmp_path / "file" / "var"):
        with pytest.raises(SettingInvalid) as caught:
            settings.load(var_dir=var_dir).secret()
        assert "BK_VAR_DIR" in message(caught.value)
