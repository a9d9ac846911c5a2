"""Wording of the hand-over: what a new integration manager finds, and where each thing is done."""

from collections.abc import Callable, Mapping
from typing import Final

from bkcore.reports.first_steps import Duty, FirstSteps
from bkcore.wording.numbers import count, date_de, join_words, sentence_case
from dashboard.texts import navigation

HEADING: Final = "Erste Schritte"
LABEL: Final = "Was bei einer Übergabe durchzugehen ist"
OPEN: Final = "● offen"
DONE: Final = "✓ in Ordnung"
_OPERATOR: Final = "Das stellt ein, wer das Programm betreibt"
TITLES: Final = {
    Duty.CONFIRM: "Aktivitäten bestätigen",
    Duty.ROUND: "Termine der Runde",
    Duty.LETTERS: "Einladungen",
    Duty.SEATS: "Sitze der Steuerungsgruppe",
    Duty.MEETING: "Nächste Sitzung",
    Duty.MEASURES: "Maßnahmen",
    Duty.REPORT: "Bericht an den Rat",
    Duty.COUNCIL: "Ratsansicht",
    Duty.MAIL: "Versand von E-Mails",
    Duty.ADDRESS: "Adresse des Programms",
}
LINKS: Final = {
    Duty.CONFIRM: (navigation.CONFIRM, navigation.CONFIRM_PATH),
    Duty.ROUND: (navigation.ROUNDS, navigation.ROUNDS_PATH),
    Duty.LETTERS: (navigation.ROUNDS, navigation.ROUNDS_PATH),
    Duty.SEATS: (navigation.MEMBERS, navigation.MEMBERS_PATH),
    Duty.MEETING: (navigation.MEETING, navigation.MEETING_PATH),
    Duty.MEASURES: (navigation.MEASURES, navigation.MEASURES_PATH),
    Duty.REPORT: (navigation.REPORT, navigation.REPORT_PATH),
    Duty.COUNCIL: (navigation.COUNCIL, navigation.COUNCIL_PATH),
}
"""Where a duty is done; what the operator sets is done on no page."""


def note(found: FirstSteps) -> str:
    """Say how much is still to be done."""
    number = len(found.waiting)
    if not number:
        return "Für eine Übergabe an das Integrationsmanagement ist alles bereit."
    points = count(number, "Punkt ist", "Punkte sind", feminine=False)
    return f"Für eine Übergabe an das Integrationsmanagement: {points} von {len(Duty)} noch offen."


def sentence(found: FirstSteps, duty: Duty) -> str:
    """Say how it stands with one duty."""
    return _SENTENCES[duty](found)


def _confirm(found: FirstSteps) -> str:
    number = found.overview.unconfirmed
    return f"{sentence_case(count(number, 'Aktivität wartet', 'Aktivitäten warten'))} auf Bestätigung."


def _round(found: FirstSteps) -> str:
    turn, last = found.turn, found.overview.last_round
    if turn is not None:
        return f"„{turn.title}“: {date_de(turn.opens_on)} bis {date_de(turn.closes_on)}."
    before = f"Die letzte endete am {date_de(last.over_on)}." if last else "Es gab noch keine."
    return f"Keine Runde ist offen oder geplant. {before}"


def _letters(found: FirstSteps) -> str:
    if not found.letters:
        return "Kein Link liegt unverschickt."
    links = count(found.letters, "Link wurde", "Links wurden", feminine=False)
    return f"{sentence_case(links)} noch nicht verschickt und nie geöffnet."


def _seats(found: FirstSteps) -> str:
    if not found.seats:
        return "Noch ist kein Sitz eingetragen."
    if found.vacant:
        return f"Niemand vertritt: {join_words(list(found.vacant))}."
    return f"{sentence_case(count(found.seats, 'Sitz ist', 'Sitze sind', feminine=False))} besetzt."


def _meeting(found: FirstSteps) -> str:
    cycle = found.cycle
    if cycle.running is not None:
        return "Die Sitzung läuft gerade."
    if cycle.prepared is not None:
        return f"Vorbereitet für {date_de(cycle.prepared.held_on)}."
    before = f"Die letzte war am {date_de(cycle.last_meeting)}." if cycle.last_meeting else "Es gab noch keine."
    return f"Keine Sitzung ist vorbereitet. {before}"


def _measures(found: FirstSteps) -> str:
    cycle = found.cycle
    if not cycle.any_measure:
        return "Noch ist keine Maßnahme vorgenommen."
    if not cycle.overdue:
        return "Keine Maßnahme ist überfällig."
    return f"{sentence_case(count(cycle.overdue, 'Maßnahme ist', 'Maßnahmen sind'))} überfällig."


def _report(found: FirstSteps) -> str:
    year = found.overview.report_due
    if found.is_reported:
        return f"Der Bericht für {year} ist veröffentlicht."
    points = sentence_case(count(found.findings, "Hinweis ist", "Hinweise sind", feminine=False))
    return f"Der Bericht für {year} steht noch aus. {points} vor dem Veröffentlichen durchzusehen."


def _council(found: FirstSteps) -> str:
    if found.released_on is None:
        return "Für den Rat ist noch nichts veröffentlicht."
    return f"Zuletzt veröffentlicht am {date_de(found.released_on)}."


def _mail(found: FirstSteps) -> str:
    if found.has_mail:
        return "Ein Mailserver ist eingestellt."
    return f"Ohne Mailserver kopieren Sie Nachrichten von Hand. {_OPERATOR} (BK_SMTP_URL)."


def _address(found: FirstSteps) -> str:
    if found.has_address:
        return "Links führen unter die eingestellte Adresse."
    return f"Links führen nur auf diesen einen Rechner. {_OPERATOR} (BK_PUBLIC_URL)."


_SENTENCES: Final[Mapping[Duty, Callable[[FirstSteps], str]]] = {
    Duty.CONFIRM: _confirm,
    Duty.ROUND: _round,
    Duty.LETTERS: _letters,
    Duty.SEATS: _seats,
    Duty.MEETING: _meeting,
    Duty.MEASURES: _measures,
    Duty.REPORT: _report,
    Duty.COUNCIL: _council,
    Duty.MAIL: _mail,
    Duty.ADDRESS: _address,
}
