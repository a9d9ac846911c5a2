"""Wording of the page of what would be without an organisation: a question about risk, never a grade."""

from collections.abc import Iterable, Mapping
from typing import Final

from bkcore.metrics.absence import AbsenceRows
from bkcore.reports.over_time import AbsenceReport, DependenceReport, OwnActivity
from bkcore.wording.numbers import date_de, join_words, number_word, whole

EMPTY_TITLE: Final = "Noch ist niemand erfasst, der mitgewirkt hat."
EMPTY: Final = (
    "Was an wem hängt, lässt sich erst sagen, wenn Aktivitäten mit ihren Beteiligten eingetragen sind. "
    "Das Integrationsmanagement erfasst sie auf der Seite „Bestand“."
)
TITLE: Final = "Was wäre, wenn eine Organisation fehlte?"
LEAD: Final = (
    "Ein Gedankenspiel: Eine Organisation wird aus dem Netz genommen, alles andere bleibt. So zeigt sich, wo eine "
    "zweite Verbindung guttäte. In Wirklichkeit springt oft jemand ein."
)
CAREFUL: Final = (
    "Die Aufzeichnung kennt nur, was aufgeschrieben ist. Zusammenarbeit ohne Termin kommt hier nicht vor. "
    "Wer viel einlädt, an dem hängt viel: Das ist kein Vorwurf und keine Rangliste."
)

PERIOD: Final = "Zeitraum"
EVERYTHING: Final = "alles"
EVERYTHING_NAME: Final = "alle Jahre"
ORGANISATION: Final = "Organisation"
PLACEHOLDER: Final = "Bitte wählen"

PLACES_NOTE: Final = "Nach Namen geordnet, keine Rangliste. Der Name öffnet das Gedankenspiel für diese Organisation."
PLACES_LABEL: Final = "Stellen, an denen viel an einer Organisation hängt"
NO_PLACES: Final = (
    "In diesem Zeitraum hätte auch ohne eine einzelne Organisation jede andere noch Verbindung zu den übrigen. "
    "Das kann auch daran liegen, dass nur wenig aufgeschrieben ist."
)
MEANING: Final = (
    "Zwei Organisationen sind verbunden, wenn sie bei mindestens einer Aktivität gemeinsam dabei waren. Abgetrennt "
    "heißt: Nähme man die eine Organisation heraus, hätte diese Gruppe zu den übrigen keine Verbindung mehr, auch "
    "nicht über andere. Ohne Partner heißt: Es bliebe niemand, mit dem sie gemeinsam dabei war."
    "\n\nGezählt werden Aktivitäten, die stattgefunden haben. Ist ein Jahr gewählt, zählt nur, was sicher in diesem "
    "Jahr lag; bei „alle Jahre“ zählt auch, was kein Datum hat."
)
FIGURES: Final = (
    ("ties", "Beteiligungen fielen weg"),
    ("pairs", "Verbindungen fielen weg"),
    ("without_partner", "andere hätten keinen Partner mehr"),
    ("components_without", "getrennte Teile gäbe es"),
)
OFFICE: Final = (
    "Diese Dienststelle der Stadt ist oft in der Mitte, weil sie einlädt. Ohne sie zeigt sich, was das Netz der "
    "übrigen von sich aus verbindet."
)
WHO: Final = "Wer davon betroffen wäre"
CUT_OFF: Final = "Abgetrennt von den übrigen"
ALONE: Final = "Ohne Partner"
ACTIVITY_PARTS: Final = ("niemand sonst dabei", "eine andere dabei", "mindestens zwei andere dabei")
BAR_SUBTITLE: Final = "Aktivitäten dieser Organisation danach, wie viele andere Organisationen dabei waren."
COLUMNS: Final = ("Aktivität", "Beginn", "andere Organisationen", "wer")


def short(name: str) -> str:
    """Return a name for a sentence, without what stands in brackets behind it.

    Examples:
        >>> short("Bergkamen for all-Team (vormals Steuerungsgruppe)")
        'Bergkamen for all-Team'
    """
    return name.split(" (", maxsplit=1)[0]


def places_finding(found: DependenceReport) -> str:
    """Head the overview."""
    if not found.rows:
        return "Niemand hängt an einer einzelnen Organisation."
    where = "An dieser Stelle" if len(found.rows) == 1 else "An diesen Stellen"
    return f"{where} hängt viel an einer Organisation"


def single(found: DependenceReport) -> str:
    """Say in how many activities only one organisation took part."""
    if not found.single:
        return (
            f"An jeder von {number_word(found.activities)} Aktivitäten waren mindestens zwei Organisationen beteiligt."
        )
    who = "An einer" if found.single == 1 else f"An {number_word(found.single)}"
    return (
        f"{who} von {number_word(found.activities)} Aktivitäten mit bekannten Beteiligten war nur eine Organisation "
        "beteiligt."
    )


