"""German sentences of what the council sees, one function each.

A sentence that claims something is only used where a rule in ``bkcore.publication`` makes it true.
"""

from bkcore.thresholds import PUBLIC_MINIMUM
from bkcore.wording.briefing import ACTIVITIES, ORGANISATIONS
from bkcore.wording.numbers import count, decimal, join_words, number_word, sentence_case, whole


def stand(day: str) -> str:
    """Say of when the document is."""
    return f"Stand {day}"


def release(number: int) -> str:
    """Say which release it is."""
    return f"Veröffentlichung Nr. {number}"


def named(label: str, text: str) -> str:
    """Join a label and what it labels."""
    return f"{label}: {text}"


def most_ever(year: int) -> str:
    """Claim that no earlier year had as many active organisations."""
    return f"{year} haben so viele Organisationen mitgewirkt wie in keinem Jahr zuvor."


def more_than_before(year: int, now: int, before: int) -> str:
    """Claim that clearly more organisations were active than the year before."""
    return f"{year} haben mehr Organisationen mitgewirkt als im Jahr davor: {whole(now)} statt {whole(before)}."


def fewer_than_before(year: int, now: int, before: int) -> str:
    """Claim that clearly fewer organisations are known to have been active than the year before."""
    return (
        f"Für {year} sind weniger aktive Organisationen bekannt als für {year - 1}: {whole(now)} statt {whole(before)}."
    )


def incomplete(year: int, confirmed: int, announced: int) -> str:
    """Say that a year is not yet known well enough to be compared."""
    verb = "ist" if confirmed == 1 else "sind"
    return (
        f"Das Bild für {year} ist noch unvollständig: {sentence_case(count(confirmed, *ACTIVITIES))} {verb} bestätigt, "
        f"{number_word(announced)} nur angekündigt."
    )


def about_as_many(year: int) -> str:
    """Claim that about as many organisations were active as the year before."""
    return f"{year} haben etwa so viele Organisationen mitgewirkt wie im Jahr davor."


def first_year(year: int, now: int) -> str:
    """Say how many organisations were active, without comparing."""
    verb = "ist" if now == 1 else "sind"
    organisations = f"{whole(now)} aktive Organisation" + ("" if now == 1 else "en")
    return f"Für {year} {verb} {organisations} bekannt."


def lead(*, year: int, organisations: int, activities: int, new: int | None, joint: int) -> str:
    """Say in two sentences how many took part in what."""
    fresh = "" if new is None else f", {_some(new)} davon zum ersten Mal"
    noun = ORGANISATIONS[organisations != 1]
    verb = "hat" if organisations == 1 else "haben"
    return (
        f"{sentence_case(_some(organisations))} {noun} {verb} {year} an {_dative(activities)} mitgewirkt{fresh}. "
        f"{joint_sentence(joint)}"
    )


def _some(number: int) -> str:
    return {0: "keine", 1: "eine"}.get(number, number_word(number))


def _dative(activities: int) -> str:
    return "einer bekannten Aktivität" if activities == 1 else f"{number_word(activities)} bekannten Aktivitäten"


def joint_sentence(joint: int) -> str:
    """Say how many activities were carried by organisations of two sectors or more."""
    if joint == 0:
        return "Keine der Aktivitäten trugen Organisationen aus zwei Bereichen gemeinsam."
    return (
        f"{sentence_case(_some(joint))} der Aktivitäten trugen Organisationen aus mindestens zwei Bereichen gemeinsam."
    )


def recording_caveat(*, year: int, now: int, base: int, before: int) -> str:
    """Warn that the number of recorded activities moved the same way."""
    direction = "mehr" if now > before else "weniger"
    return (
        f"Das kann auch daran liegen, dass für {year} {direction} Aktivitäten erfasst sind als für {base} "
        f"({whole(now)} statt {whole(before)})."
    )


def announced_caveat(*, year: int, announced: int) -> str:
    """Warn that more is known from announcements alone."""
    more = count(announced, *ACTIVITIES)
    verb, counts = ("ist", "zählt") if announced == 1 else ("sind", "zählen")
    waiting = f"{sentence_case(more)} aus {year} {verb} nur angekündigt und noch nicht bestätigt"
    return f"{waiting}; sie {counts} hier nicht mit."


