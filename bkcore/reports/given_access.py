"""Who was given which way in: kind, for whom, for what, used last, and whether it still opens anything."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bkcore.vocabulary import Role, View


class AccessKind(StrEnum):
    """The kinds of addresses that open something without a password."""

    SIGN_IN = "sign_in"
    ASSESSMENT = "assessment"
    MEASURE = "measure"
    CAPTURE = "capture"
    CALENDAR = "calendar"
    LIVE = "live"
    VOICES = "voices"


class AccessState(StrEnum):
    """What an address is worth today."""

    VALID = "valid"
    SIGNED_IN = "signed_in"
    """Used up, and whoever used it is still signed in."""
    USED = "used"
    OVER = "over"
    """Its day, round, measure or form has passed."""
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAccess:
    """One way in. It holds neither a token nor a mail address: the page needs none of them.

    Attributes:
        kind: What kind of address it is.
        id: Number of the link, of the measure for those who own it, of the form for participants.
        label: For whom it is, a function; empty when nobody said.
        subject: What it opens: a project, measure, activity, round or release; empty when the role says it.
        created_on: The day it was given, ``None`` where that is not kept.
        last_used_on: The day it was used last, ``None`` for never or not kept.
        ends_on: Its last day, ``None`` when it has none.
        state: What it is worth today.
        role: As whom it signs in, ``None`` when it signs nobody in.
        view: From where its rater looks, ``None`` when it opens no assessment.
        links: How many addresses open the same; all of them end together.
    """

    kind: AccessKind
    id: int
    label: str = ""
    subject: str = ""
    created_on: date | None = None
    last_used_on: date | None = None
    ends_on: date | None = None
    state: AccessState
    role: Role | None = None
    view: View | None = None
    links: int = 1

    @property
    def is_alive(self) -> bool:
        """Whether it opens something, or somebody is signed in by it."""
        return self.state in {AccessState.VALID, AccessState.SIGNED_IN}

    @property
    def key(self) -> str:
        """Its kind and number as one word, unique among all."""
        return f"{self.kind}-{self.id}"
