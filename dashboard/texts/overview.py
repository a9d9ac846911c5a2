"""Wording of the first page."""

from collections.abc import Sequence
from typing import Final

from bkcore.publication.document import Headline
from bkcore.publication.inputs import YearInput
from bkcore.reports.overview import LatestActivity, OverviewReport
from bkcore.wording import briefing as words
from bkcore.wording import findings
from bkcore.wording.numbers import count, date_de, whole

LATEST: Final = "Zuletzt"
LATEST_LABEL: Final = "Die letzten bestätigten Aktivitäten"
TO_NETWORK: Final = "Zum Netzwerk"
EMPTY_TITLE: Final = "So fangen Sie an"
EMPTY: Final = (
    "Tragen Sie Organisationen, Aktivitäten und Beteiligte auf der Seite „Bestand“ ein, einzeln oder als Excel-Mappe. "
    "Danach stehen hier die ersten Zahlen."
)
WAITING_HELP: Final = (
    "Haben sie stattgefunden? Auf der Seite „Bestätigen“ sagen Sie es mit wenigen Klicks oder fragen die Leitungen."
)


def title(report: OverviewReport, claim: Headline) -> str:
    """Return the most important true sentence right now: about the open round, else about the latest year.

    Args:
        report: The first page.
        claim: The finding about the latest year with activities.
    """
    if report.round is not None:
        return findings.round_running(report.round.title, days=(report.round.closes_on - report.today).days)
    return claim.finding


def lead(report: OverviewReport, claim: Headline) -> str:
    """Return what belongs to the title: who has handed in, or of which year the figures are."""
    if report.round is not None:
        return findings.round_progress(handed_in=report.round.projects_handed_in, asked=report.round.projects_asked)
    if report.network is not None and report.network.year < report.today.year:
        return f"{claim.caveat} {no_records_yet(report.today.year, shown=report.network.year)}".strip()
    return f"{claim.lead} {claim.caveat}".strip()


def caveat(report: OverviewReport, claim: Headline) -> str:
    """Return what stands beside the claim when it heads the figures; else it is in the lead."""
    return claim.caveat if report.round is not None else ""


def no_records_yet(year: int, *, shown: int) -> str:
    """Say that the current year has no records and which year is shown instead."""
    return f"Für {year} ist noch keine Aktivität bestätigt. Die Zahlen hier gelten für {shown}."


def figures_title(report: OverviewReport, until: Sequence[YearInput], claim: Headline) -> str:
    """Head the figures: with the finding, unless it already is the title of the page."""
    return claim.finding if report.round is not None else f"Das Netzwerk {until[-1].year} in Zahlen"


def figures_note(report: OverviewReport, until: Sequence[YearInput], *, running: bool) -> str:
    """Say of when the figures are, what they are compared with, and that the current year has none yet."""
    year = until[-1].year
    if running:
        return f"1. Januar bis heute, {date_de(report.today)}."
    before = any(entry.year == year - 1 and entry.organisations for entry in until)
    silent = f" Für {report.today.year} ist noch keine Aktivität bestätigt." if report.round is not None else ""
    return f"1. Januar bis 31. Dezember {year}" + (", verglichen mit dem ganzen Vorjahr." if before else ".") + silent


def event(activity: LatestActivity) -> tuple[str, str, str]:
    """Return when, what and how many."""
    people = f"{whole(activity.attendees)} Menschen" if activity.attendees else ""
    partners = count(activity.organisations, *words.ORGANISATIONS) if activity.organisations else ""
    return (
        date_de(activity.day, precision=activity.precision),
        activity.title,
        " · ".join(part for part in (people, partners) if part),
    )


def waiting(report: OverviewReport) -> str:
    """Say how many activities nobody has confirmed; empty for none."""
    return findings.waiting(report.unconfirmed)