def compared(year: int, text: str, *, same: bool) -> str:
    """Name the value of the year before."""
    return f"Unverändert gegenüber {year}." if same else f"{year}: {text}."


def of(part: int, all_of: int) -> str:
    """Write a part of a whole."""
    return f"{whole(part)} von {whole(all_of)}"


def new_most_ever(year: int, new: int) -> str:
    """Claim that no earlier year brought as many new organisations."""
    return f"{year} kamen {count(new, *ORGANISATIONS)} neu dazu, mehr als in jedem Jahr zuvor."


def new_and_returned(year: int, new: int, returned: int) -> str:
    """Say how many came and came back."""
    verb = "kam" if new == 1 else "kamen"
    back = f"{number_word(returned) if returned != 1 else 'eine'} {'kehrte' if returned == 1 else 'kehrten'} zurück"
    return f"{year} {verb} {count(new, *ORGANISATIONS)} neu dazu, {'keine kehrte zurück' if not returned else back}."


def base_year_finding(year: int, organisations: int) -> str:
    """Say that counting begins."""
    verb = "war" if organisations == 1 else "waren"
    return f"{year} ist das Basisjahr: {sentence_case(count(organisations, *ORGANISATIONS))} {verb} aktiv."


def bars_subtitle(first: int, last: int, activities: int) -> str:
    """Say what the bars measure, of when, and on how many activities they rest."""
    period = str(first) if first == last else f"{first} bis {last}"
    return (
        f"Aktive Organisationen je Jahr, {period}. Grundlage: {count(activities, *ACTIVITIES)}, "
        "die stattgefunden haben und deren Beteiligte bekannt sind."
    )


def bars_alt(*, years: int, highest: int, highest_year: int, latest: int, latest_year: int) -> str:
    """Describe the bars to those who do not see them."""
    return (
        f"Gestapelte Balken für {count(years, 'Jahr', 'Jahre', feminine=False)}. Am höchsten: {whole(highest)} aktive "
        f"Organisationen {highest_year}. Zuletzt: {whole(latest)} im Jahr {latest_year}. "
        "Alle Werte stehen in der Tabelle."
    )


def spread(lower: str, upper: str) -> str:
    """Write the middle half."""
    return f"{lower} bis {upper}"


def counts(raters: int, projects: int) -> str:
    """Write how many raters and projects stand behind a figure."""
    return f"{whole(projects)} Projekte, {whole(raters)} Einschätzende"


def opt_out(share: float) -> str:
    """Write the share of "don't know" and "does not apply" in coarse steps."""
    return "unter 5\u00a0%" if share == 0 else f"rund {decimal(share * 100, digits=0)}\u00a0%"


def widest_spread(title: str) -> str:
    """Claim that the projects differ most in this factor."""
    return f"Bei „{title}“ gehen die Einschätzungen der Projekte am weitesten auseinander."


def highest_mean(title: str) -> str:
    """Claim that the projects see themselves furthest in this factor."""
    return f"Am weitesten sehen sich die Projekte bei „{title}“."


def profile_subtitle(*, round_title: str, projects: str, raters: str) -> str:
    """Say what the profile measures and on how many it rests."""
    return (
        f"Selbsteinschätzung auf Stufe 1 bis 5, {round_title}. "
        "Punkt: Mittelwert der Projekte (bei der Mitbestimmung mittlere Stufe), Balken: mittlere Hälfte. "
        f"n = {projects} Projekte, {raters} Einschätzende."
    )


def profile_subtitle_without(*, round_title: str) -> str:
    """Say what the profile would measure when nothing may be shown."""
    scale = f"Selbsteinschätzung auf Stufe 1 bis 5, {round_title}."
    fewest = number_word(PUBLIC_MINIMUM)
    return f"{scale} Ein Wert erscheint ab {fewest} Einschätzenden aus drei Projekten."


