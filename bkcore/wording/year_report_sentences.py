"""German sentences of the yearly report, one function each.

A sentence that claims something is only used where a rule in ``bkcore.publication.yearly`` makes it true.
"""

from collections.abc import Sequence

from bkcore.wording.briefing import ACTIVITIES, ORGANISATIONS
from bkcore.wording.numbers import count, decimal, join_words, number_word, sentence_case

_PROJECTS = ("Projekt", "Projekte")
_MEASURES = ("Maßnahme", "Maßnahmen")


def title(year: int) -> str:
    """Name the report of a year."""
    return f"Sachstandsbericht {year}"


def subject(year: int) -> str:
    """Suggest what stands after „Betreff“."""
    return f"Sachstandsbericht {year} zum Integrationsmanagement und zum Netzwerk „Bergkamen for all“"


def edition(number: int, version: int) -> str:
    """Say which released report it is."""
    return f"Bericht Nr. {number}" + (f", {version}. Fassung" if version > 1 else "")


def _projects(number: int) -> str:
    return count(number, *_PROJECTS, feminine=False)


def _are(number: int) -> str:
    return "ist" if number == 1 else "sind"


def papers_in_year(year: int, number: int) -> str:
    """Say how often the council's bodies dealt with the network in a year."""
    if number == 0:
        return f"Für {year} ist keine Beratung über das Netzwerk in Rat und Ausschüssen erfasst."
    return f"{year} {_are(number)} {count(number, 'Beratung', 'Beratungen')} in Rat und Ausschüssen erfasst."


def nothing_recorded(year: int) -> str:
    """Say that nothing is known of a year, and that this is no zero."""
    return f"Für {year} ist keine Aktivität des Netzwerks erfasst. Das heißt nicht, dass nichts stattgefunden hat."


def announced_only(year: int, announced: int) -> str:
    """Say that a year is known from announcements alone."""
    noun = count(announced, *ACTIVITIES)
    return f"Für {year} {_are(announced)} {noun} angekündigt. Ob sie stattgefunden {_have(announced)}, ist offen."


def _have(number: int) -> str:
    return "hat" if number == 1 else "haben"


def without_organisations(year: int, activities: int) -> str:
    """Say that something took place and nobody wrote down who took part."""
    noun = count(activities, *ACTIVITIES)
    return f"Für {year} {_are(activities)} {noun} bestätigt. Welche Organisationen mitgewirkt haben, ist nicht bekannt."


def running(year: int, day: str) -> str:
    """Say that the year is not over."""
    return f"Das Jahr {year} läuft noch. Die Zahlen gelten bis zum {day} und werden nicht mit ganzen Jahren verglichen."


def so_far(*, organisations: int, activities: int) -> str:
    """Say what is known of the running year."""
    who = count(organisations, *ORGANISATIONS)
    what = "einer bestätigten Aktivität" if activities == 1 else f"{number_word(activities)} bestätigten Aktivitäten"
    return f"Bisher {_have(organisations)} {who} an {what} mitgewirkt."


def came_and_went(*, year: int, returned: int, left: int) -> str:
    """Say how many came back, and how many of the year before were missing, without blame."""
    verb = "kehrte" if returned <= 1 else "kehrten"
    some = "keine Organisation" if not returned else count(returned, *ORGANISATIONS)
    back = f"{sentence_case(some)} {verb} nach einer Pause zurück"
    if left == 0:
        return f"{back}; alle aus {year - 1} waren wieder dabei."
    missing = "eine" if left == 1 else number_word(left)
    return f"{back}; für {missing} aus {year - 1} ist keine Beteiligung bekannt. Ein ruhiges Jahr ist kein Austritt."


def load(*, share: str, before: str, year: int) -> str:
    """Say how much hangs on the three most active organisations."""
    base = f" ({year}: {before})" if before else ""
    return (
        f"Bei {share} der Aktivitäten mit bekannten Beteiligten war mindestens eine der drei aktivsten Organisationen "
        f"dabei{base}."
    )


