"""Which pages there are, who may open which, and how the menu sorts them."""

from typing import Final

from bkcore.vocabulary import Role
from dashboard.texts import navigation as texts

PAGES: Final = {
    "overview": (texts.OVERVIEW, texts.OVERVIEW_PATH),
    "network": (texts.NETWORK, texts.NETWORK_PATH),
    "activity": (texts.ACTIVITY, texts.ACTIVITY_PATH),
    "turnover": (texts.TURNOVER, texts.TURNOVER_PATH),
    "organisation": (texts.ORGANISATION, texts.ORGANISATION_PATH),
    "missing": (texts.MISSING, texts.MISSING_PATH),
    "what_if": (texts.WHAT_IF, texts.WHAT_IF_PATH),
    "factors": (texts.FACTORS, texts.FACTORS_PATH),
    "project": (texts.PROJECT, texts.PROJECT_PATH),
    "assessment": (texts.ASSESSMENT, texts.ASSESSMENT_PATH),
    "records": (texts.RECORDS, texts.RECORDS_PATH),
    "confirm": (texts.CONFIRM, texts.CONFIRM_PATH),
    "rounds": (texts.ROUNDS, texts.ROUNDS_PATH),
    "meeting": (texts.MEETING, texts.MEETING_PATH),
    "measures": (texts.MEASURES, texts.MEASURES_PATH),
    "members": (texts.MEMBERS, texts.MEMBERS_PATH),
    "anchoring": (texts.ANCHORING, texts.ANCHORING_PATH),
    "catalogue": (texts.CATALOGUE, texts.CATALOGUE_PATH),
    "council": (texts.COUNCIL, texts.COUNCIL_PATH),
    "report": (texts.REPORT, texts.REPORT_PATH),
    "access": (texts.ACCESS, texts.ACCESS_PATH),
    "sign_out": (texts.SIGN_OUT, texts.SIGN_OUT_PATH),
    "welcome": (texts.WELCOME, texts.WELCOME_PATH),
}
PAGE_PATHS: Final = frozenset(path for _, path in PAGES.values())
"""What an address inside the dashboard can be; the server answers 404 to any other."""
PAGES_OF: Final = {
    Role.ADMINISTRATION: (
        "overview",
        "network",
        "activity",
        "turnover",
        "what_if",
        "organisation",
        "missing",
        "factors",
        "project",
        "records",
        "confirm",
        "rounds",
        "catalogue",
        "meeting",
        "measures",
        "members",
        "anchoring",
        "council",
        "report",
        "access",
        "sign_out",
    ),
    Role.STEERING_GROUP: (
        "overview",
        "network",
        "activity",
        "turnover",
        "what_if",
        "organisation",
        "missing",
        "factors",
        "project",
        "catalogue",
        "meeting",
        "measures",
        "members",
        "anchoring",
        "council",
        "sign_out",
    ),
    Role.PROJECT_LEAD: ("assessment", "project", "confirm", "council", "sign_out"),
    Role.RATER: ("assessment", "sign_out"),
}
"""Which pages each role may open, the first one first; whoever is not in here is a guest."""
GUEST: Final = ("welcome",)
"""What somebody sees who is not signed in."""
SECTIONS: Final = {
    texts.SECTION_NETWORK: ("network", "activity", "turnover", "organisation", "missing", "what_if"),
    texts.SECTION_FACTORS: ("factors", "project", "rounds", "catalogue"),
    texts.SECTION_GROUP: ("meeting", "measures", "members", "anchoring"),
    texts.SECTION_RECORD: ("records", "confirm"),
    texts.SECTION_COUNCIL: ("council", "report"),
    texts.SECTION_ACCESS: ("access", "sign_out"),
}
"""What the menu of those who open many pages is sorted by; pages in none of them stand before the sections."""
SIDE_BY_SIDE: Final = 6
"""So many pages fit beside the sign on a laptop without a menu behind each word."""