def profile_alt(shown: list[str], withheld: int) -> str:
    """Describe the profile to those who do not see it."""
    dots = f"Punkte auf einer Skala von 1 bis 5. {'; '.join(shown)}." if shown else "Skala von 1 bis 5 ohne Punkte."
    if not withheld:
        return dots
    verb = "ist" if withheld == 1 else "sind"
    return f"{dots} {sentence_case(count(withheld, 'Wert', 'Werte', feminine=False))} {verb} geschützt."


def range_of(lowest: int, highest: int) -> str:
    """Write one number or the range between two."""
    return whole(lowest) if lowest == highest else f"{whole(lowest)} bis {whole(highest)}"


def round_runs(title: str, until: str, projects: int) -> str:
    """Say until when the round runs and how many projects have handed in."""
    done = count(projects, "Projekt", "Projekte", feminine=False)
    verb = "hat" if projects == 1 else "haben"
    return f"Die Runde „{title}“ läuft bis {until}. {sentence_case(done)} {verb} bisher abgegeben."


def projects_note(shown: int, total: int) -> str:
    """Say how many of the projects are described here."""
    if total == 0:
        return "Noch sind keine Projekte erfasst."
    if shown == 0:
        return (
            f"Im Netzwerk {'ist ein Projekt' if total == 1 else f'sind {number_word(total)} Projekte'} erfasst. "
            "Freigegebene Beschreibungen gibt es noch nicht."
        )
    if shown == total:
        return "Alle erfassten Projekte des Netzwerks sind hier beschrieben."
    described = "eines" if shown == 1 else number_word(shown)
    verb = "ist" if shown == 1 else "sind"
    some = f"{sentence_case(described)} von {number_word(total)}"
    return f"{some} erfassten Projekten des Netzwerks {verb} hier beschrieben."


def project_period(begins: str, ends: str) -> str:
    """Write when a project runs."""
    if begins and ends:
        return begins if begins == ends else f"{begins} bis {ends}"
    return f"seit {begins}" if begins else f"bis {ends}" if ends else "Zeitraum nicht bekannt"


def led_by(name: str) -> str:
    """Name who leads a project, or the sector that does."""
    return f"Träger: {name}" if name else "Träger: nicht bekannt"


def attendance_note(known: int, activities: int) -> str:
    """Say how rarely people were counted."""
    if known == 0:
        return "Teilnehmende wurden noch bei keiner Aktivität gezählt."
    counted = number_word(known) if known > 1 else "einer"
    return (
        f"Gezählt wurde bei {counted} von {whole(activities)} Aktivitäten. Die Summen sind deshalb Untergrenzen; "
        "wer mehrmals kam, zählt mehrmals."
    )


def method(*, period: str, undated: int, catalogue: bool) -> tuple[str, ...]:
    """Explain in a few sentences where the figures come from."""
    some = sentence_case(count(undated, *ACTIVITIES))
    verb = "ist" if undated == 1 else "sind"
    left_out = f" {some} ohne bekanntes Jahr {verb} in keinem Jahr enthalten." if undated else ""
    texts = [
        f"Erfasst sind Aktivitäten des Netzwerks {period}, die nachweislich stattgefunden haben.{left_out}",
        "Jahre werden nur als Ganzes verglichen. Das laufende Jahr erscheint, wenn es zu Ende ist.",
        "Diese Seite, der Bericht und die Daten zum Herunterladen entstehen aus denselben Einträgen.",
    ]
    if catalogue:
        texts.append(
            "Bei den Gelingensfaktoren zählt jedes Projekt gleich, auch wenn dort mehr Menschen geantwortet haben. "
            "Die Einordnung richtet sich nach dem ungerundeten Mittelwert, bei der Mitbestimmung nach der mittleren "
            "Stufe."
        )
    return tuple(texts)


def period(first: int, last: int) -> str:
    """Write the years the figures cover."""
    return f"im Jahr {first}" if first == last else f"von {first} bis {last}"


def themes(words: tuple[str, ...]) -> str:
    """Write what a project is about."""
    return f"Themen: {join_words(list(words))}" if words else ""