def people(*, year: int, counted: int, activities: int, people: str) -> str:
    """Say how many people were counted at how many activities."""
    if counted == 0:
        return f"Teilnehmende sind für {year} bei keiner Aktivität gezählt."
    some = "einer" if counted == 1 else number_word(counted)
    base = "der einzigen Aktivität" if activities == 1 else f"{some} von {number_word(activities)} Aktivitäten"
    if not people:
        return f"Teilnehmende sind für {year} bei {base} gezählt. Die Summe bleibt zum Schutz der Menschen ungenannt."
    return f"Teilnehmende sind für {year} bei {base} gezählt, zusammen {people}. Das ist eine Untergrenze."


def activities_of(year: int, confirmed: int, announced: int) -> str:
    """Say how many activities are confirmed, and how many only announced."""
    known = count(confirmed, *ACTIVITIES)
    first = f"Für {year} {_are(confirmed)} {known} bestätigt."
    if not announced:
        return first
    if not confirmed:
        return announced_only(year, announced)
    more = (
        "eine weitere" if announced == 1 else f"{number_word(announced)} weitere"
    ) + f" {ACTIVITIES[announced != 1]}"
    return f"{first} {sentence_case(more)} {_are(announced)} angekündigt und nicht bestätigt."


def projects_of(year: int, number: int, described: int) -> str:
    """Say how many projects demonstrably ran, and how many are described."""
    if number == 0:
        return f"Dass {year} ein Projekt des Netzwerks lief, ist nicht belegt."
    told = {0: "Eine freigegebene Beschreibung gibt es dazu noch nicht.", 1: "Eines davon ist hier beschrieben."}.get(
        described, f"{sentence_case(number_word(described))} davon sind hier beschrieben."
    )
    if described == number:
        told = "Es ist hier beschrieben." if number == 1 else "Alle sind hier beschrieben."
    verb = "lief" if number == 1 else "liefen"
    return f"Nachweislich {verb} {year} {_projects(number)} des Netzwerks. {told}"


def no_round(year: int) -> str:
    """Say that there is no closed self-assessment of a year."""
    return f"Für {year} ist keine abgeschlossene Selbsteinschätzung erfasst."


def round_of(title: str, day: str, finding: str) -> str:
    """Say which self-assessment the values are from."""
    return f"Die Werte stammen aus der Runde „{title}“, die am {day} endete. {finding}"


def moved(*, up: int, down: int, same: int, before: str) -> str:
    """Say how many factors moved which way against the round before."""
    parts = [
        f"{number_word(number) if number != 1 else 'einer'} {words}"
        for number, words in ((up, "höher"), (down, "niedriger"), (same, "gleich"))
        if number
    ]
    compared, where = up + down + same, f"gegenüber der Runde „{before}“"
    if compared == 1:
        return f"Der eine vergleichbare Faktor liegt {where} {parts[0].removeprefix('einer ')}."
    verb = "liegt" if parts[0].startswith("einer") else "liegen"
    return f"Von {number_word(compared)} vergleichbaren Faktoren {verb} {where} {join_words(parts)}."


def widest_gap(title: str, high: str, low: str, gap: str) -> str:
    """Say where two views lie furthest apart."""
    return f"Am weitesten auseinander liegen die Sichten bei „{title}“: {high} und {low} trennen {gap} Stufen."


def measures_of(*, year: int, agreed: int, earlier: int, overdue: int, day: str) -> tuple[str, ...]:
    """Say how many measures were agreed, how many of earlier years are open, and how many are late."""
    if not agreed and not earlier:
        return (f"Für {year} ist keine Maßnahme erfasst.",)
    texts = [
        f"{year} {'wurde' if agreed == 1 else 'wurden'} {count(agreed, *_MEASURES)} vereinbart."
        if agreed
        else f"Für {year} ist keine neue Maßnahme erfasst."
    ]
    if earlier:
        verb = _are(earlier)
        texts.append(f"Aus früheren Jahren {verb} am {day} noch {count(earlier, *_MEASURES)} nicht abgeschlossen.")
    if overdue:
        some = "einer" if overdue == 1 else number_word(overdue)
        texts.append(f"Bei {some} ist der vereinbarte Termin verstrichen, ohne dass sie abgeschlossen {_are(overdue)}.")
    return tuple(texts)


