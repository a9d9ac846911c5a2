"""Wording of the self-assessment: the form's own words from the catalogue, filled in, and what stands around it."""

from datetime import date
from typing import Final

from bkcore import catalogue
from bkcore.personal_data import Kind, Trace
from bkcore.thresholds import PUBLIC_MINIMUM
from bkcore.vocabulary import OptOut, SubjectKind
from bkcore.wording.numbers import count, date_de, decimal, join_words, number_word, sentence_case, step

FORM: Final = catalogue.form_wording()
TITLE: Final = FORM["page_title"]

NO_ROUND_TITLE: Final = "Zurzeit läuft keine Runde."
NO_ROUND_TEXT: Final = (
    "Sobald das Integrationsmanagement die nächste Runde öffnet, können Sie Ihr Vorhaben hier einschätzen. "
    "Sie bekommen dann einen persönlichen Link."
)
PLANNED_TITLE: Final = "Sie brauchen noch nichts zu tun."
PLANNED_TEXT: Final = "Ihr Link gilt schon. Öffnen Sie ihn am ersten Tag der Runde wieder, dann können Sie antworten."
BEGIN: Final = "Selbsteinschätzung beginnen"
BEGIN_TEXT: Final = "In dieser Runde gibt es von der Leitung noch keine Einschätzung."

UNTIL: Final = "Bis wann"
STOP: Final = "Aufhören"
SEEN_BY: Final = "Wer es sieht"
TO_SUMMARY: Final = "Zur Übersicht"
TO_RESULT: Final = "Zu Ihrem Profil"
ALL_FACTORS: Final = "Alle Faktoren"
START: Final = "Worum es geht"
CHECK: Final = "Weiter zur Übersicht"

OWN_WORDS: Final = "In Ihren Worten"
NOT_ANSWERED: Final = "noch offen"
SUMMARY: Final = "Übersicht"
RESULT: Final = "Ihr Profil"
SCREEN: Final = "Schritt"
QUESTION: Final = "Frage"
LOOK_AGAIN: Final = "Noch einmal ansehen"
SUMMARY_COMPLETE: Final = "Alle Fragen sind beantwortet."
NOTHING_YET: Final = "Bitte beantworten Sie mindestens eine Frage. Dann können Sie abgeben."
HANDED_IN: Final = "Ihre Antworten sind abgegeben. Jede Änderung zählt sofort."

NEXT_STEPS: Final = "Drei nächste Schritte, die zu Ihren Antworten passen"
NEXT_STEP: Final = "Ein nächster Schritt, der zu Ihren Antworten passt"
NEXT_STEPS_RULE: Final = (
    "So werden sie ausgewählt: Wir nehmen die Faktoren mit dem niedrigsten Wert, bei gleichen Werten in der "
    "Reihenfolge der Ratsvorlage. Zu jedem gehört ein Vorschlag, der von der erreichten Stufe zur nächsten führt."
)
NO_PROFILE_CLOSED: Final = (
    "Für ein Profil braucht es zu mindestens einem Faktor eine Stufe in der Kurzform oder, in der ausführlichen Form, "
    "die Hälfte der Aussagen eingestuft."
)
NO_PROFILE: Final = f"{NO_PROFILE_CLOSED} Bis die Runde endet, können Sie weitere Fragen beantworten."
CHANGE: Final = "Antworten ändern"
PROFILE_MEANING: Final = (
    "Jeder Punkt ist der Mittelwert Ihrer eingestuften Aussagen zu einem Faktor, wenn Sie mindestens die Hälfte "
    "eingestuft haben; sonst die Stufe, die Sie dem Faktor in der Kurzform gegeben haben. Bei der Mitbestimmung bilden "
    "die Stufen eine Leiter; dort steht statt eines Mittelwerts die mittlere Ihrer Stufen. „Weiß ich nicht“ und "
    "„Trifft nicht zu“ zählen nicht mit.\n\n"
    "Es sind Ihre eigenen Antworten. Sie taugen als Anlass für ein Gespräch im Team, nicht als Note."
)
_OPT_OUTS: Final = {
    OptOut.DONT_KNOW: FORM["opt_out_unknown"],
    OptOut.NOT_APPLICABLE: FORM["opt_out_not_applicable"],
}
_TRACES: Final = {Kind.NAME: "hint_name", Kind.PHONE: "hint_phone", Kind.MAIL: "hint_mail"}
_NAMED: Final = 2
"""More than so many factors with the same score are counted, not named."""
COLUMN_FACTOR: Final = "Gelingensfaktor"
COLUMN_SCORE: Final = "Ihr Wert (1 bis 5)"
COLUMN_ANSWERED: Final = "Beantwortet"


