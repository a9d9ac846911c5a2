"""A wrong value in the environment stops the start with one sentence that names the variable."""

from pathlib import Path

import pytest

from bkcore import settings
from bkcore.errors import SettingInvalid
from bkcore.wording.messages import message


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("BK_DATABASE_URL", "mysql://x"),
        ("BK_PUBLIC_URL", "bergkamen"),
        ("BK_SECRET_KEY", "kurz"),
        ("BK_SMTP_URL", "mail.example"),
        ("BK_SURFACE", "alles"),
        ("BK_RELEASE_INTERVAL_SECONDS", "bald"),
        ("BK_SESSION_HOURS", "0"),
        ("BK_DEMO", "vielleicht"),
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