def place(rows: AbsenceRows, names: Mapping[str, str]) -> str:
    """Say who hangs on an organisation."""
    groups = [*rows.cut_off]
    alone = rows.without_partner - frozenset().union(*groups)
    said = [_cut_off(group, names) for group in groups]
    if alone:
        said.append(f"{_listed(alone, names)} {_have(alone)} keinen Partner mehr.")
    return " ".join(said)


def finding(name: str, found: AbsenceReport) -> str:
    """Say the most important true sentence about the absence."""
    name = short(name)
    cut = frozenset().union(*found.rows.cut_off)
    if cut:
        who = f"{_number(len(cut))} {_others(len(cut))}"
        return f"Ohne {name} {_have(cut)} {who} keine Verbindung mehr zu den übrigen."
    if alone := found.rows.without_partner:
        return f"Ohne {name} {_have(alone)} {_number(len(alone))} {_others(len(alone))} keinen Partner mehr."
    return f"Auch ohne {name} bliebe verbunden, wer jetzt verbunden ist."


def parts(found: AbsenceReport) -> str:
    """Say into how many parts the others would fall."""
    before, after = found.found.components, found.found.components_without
    rest = found.organisations - 1
    if rest < 2:  # noqa: PLR2004 - one alone is no network
        return f"Außer ihr {'ist eine' if rest else 'ist keine'} Organisation in diesem Zeitraum erfasst."
    who = f"Die {number_word(rest)} übrigen Organisationen"
    if before == 1:
        return f"{who} hängen zusammen; " + (
            "das bliebe so." if after == 1 else f"ohne sie zerfielen sie in {number_word(after)} Teile."
        )
    then = "dabei bliebe es" if after == before else f"ohne sie wären es {number_word(after)}"
    return f"{who} bilden {number_word(before)} getrennte Teile; {then}."


def bar_finding(found: AbsenceReport) -> str:
    """Say what would become of the organisation's activities."""
    total, empty, alone = found.found.ties, found.found.activities_empty, found.found.activities_alone
    if not empty and not alone:
        which = "ihrer einen Aktivität" if total == 1 else f"jeder ihrer {number_word(total)} Aktivitäten"
        return f"Bei {which} wären noch mindestens zwei andere dabei."
    said = []
    if empty:
        said.append(f"{'bei einer' if empty == 1 else f'bei {number_word(empty)}'} wäre niemand mehr dabei")
    if alone:
        said.append(f"{'bei einer' if alone == 1 else f'bei {number_word(alone)}'} nur noch eine andere Organisation")
    of = "Von einer Aktivität" if total == 1 else f"Von {number_word(total)} Aktivitäten"
    return f"{of}: {' und '.join(said)}."


def when(line: OwnActivity) -> str:
    """Write when an activity began, no more exactly than it is known."""
    return date_de(line.start, precision=line.precision)


def bar_description(text: str) -> str:
    """Describe the bar to those who do not see it."""
    return f"Ein geteilter Balken. {text} Alle Aktivitäten stehen in der Tabelle."


def affected(rows: AbsenceRows, names: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return heading and names of the groups that would be cut off or left without a partner."""
    cut = [(f"{CUT_OFF} ({whole(len(group))})", _names(group, names)) for group in rows.cut_off]
    alone = [(f"{ALONE} ({whole(len(rows.without_partner))})", _names(rows.without_partner, names))]
    return (*cut, *(alone if rows.without_partner else ()))


def gone(name: str, period: str) -> str:
    """Say that an organisation took part in nothing in the period."""
    return (
        f"{name} war in diesem Zeitraum ({period}) an keiner Aktivität beteiligt, die stattgefunden hat. "
        "Deshalb würde sich nichts ändern."
    )


def _cut_off(group: frozenset[str], names: Mapping[str, str]) -> str:
    return f"{_listed(group, names)} {_have(group)} zu den übrigen keine Verbindung mehr."


def _listed(ids: Iterable[str], names: Mapping[str, str]) -> str:
    return join_words(sorted((short(names[one]) for one in ids), key=str.casefold))


def _names(ids: Iterable[str], names: Mapping[str, str]) -> str:
    return " · ".join(sorted((names[one] for one in ids), key=str.casefold))


def _have(ids: frozenset[str]) -> str:
    return "hätte" if len(ids) == 1 else "hätten"


def _number(number: int) -> str:
    return "eine" if number == 1 else number_word(number)


def _others(number: int) -> str:
    return "andere Organisation" if number == 1 else "andere Organisationen"
