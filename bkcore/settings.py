"""What the environment may set (prefix ``BK_``, ``.env`` is read); a wrong value stops the start with one sentence."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bkcore.errors import SettingInvalid

ROOT = Path(__file__).resolve().parents[1]
_EXPECTED: Mapping[str, str] = {
    "database_url": "sqlite:///PFAD oder postgresql+psycopg://NUTZER:KENNWORT@RECHNER/DATENBANK",
    "public_url": "eine Adresse wie https://beteiligung.bergkamen.de",
    "secret_key": "mindestens 32 Zeichen",
    "smtp_url": "eine Adresse wie smtp://NUTZER:KENNWORT@RECHNER:587",
    "surface": "all, internal oder public",
    "release_interval_seconds": "eine Zahl von 0 bis 86400",
    "demo": "true oder false",
    "var_dir": "ein Ordner, in den das Programm schreiben darf",
    "session_hours": "eine Zahl von 1 bis 720",
}


class Settings(BaseSettings):
    """All settings of one running program."""

    model_config = SettingsConfigDict(env_prefix="BK_", env_file=".env", extra="ignore", frozen=True)

    var_dir: Path = ROOT / "var"
    database_url: str = ""
    public_url: str = "http://127.0.0.1:8501"
    secret_key: SecretStr = SecretStr("")
    smtp_url: str = ""
    surface: Literal["all", "internal", "public"] = "all"
    demo: bool = False
    release_interval_seconds: int = Field(default=60, ge=0, le=86_400)
    session_hours: int = Field(default=12, ge=1, le=720)

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        value = (
            value.strip()
            .replace("postgres://", "postgresql://", 1)
            .replace("postgresql://", "postgresql+psycopg://", 1)
        )
        if value and not value.startswith(("sqlite:///", "postgresql+psycopg://")):
            raise ValueError(value)
        return value

    @field_validator("public_url")
    @classmethod
    def _is_web_address(cls, value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.netloc:
            raise ValueError(value)
        return value.rstrip("/")

    @field_validator("smtp_url")
    @classmethod
    def _is_mail_address(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and (parts.scheme not in {"smtp", "smtps"} or not parts.hostname):
            raise ValueError(value)
        return value

    @field_validator("secret_key")
    @classmethod
    def _long_enough(cls, value: SecretStr) -> SecretStr:
        if value.get_secret_value() and len(value.get_secret_value()) < 32:  # noqa: PLR2004 - half of 256 bits in hex
            raise ValueError("too short")
        return value

    @model_validator(mode="after")
    def _fill_database(self) -> Self:
        if not self.database_url:
            name = "demo.db" if self.demo else "bergkamen.db"
            object.__setattr__(self, "database_url", f"sqlite:///{self.var_dir / name}")
        return self

    def secret(self) -> str:
        """Return the key that signs cookies; made once and kept readable by the owner alone when none is set."""
        if self.secret_key.get_secret_value():
            return self.secret_key.get_secret_value()
        self.var_dir.mkdir(parents=True, exist_ok=True)
        path = self.var_dir / "secret.key"
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return path.read_text(encoding="ascii").strip()
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(32))
        return path.read_text(encoding="ascii").strip()


def load(**overrides: object) -> Settings:
    """Read the environment into settings.

    Args:
        **overrides: Values that win over the environment, by field name.

    Returns:
        Checked settings.

    Raises:
        SettingInvalid: A variable holds a value the program cannot use.
    """
    try:
        return Settings(**overrides)  # type: ignore[arg-type]  # pydantic checks the values
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]) if first["loc"] else "settings"
        secret = name in {"secret_key", "database_url", "smtp_url"}
        value = "…" if secret else str(first.get("input", ""))
        raise SettingInvalid(
            variable=f"BK_{name.upper()}", value=value, expected=_EXPECTED.get(name, "ein anderer Wert")
        ) from error
