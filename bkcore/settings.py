"""What the environment may set (prefix ``BK_``, ``.env`` is read); a wrong value stops the start with one sentence."""

import os
import re
import secrets
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from bkcore.faults import FileUnreadable, SettingInvalid
from bkcore.thresholds import FEWEST_INTERNAL, FEWEST_PUBLIC

_HOST = re.compile(r"[\w.-]+(:\d+)?|\[[0-9a-fA-F:.]+\](:\d+)?")
"""Host and port, nothing else: the value stands in addresses, headers and a security policy."""
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
MAIL_ADDRESS = re.compile(rf"{_ATOM}(\.{_ATOM})*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
"""An address every mail server takes: one local part in ASCII, a domain with a dot."""
_LICENCE = re.compile(r"http://dcat-ap\.de/def/licenses/[A-Za-z0-9._/-]+")
_CONTRIBUTOR = re.compile(r"http://dcat-ap\.de/def/contributors/[A-Za-z0-9._/-]+")
_KEY_LENGTH = 32
_KEY_BROKEN = (
    "Der Schlüssel darin ist leer, beschädigt oder für das Programm nicht lesbar. Bitte löschen Sie die Datei: Beim "
    "nächsten Start entsteht ein neuer, und alle melden sich neu an."
)
ROOT = Path(__file__).resolve().parents[1]
_EXPECTED: Mapping[str, str] = {
    "database_url": "sqlite:///PFAD oder postgresql+psycopg://NUTZER:KENNWORT@RECHNER/DATENBANK",
    "public_url": "eine Adresse wie https://beteiligung.bergkamen.de",
    "secret_key": "mindestens 32 Zeichen",
    "smtp_url": "eine Adresse wie smtp://NUTZER:KENNWORT@RECHNER:587",
    "mail_from": "eine E-Mail-Adresse wie integration@bergkamen.de",
    "surface": "all, internal oder public",
    "release_interval_seconds": "eine Zahl von 0 bis 86400",
    "demo": "true oder false",
    "var_dir": "ein Ordner, in den das Programm schreiben darf",
    "live_requests_per_second": "eine Zahl von 1 bis 100000",
    "session_hours": "eine Zahl von 1 bis 720",
    "member_days": "eine Zahl von 0 bis 3650",
    "public_minimum": "eine Zahl von 5 bis 100; kleiner als 5 ist nicht vorgesehen",
    "internal_minimum": "eine Zahl von 3 bis 100; kleiner als 3 ist nicht vorgesehen",
    "open_data_licence": "eine Lizenz von DCAT-AP.de wie http://dcat-ap.de/def/licenses/dl-by-de/2.0",
    "open_data_contributor": "eine Kennung wie http://dcat-ap.de/def/contributors/NAME",
}


class Settings(BaseSettings):
    """All settings of one running program."""

    model_config = SettingsConfigDict(env_prefix="BK_", env_file=".env", extra="ignore", frozen=True)

    var_dir: Path = ROOT / "var"
    database_url: str = ""
    public_url: str = "http://127.0.0.1:8501"
    secret_key: SecretStr = SecretStr("")
    smtp_url: str = ""
    mail_from: str = ""
    surface: Literal["all", "internal", "public"] = "all"
    demo: bool = False
    release_interval_seconds: int = Field(default=60, ge=0, le=86_400)
    live_requests_per_second: int = Field(default=200, ge=1, le=100_000)
    session_hours: int = Field(default=12, ge=1, le=720)
    member_days: int = Field(default=180, ge=0, le=3_650)
    """How long names and addresses of former members are kept."""
    public_minimum: int = Field(default=FEWEST_PUBLIC, ge=FEWEST_PUBLIC, le=100)
    internal_minimum: int = Field(default=FEWEST_INTERNAL, ge=FEWEST_INTERNAL, le=100)
    """Both are checked here and used by ``bkcore.thresholds``."""
    open_data_licence: str = ""
    open_data_contributor: str = ""
    """Both as the vocabularies of DCAT-AP.de spell them; empty while the town has not decided."""

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
        if value in {"sqlite:///", "sqlite:///:memory:"}:  # would be another empty database at every connection
            raise ValueError(value)
        try:
            make_url(value or "sqlite://")
        except ArgumentError as error:
            raise ValueError(value) from error
        return value

    @field_validator("public_url")
    @classmethod
    def _is_web_address(cls, value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not _HOST.fullmatch(parts.netloc) or parts.query or parts.fragment:
            raise ValueError(value)
        _require_port(value)
        return value.rstrip("/")

    @field_validator("open_data_licence")
    @classmethod
    def _is_licence(cls, value: str) -> str:
        if value and not _LICENCE.fullmatch(value):
            raise ValueError(value)
        return value

    @field_validator("open_data_contributor")
    @classmethod
    def _is_contributor(cls, value: str) -> str:
        if value and not _CONTRIBUTOR.fullmatch(value):
            raise ValueError(value)
        return value

    @field_validator("mail_from")
    @classmethod
    def _is_sender(cls, value: str) -> str:
        if value and not MAIL_ADDRESS.fullmatch(value):
            raise ValueError(value)
        return value

    @field_validator("smtp_url")
    @classmethod
    def _is_mail_address(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and (parts.scheme not in {"smtp", "smtps"} or not parts.hostname):
            raise ValueError(value)
        _require_port(value)
        return value

    @field_validator("secret_key")
    @classmethod
    def _long_enough(cls, value: SecretStr) -> SecretStr:
        if value.get_secret_value() and len(value.get_secret_value()) < _KEY_LENGTH:
            raise ValueError("too short")
        return value

    @model_validator(mode="after")
    def _fill_database(self) -> Self:
        if not self.database_url:
            name = "demo.db" if self.demo else "bergkamen.db"
            object.__setattr__(self, "database_url", f"sqlite:///{self.var_dir / name}")
        return self

    def secret(self) -> str:
        """Return the key that signs cookies; made once and kept readable by the owner alone when none is set.

        Raises:
            SettingInvalid: The program may not write where it keeps the key.
            FileUnreadable: The kept key is damaged.
        """
        if self.secret_key.get_secret_value():
            return self.secret_key.get_secret_value()
        path = self.var_dir / "secret.key"
        try:
            if not path.exists():
                _create_key(self.writable_dir() / path.name)
            key = path.read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise FileUnreadable(path=str(path), reason=_KEY_BROKEN) from error
        if len(key) < _KEY_LENGTH:  # whoever signs with nothing lets everybody sign
            raise FileUnreadable(path=str(path), reason=_KEY_BROKEN)
        return key

    def sender(self) -> str:
        """Return the address messages come from: the configured, else one at the host people know."""
        host = urlsplit(self.public_url).hostname or "localhost"
        return self.mail_from or f"beteiligung@{host if any(map(str.isalpha, host)) else 'localhost'}"

    def writable_dir(self) -> Path:
        """Return the folder for what the program writes; made when it is missing.

        Raises:
            SettingInvalid: The program may not write there.
        """
        try:
            self.var_dir.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self.var_dir):
                return self.var_dir
        except OSError as error:
            raise SettingInvalid(
                variable="BK_VAR_DIR", value=str(self.var_dir), expected=_EXPECTED["var_dir"]
            ) from error


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


def _create_key(path: Path) -> None:
    """Make a key; of several programs that start at once the first one's counts, and nobody ever reads half of it."""
    descriptor, draft = tempfile.mkstemp(dir=path.parent)  # readable by its owner alone
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(_KEY_LENGTH))
        with suppress(FileExistsError):
            os.link(draft, path)
    finally:
        Path(draft).unlink()


def _require_port(address: str) -> None:
    """Refuse an address whose port is no port."""
    _ = urlsplit(address).port  # raises ValueError
