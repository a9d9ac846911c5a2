"""Wording of the yearly cycle on the first page: five stations, and the next step for whoever looks."""

from typing import Final

from bkcore.reports.cycle import Cycle, Step
from bkcore.reports.overview import OverviewReport
from bkcore.wording.numbers import count, date_de, sentence_case, whole
from dashboard.texts import meeting, navigation

STEPS: Final = "Die Stationen des Jahres"
NEXT: Final = "Ihr nächster Schritt"
ROUND: Final = "Einschätzen"
MEETING: Final = "Beraten"
MEASURES: Final = "Vereinbaren"
REPORT: Final = "Berichten"
COUNCIL: Final = "Rat"

NO_ROUND: Final = "noch keine Runde"
NO_MEETING: Final = "noch keine Sitzung"
NO_MEASURE: Final = "noch keine Maßnahme"
NO_SITTING: Final = "noch kein Sitzungstermin"

_LINKS: Final = {
    Step.RECORD: (navigation.RECORDS, f"/{navigation.RECORDS_PATH}"),
    Step.INVITE: (navigation.ROUNDS, f"/{navigation.ROUNDS_PATH}"),
    Step.REMIND: (navigation.ROUNDS, f"/{navigation.ROUNDS_PATH}"),
    Step.OVERDUE: (navigation.MEASURES, f"/{navigation.MEASURES_PATH}"),
    Step.CONFIRM: (navigation.CONFIRM, f"/{navigation.CONFIRM_PATH}"),
    Step.PLAN_ROUND: (navigation.ROUNDS, f"/{navigation.ROUNDS_PATH}"),
    Step.PREPARE_MEETING: (navigation.MEETING, f"/{navigation.MEETING_PATH}"),
    Step.WRITE_REPORT: (navigation.REPORT, f"/{navigation.REPORT_PATH}"),
    Step.SCHEDULE: (navigation.REPORT, f"/{navigation.REPORT_PATH}"),
    Step.READ_BEFORE: (navigation.COUNCIL, f"/{navigation.COUNCIL_PATH}"),
}


def round_note(report: OverviewReport) -> str:
    """Say where the self-assessment stands."""
    if report.round is not None:
        return f"{whole(report.round.projects_handed_in)} von {whole(report.round.projects_asked)} Projekten"
    return f"zuletzt {report.last_round.title}" if report.last_round else NO_ROUND


def meeting_note(cycle: Cycle) -> str:
    """Say when the group meets or met."""
    if cycle.running is not None:
        return "läuft gerade"
    if cycle.prepared is not None:
        return f"am {date_de(cycle.prepared.held_on)}"
    return f"zuletzt {date_de(cycle.last_meeting)}" if cycle.last_meeting else NO_MEETING


def measures_note(cycle: Cycle) -> str:
    """Say how many measures are open, and how many of them overdue."""
    if not cycle.any_measure:
        return NO_MEASURE
    late = f", {whole(cycle.overdue)} überfällig" if cycle.overdue else ""
    return f"{whole(cycle.open_measures)} offen{late}"


def report_note(report: OverviewReport) -> str:
    """Return whether the council has the report about the year that is over."""
    released = report.reported is not None and report.reported >= report.report_due
    return f"für {report.report_due} {'veröffentlicht' if released else 'noch offen'}"


def council_note(cycle: Cycle) -> str:
    """Say when a body deals with the report next."""
    return f"am {date_de(cycle.sitting)}" if cycle.sitting else NO_SITTING


def next_step(report: OverviewReport, cycle: Cycle, step: Step) -> str:
    """Say what comes next."""
    sentences = {
        Step.RECORD: "Tragen Sie die ersten Aktivitäten und Beteiligten ein.",
        Step.MEETING_RUNS: f"„{cycle.running.title}“ läuft. Steigen Sie ein." if cycle.running else "",
        Step.INVITE: f"Die Runde „{report.round.title}“ ist offen. Laden Sie die Projekte ein." if report.round else "",
        Step.REMIND: "Erinnern Sie die Projekte, die noch nicht abgegeben haben.",
        Step.OVERDUE: _overdue(cycle.overdue),
        Step.CONFIRM: _confirm(report.unconfirmed),
        Step.PLAN_ROUND: "Seit einem Jahr gab es keine Selbsteinschätzung. Planen Sie die nächste Runde.",
        Step.PREPARE_MEETING: "Bereiten Sie die nächste Sitzung der Steuerungsgruppe vor.",
        Step.WRITE_REPORT: f"Der Sachstandsbericht für {report.report_due} ist noch offen. Schreiben Sie daran weiter.",
        Step.SCHEDULE: (
            f"Der Sachstandsbericht für {report.report_due} ist veröffentlicht. "
            "Tragen Sie ein, wann welches Gremium ihn berät."
        ),
        Step.READ_BEFORE: (
            f"Am {date_de(cycle.sitting)} wird der Sachstandsbericht für {report.report_due} beraten. "
            "Sehen Sie vorher die Ratsansicht durch."
        ),
        Step.MEET: f"Die nächste Sitzung ist am {date_de(cycle.prepared.held_on)}." if cycle.prepared else "",
        Step.NOTHING: "Im Augenblick ist nichts zu tun.",
    }
    return sentences[step]


def link(cycle: Cycle, step: Step) -> tuple[str, str]:
    """Return words and address of the way to where the step is taken; both empty when there is nothing to do."""
    there = cycle.running if step is Step.MEETING_RUNS else cycle.prepared if step is Step.MEET else None
    if there is not None:
        return f"Zur Sitzung „{there.title}“", meeting.address(there.id)
    name, address = _LINKS.get(step, ("", ""))
    return f"Zur Seite „{name}“" if name else "", address


def _confirm(number: int) -> str:
    what = count(number, "angekündigten Aktivität", "angekündigten Aktivitäten").replace("eine ", "einer ", 1)
    return f"Sagen Sie, was aus {what} geworden ist."


def _overdue(number: int) -> str:
    verb = "ist" if number == 1 else "sind"
    what = sentence_case(count(number, "Maßnahme", "Maßnahmen"))
    return f"{what} {verb} überfällig. Klären Sie, was im Weg steht."