def measures_caption(day: str) -> str:
    """Name the table of measures with its day."""
    return f"Maßnahmen nach ihrem Stand am {day}"


def responsibilities(named: Sequence[str], *, without: int) -> str:
    """Say which responsibilities projects belong to."""
    if not named:
        return ""
    more = "" if not without else f" Bei {_dative(without)} ist kein Bereich eingetragen oder freigegeben."
    noun = "dem Verantwortungsbereich" if len(named) == 1 else "den Verantwortungsbereichen"
    return f"Projekte sind {noun} {join_words(list(named))} zugeordnet.{more}"


def _dative(projects: int) -> str:
    return "einem Projekt" if projects == 1 else f"{number_word(projects)} Projekten"


def departments(number: int, title: str) -> str:
    """Say how many departments of the administration rated themselves."""
    who = count(number, "Verwaltungsbereich", "Verwaltungsbereiche", feminine=False)
    own = "seine" if number == 1 else "ihre"
    return f"In der Runde „{title}“ {_have(number)} {who} {own} Arbeit selbst eingeschätzt."


def no_projects_anchored(year: int) -> str:
    """Say that without a project nothing can be said of responsibilities."""
    return f"Da für {year} kein Projekt belegt ist, lässt sich zu Verantwortungsbereichen nichts sagen."


def funding_of(*, year: int, projects: int, funded: int) -> str:
    """Say for how many projects a funding is recorded."""
    if projects == 0:
        return f"Da für {year} kein Projekt belegt ist, ist auch keine Förderung erfasst."
    if funded == 0:
        if projects == 1:
            return f"Für das eine Projekt des Jahres {year} ist keine Förderung eingetragen."
        return f"Für die Projekte des Jahres {year} ist keine Förderung eingetragen."
    if projects == 1:
        return f"Für das eine Projekt des Jahres {year} ist eine Förderung eingetragen."
    some = "eines" if funded == 1 else number_word(funded)
    return f"Für {some} der {number_word(projects)} Projekte des Jahres {year} ist eine Förderung eingetragen."


def ended(year: int, number: int) -> str:
    """Say how many projects ended in a year by their recorded end."""
    verb = "endete" if number == 1 else "endeten"
    return f"{year} {verb} {_projects(number)} nach dem eingetragenen Zeitraum."


def will_end(year: int, number: int) -> str:
    """Say how many projects have an end in the year after."""
    verb = "hat" if number == 1 else "haben"
    own = "sein" if number == 1 else "ihr"
    return f"{sentence_case(_projects(number))} {verb} {own} eingetragenes Ende im Jahr {year}."


def lesson(highest: str, high: float, lowest: str, low: float) -> str:
    """Say where the projects see themselves furthest and least far."""
    return (
        f"Am weitesten sehen sich die Projekte bei „{highest}“ ({decimal(high)}), am wenigsten weit bei „{lowest}“ "
        f"({decimal(low)}). Das sind Anlässe zum Gespräch, keine Noten."
    )


def round_ahead(title: str, until: str, *, is_open: bool) -> str:
    """Say that a self-assessment runs or is planned."""
    return f"Die Selbsteinschätzung „{title}“ {'läuft' if is_open else 'ist geplant'} bis {until}."


def measures_ahead(number: int, day: str) -> str:
    """Say how many measures are still to be done."""
    return f"Am {day} {_are(number)} {count(number, *_MEASURES)} noch nicht abgeschlossen."


def undated(number: int) -> str:
    """Say that some activities are in no year."""
    return f"{sentence_case(count(number, *ACTIVITIES))} ohne bekanntes Jahr {_are(number)} in keinem Jahr enthalten."


def change(before: float, after: float) -> str:
    """Write how far a mean moved, with its sign.

    Examples:
        >>> change(3.0, 3.4), change(3.0, 2.5), change(3.0, 3.0)
        ('+0,4', '−0,5', '±0,0')
    """
    moved_by = round(after - before, 1)
    sign = "±" if moved_by == 0 else "+" if moved_by > 0 else "−"
    return f"{sign}{decimal(abs(moved_by))}"


def end_of(text: str) -> str:
    """Write a recorded end, or that there is none."""
    return text or "kein Ende eingetragen"
