"""Refusals the operator meets: files, settings, database, mail; each a ``BkError`` with its own sentence."""

from bkcore.errors import BkError


class MailMissing(BkError):
    """Messages are to be sent and no mail server is set."""

    code = "mail_missing"

    def __init__(self) -> None:
        """Carry no fact: the variable is always the same."""
        super().__init__()


class SampleMixed(BkError):
    """The invented sample and a real database must never meet."""

    code = "sample_mixed"

    def __init__(self, *, value: str) -> None:
        """Give the value of the setting that does not fit the database."""
        super().__init__(value=value)


class FileUnreadable(BkError):
    """A file is missing or is not what its name says."""

    code = "file_unreadable"

    def __init__(self, *, path: str, reason: str) -> None:
        """Name the file and the reason."""
        super().__init__(path=path, reason=reason)


class FileUnwritable(BkError):
    """A file cannot be written where it should go."""

    code = "file_unwritable"

    def __init__(self, *, path: str, reason: str) -> None:
        """Name the file and the reason."""
        super().__init__(path=path, reason=reason)


class SettingInvalid(BkError):
    """An environment variable holds a value the program cannot use."""

    code = "setting_invalid"

    def __init__(self, *, variable: str, value: str, expected: str) -> None:
        """Name the variable, its value and what is expected."""
        super().__init__(variable=variable, value=value, expected=expected)


class SchemaOutdated(BkError):
    """The database is not at the schema this program needs."""

    code = "schema_outdated"

    def __init__(self, *, found: str, expected: str) -> None:
        """Give both revisions."""
        super().__init__(found=found, expected=expected)


class DatabaseUnreachable(BkError):
    """The database does not answer."""

    code = "database_unreachable"

    def __init__(self, *, url: str) -> None:
        """Give the address without its password."""
        super().__init__(url=url)


class DatabaseForeign(BkError):
    """What lies at the address is not a database of this program."""

    code = "database_foreign"

    def __init__(self, *, url: str) -> None:
        """Give the address without its password."""
        super().__init__(url=url)


class DatabaseBusy(BkError):
    """Somebody else has been writing for too long."""

    code = "database_busy"

    def __init__(self) -> None:
        """Carry no fact: whoever waits can only try again."""
        super().__init__()


class SchemaUnknown(BkError):
    """The database was made by another, probably newer program."""

    code = "schema_unknown"

    def __init__(self, *, found: str, expected: str) -> None:
        """Give both revisions."""
        super().__init__(found=found, expected=expected)


class CatalogueBroken(BkError):
    """A catalogue file is missing a part."""

    code = "catalogue_broken"

    def __init__(self, *, path: str, reason: str) -> None:
        """Name the file and the reason."""
        super().__init__(path=path, reason=reason)


class PictureRefused(BkError):
    """A file is no picture that can be shown."""

    code = "picture_refused"

    def __init__(self, *, flaw: str) -> None:
        """Say what is wrong with it: ``missing``, ``file``, ``points``, ``format`` or ``small``."""
        super().__init__(flaw=flaw)
