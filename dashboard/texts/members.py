"""Wording of the page of members: seats, who sits there, continuity and change."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from bkcore.reports.members import MemberFigures, MembersReport, SeatState, Sitting
from bkcore.wording.members import erased
from bkcore.wording.numbers import UNDEFINED, date_de, decimal, number_word, sentence_case, whole

ABOUT: Final = "Welche Organisationen in der Steuerungsgruppe sitzen, wer sie vertritt und seit wann."
EMPTY_TITLE: Final = "Noch ist kein Sitz festgehalten."
EMPTY_KEEPER: Final = "Geben Sie der ersten Organisation einen Sitz. Danach tragen Sie ein, wer sie vertritt."
EMPTY: Final = "Die Verwaltung trägt die Sitze ein."
SEAT: Final = "Sitz"
"""What a seat is called unless somebody names it; then its organisation says enough."""
SEATS: Final = "Sitze der Steuerungsgruppe"
COLUMNS: Final = ("Sitz", "Wer", "Seit", "Übergabenotiz")
VACANT: Final = "nicht besetzt"
FIGURES: Final = "Kontinuität und Wechsel"
NEW_SEAT: Final = "Sitz vergeben …"
CHOICE: Final = "Sitz ansehen"
CHOICE_HINT: Final = "Sitz wählen"
PAST_SEATS: Final = "Frühere Sitze"
PAST_COLUMNS: Final = ("Sitz", "Von", "Bis")

HISTORY: Final = "Wer hier saß"
HISTORY_COLUMNS: Final = ("Wer", "Von", "Bis", "Name gespeichert")
HISTORY_COLUMNS_KEEPER: Final = (*HISTORY_COLUMNS, "Erreichbar unter")
NOBODY_YET: Final = "Auf diesem Sitz saß noch niemand."
HANDOVER: Final = "Übergabenotiz"
HANDOVER_NOTE: Final = (
    "Was die nächste Vertretung wissen sollte: Absprachen, Ablage, Termine. Funktionen nennen, keine Namen."
)
NO_HANDOVER: Final = "Noch keine Notiz."
SAVE_HANDOVER: Final = "Notiz speichern"
HANDOVER_SAVED: Final = "Die Übergabenotiz ist gespeichert."
HANDOVER_MOVED: Final = (
    "Jemand hat die Notiz inzwischen geändert. Ihr Text steht noch im Feld; gespeichert ist jetzt: „{text}“ "
    "Speichern Sie noch einmal, gilt Ihr Text."
)

FORM_SEAT: Final = "Sitz vergeben"
FIELD_ORGANISATION: Final = "Welche Organisation?"
FIELD_ORGANISATION_HINT: Final = "Organisation wählen"
FIELD_TITLE: Final = "Bezeichnung"
FIELD_SINCE: Final = "Seit wann?"
SAVE_SEAT: Final = "Sitz vergeben"
SEAT_SAVED: Final = "Der Sitz ist vergeben."
BEGIN: Final = "Vertretung eintragen …"
FORM_BEGIN: Final = "Vertretung eintragen"
BEGIN_NOTE: Final = (
    "Wer bisher hier sitzt, endet am Tag davor. Name und Adresse werden {days} Tage nach dem Ende gelöscht."
)
FIELD_NAME: Final = "Name"
FIELD_CONTACT: Final = "E-Mail oder Telefon, wenn nötig"
SAVE_BEGIN: Final = "Vertretung eintragen"
BEGUN: Final = "Die Vertretung ist eingetragen."
END: Final = "Vertretung beenden …"
FORM_END: Final = "Vertretung beenden"
FIELD_LAST_DAY: Final = "Letzter Tag"
SAVE_END: Final = "Vertretung beenden"
ENDED: Final = "Die Vertretung ist beendet."
END_SEAT: Final = "Sitz beenden …"
FORM_END_SEAT: Final = "Sitz beenden"
END_SEAT_NOTE: Final = "Wer auf dem Sitz sitzt, endet mit ihm. Der Sitz bleibt unter „Frühere Sitze“ lesbar."
SAVE_END_SEAT: Final = "Sitz beenden"
SEAT_ENDED: Final = "Der Sitz ist beendet."
ERASE: Final = "Jetzt löschen"
ERASE_FIELD: Final = "Wessen Namen und Adresse löschen?"
ERASE_HINT: Final = "Vertretung wählen"
ERASE_BUTTON: Final = "Name und Adresse löschen …"
ERASE_QUESTION: Final = "Name und Adresse endgültig löschen?"
ERASE_TEXT: Final = (
    "Sitz, Nummer und Tage bleiben.",
    "Der Name verschwindet auch aus Journal, Übergabenotizen, Protokollen, Maßnahmen und Aktivitäten.",
    "Das lässt sich nicht zurücknehmen. In älteren Sicherungen steht der Name noch.",
)
ERASE_YES: Final = "Endgültig löschen"
ERASED: Final = "Name und Adresse sind gelöscht."

_FILLED: Final = "Sitze von heute, auf denen heute jemand sitzt."
_NEW: Final = "Wer heute hier sitzt und im letzten Jahr begann."
_NEW_UNDEFINED: Final = "Nicht definiert: Heute sitzt niemand hier, oder vor einem Jahr gab es noch keinen Sitz."
_STAYED: Final = "Wer vor einem Jahr hier saß und noch auf demselben Sitz sitzt."
_STAYED_UNDEFINED: Final = "Nicht definiert: Vor einem Jahr saß hier noch niemand."
_SERVICE: Final = "Die Hälfte sitzt länger auf ihrem Sitz, die Hälfte kürzer."
_SERVICE_UNDEFINED: Final = "Nicht definiert: Heute sitzt niemand hier."


def head(report: MembersReport, *, today: date) -> tuple[str, str]:
    """Return title and lead: how many seats are filled, and how many stayed."""
    there = [seat for seat in report.seats if seat.exists(today)]
    filled = sum(seat.current(today) is not None for seat in there)
    return _filled(filled, len(there)), _stayed(report.figures)


def _filled(filled: int, seats: int) -> str:
    if not seats:
        return "Zurzeit gibt es keinen Sitz."
    if seats == 1:
        return "Der eine Sitz ist besetzt." if filled else "Der eine Sitz ist nicht besetzt."
    if filled == seats:
        return f"Alle {number_word(seats)} Sitze sind besetzt."
    some = {0: "Keiner", 1: "Einer"}.get(filled, sentence_case(number_word(filled)))
    return f"{some} von {number_word(seats)} Sitzen {'ist' if filled <= 1 else 'sind'} besetzt."


def _stayed(figures: MemberFigures) -> str:
    if figures.stayed is None:
        return "Ob die Gruppe beständig ist, lässt sich noch nicht sagen: Vor einem Jahr saß hier noch niemand."
    stayed, before = figures.stayed
    if before == 1:
        return f"Wer vor einem Jahr hier saß, sitzt {'noch' if stayed else 'nicht mehr'} auf demselben Sitz."
    if stayed == before:
        return f"Alle {number_word(before)}, die vor einem Jahr hier saßen, sitzen noch auf demselben Sitz."
    who = {0: "Niemand", 1: "Eine Person"}.get(stayed, sentence_case(number_word(stayed)))
    verb = "sitzt" if stayed <= 1 else "sitzen"
    return f"{who} von {number_word(before)}, die vor einem Jahr hier saßen, {verb} noch auf demselben Sitz."


def figures(found: MemberFigures) -> tuple[tuple[str, str, str], ...]:
    """Return value, name and definition of each figure; what is not defined says why."""
    service = UNDEFINED if found.service is None else f"{decimal(found.service)} Jahre"
    return (
        (_of(found.filled), "Sitze besetzt", _FILLED),
        (_of(found.new), "neu seit einem Jahr", _NEW if found.new is not None else _NEW_UNDEFINED),
        (_of(found.stayed), "geblieben", _STAYED if found.stayed is not None else _STAYED_UNDEFINED),
        (service, "mittlere Dauer", _SERVICE if found.service is not None else _SERVICE_UNDEFINED),
    )


def _of(counted: tuple[int, int] | None) -> str:
    return UNDEFINED if counted is None else f"{whole(counted[0])} von {whole(counted[1])}"


def seat_name(seat: SeatState) -> str:
    """Name a seat by its organisation and what it is called."""
    return seat.organisation if seat.title == SEAT else f"{seat.organisation} · {seat.title}"


def seat_row(seat: SeatState, *, today: date) -> tuple[str, ...]:
    """Return one row of the list, in the order of ``COLUMNS``."""
    current = seat.current(today)
    who = person(current) if current else VACANT
    since = date_de(current.begins_on) if current else ""
    return seat_name(seat), who, since, "ja" if seat.handover else "noch keine"


def past_row(seat: SeatState) -> tuple[str, ...]:
    """Return one row of the seats that ended or have not begun, in the order of ``PAST_COLUMNS``."""
    return seat_name(seat), date_de(seat.begins_on), date_de(seat.ends_on) if seat.ends_on else ""


def person(one: Sitting) -> str:
    """Return the name, or the number where there is none for this reader."""
    return one.name or erased(one.number)


def history_row(one: Sitting, *, keeper: bool) -> tuple[str, ...]:
    """Return one row of the history of a seat."""
    until = date_de(one.ends_on) if one.ends_on else "heute"
    row = (person(one), date_de(one.begins_on), until, _kept(one))
    return (*row, one.contact) if keeper else row


def _kept(one: Sitting) -> str:
    if one.erased_on is not None:
        return f"gelöscht am {date_de(one.erased_on)}"
    if one.erase_on is not None:
        return f"bis {date_de(one.erase_on)}"
    return "solange die Vertretung dauert"


def choices(sittings: Sequence[Sitting]) -> dict[int, str]:
    """Return whose name can be erased, by id."""
    return {one.id: f"{person(one)}, seit {date_de(one.begins_on)}" for one in sittings if one.erased_on is None}