def wording(key: str, kind: SubjectKind) -> str:
    """Return a text of the form; for a department its own one, where there is one."""
    text = FORM.get(f"{key}_department", FORM[key]) if kind is SubjectKind.DEPARTMENT else FORM[key]
    return text.replace("{public}", number_word(PUBLIC_MINIMUM))


def duration(minutes: int, *, raters: int) -> str:
    """Return how long a form takes, and on how many people that rests; 0 for the reading time alone."""
    spent = count(minutes, "Minute", "Minuten")
    if not raters:
        return FORM["duration_reading"].format(minutes=spent)
    return FORM["duration_measured"].format(raters=number_word(raters), minutes=spent)


def answer(level: int | None, opt_out: OptOut | None) -> str:
    """Return an answer in words."""
    return f"Stufe {level}" if opt_out is None else f"„{_OPT_OUTS[opt_out]}“"


def earlier(level: int | None, opt_out: OptOut | None, *, until: date) -> str:
    """Return what an answer was before it was corrected."""
    return FORM["earlier"].format(answer=answer(level, opt_out), until=date_de(until))


def short_answer(level: int | None, opt_out: OptOut | None) -> str:
    """Return what was answered in the short form."""
    return FORM["short_answer"].format(answer=answer(level, opt_out))


def person(traces: tuple[Trace, ...]) -> str:
    """Return what in a text looks like a person, and what to do about it."""
    found = " ".join(FORM[_TRACES[trace.kind]].format(excerpt=trace.excerpt) for trace in traces)
    return f"{found} {FORM['hint_person']}"


def withdrawn(day: date) -> str:
    """Return that, and when, the answers were taken back."""
    return FORM["withdrawn_title"].format(day=date_de(day))


def withdraw_consequences(closes_on: date) -> tuple[str, ...]:
    """Return what taking back does."""
    return (FORM["withdraw_counts"], FORM["withdraw_again"].format(closes_on=date_de(closes_on)))


def successor_consequences(confidential: int) -> tuple[str, ...]:
    """Return what handing over does; what is deleted comes first."""
    lost = FORM["successor_secret"].format(count=confidential) if confidential else FORM["successor_no_secret"]
    return (lost, FORM["successor_answers"], FORM["successor_link"], FORM["successor_once"], FORM["successor_lost"])


def successor_subject(project: str) -> str:
    """Return the subject of the message to a successor."""
    return FORM["successor_subject"].format(project=project)


def successor_body(project: str, *, address: str, closes_on: date) -> str:
    """Return the message to a successor."""
    return FORM["successor_body"].format(project=project, address=address, closes_on=date_de(closes_on))


def handed_over(day: date) -> str:
    """Return that, and when, an assessment came to a successor."""
    return FORM["handed_over"].format(day=date_de(day))


def eyebrow(project: str, round_title: str) -> str:
    """Return where one is: the project and the round."""
    return f"{project} · {round_title}"


def progress(number: int, total: int, minutes: int) -> str:
    """Return which factor this is, and how long the open questions will take."""
    where = FORM["factor_progress"].format(number=number, total=total)
    return f"{where} · {minutes_left(minutes)}" if minutes else where


def minutes_left(minutes: int) -> str:
    """Return how long the open questions will take."""
    return FORM["minutes_left_one"] if minutes == 1 else FORM["minutes_left_many"].format(minutes=minutes)


def resume(answered: int, total: int, minutes: int) -> str:
    """Return how far one has come."""
    rest = f" Der Rest dauert {minutes_left(minutes)}." if minutes else ""
    return f"{answered} von {total} Fragen sind beantwortet.{rest}"


def question(number: int, total: int) -> str:
    """Return which question of the factor this is."""
    return FORM["indicator_progress"].format(number=number, total=total)


def saved_at(time: str) -> str:
    """Return that, and when, an answer was saved."""
    return FORM["saved_at"].format(time=time)


def factor_button(number: int, title: str, answered: int, total: int) -> str:
    """Return the name of a factor in the list of all, with how far it is."""
    state = " ✓" if answered == total else f" · {answered} von {total}" if answered else ""
    return f"{number}. {title}{state}"


def factor_state(answered: int, total: int) -> str:
    """Return how many questions of a factor are answered."""
    return f"{answered} von {total} beantwortet"


def open_question(statement: str) -> str:
    """Return the name of the button that leads to an open question."""
    return f"Offen: {statement}"


def open_factor(number: int) -> str:
    """Return the name of the button that leads to a factor without an answer."""
    return f"Faktor {number} beginnen"


def planned_next(title: str, *, opens_on: date, closes_on: date) -> str:
    """Return which round is planned, and from when to when it takes answers."""
    return FORM["planned_next"].format(round=title, opens_on=date_de(opens_on), closes_on=date_de(closes_on))


def planned_title(opens_on: date) -> str:
    """Say from when on one can answer."""
    return f"Die Runde beginnt am {date_de(opens_on)}."


def planned_lead(closes_on: date) -> str:
    """Say until when one can answer."""
    return f"Antworten können Sie bis zum {date_de(closes_on)} einschließlich."


def until(day: date) -> str:
    """Return the last day."""
    return f"{date_de(day)} einschließlich"


def hand_in_text(closes_on: date) -> str:
    """Return what handing in does."""
    return FORM["hand_in_text"].format(closes_on=date_de(closes_on))


def hand_in_open(count_open: int, total: int) -> str:
    """Return how much is open, and that one may hand in all the same."""
    return FORM["hand_in_open"].format(open=count_open, total=total)


def correctable(closes_on: date) -> str:
    """Return until when one may change the answers."""
    return f"Bis zum {date_de(closes_on)} können Sie Ihre Antworten ändern. Jede Änderung zählt sofort."


def not_drawn(titles: list[str]) -> str:
    """Return which factors are left out of the profile, and why."""
    names = ", ".join(f"„{title}“" for title in titles)
    return f"Nicht gezeichnet, weil zu wenig eingestuft ist: {names}."


def finding(highest: list[str], lowest: list[str]) -> str:
    """Return what the profile says: which factors have the highest and which the lowest score."""
    return f"Am weitesten sind Sie bei {_named(highest)}, am meisten Luft ist bei {_named(lowest)}."


def _named(titles: list[str]) -> str:
    if len(titles) > _NAMED:
        return f"{number_word(len(titles))} Faktoren zugleich"
    return join_words([f"„{title}“" for title in titles])


ALL_EQUAL: Final = "Alle gezeigten Faktoren liegen bei Ihnen gleichauf."


def profile_value(score: float | None, *, ladder: bool) -> str:
    """Write the score of a factor: a mean, or of the ladder a step."""
    return step(score) if ladder else decimal(score)


def one_factor(title: str, score: str, *, ladder: bool) -> str:
    """Return the only score that nothing can be compared with."""
    return f"Bei „{title}“ liegen Sie {'auf' if ladder else 'bei'} {score}."


def profile_subtitle(factors: int, answered: int, *, ladder: str) -> str:
    """Return what is measured, on which scale, and on how many answers it rests.

    Args:
        factors: How many are drawn.
        answered: How many questions are answered.
        ladder: Title of the factor whose levels are a ladder, empty when it is not drawn.
    """
    drawn = sentence_case(count(factors, "Faktor", "Faktoren", feminine=False))
    scale = "von 1 (noch nicht begonnen) bis 5 (selbstverständlich verankert)"
    middle = f", bei „{ladder}“ Ihre mittlere Stufe" if ladder else ""
    return f"Mittelwert Ihrer Stufen {scale}{middle}. {drawn}, {answered} beantwortete Fragen."


def profile_description(rows: list[tuple[str, str]]) -> str:
    """Describe the profile to those who do not see it."""
    return f"Punkte auf einer Skala von 1 bis 5: {'; '.join(f'{title} {value}' for title, value in rows)}."


def step_from(factor: str, level: int, *, top: int) -> str:
    """Return for which factor a step is meant, and from which level it leads to which."""
    if level >= top:
        return f"{factor} · damit es bei Stufe {top} bleibt"
    return f"{factor} · von Stufe {level} zu Stufe {level + 1}"


def closed(round_title: str, ended_on: date) -> str:
    """Return which round is over, and since when it takes nothing more."""
    return FORM["closed_lead"].format(round=round_title, day=date_de(ended_on))


def draft_note(version: str) -> str:
    """Return that the catalogue is a draft."""
    return FORM["draft_note"].format(version=version)


def next_steps_title(number: int) -> str:
    """Return the heading of the recommended steps."""
    if number == 1:
        return NEXT_STEP
    return NEXT_STEPS.replace("Drei", sentence_case(number_word(number)))
