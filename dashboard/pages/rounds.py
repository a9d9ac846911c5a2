"""Rounds of the self-assessment, for the administration: plan, open, invite, remind, paper, departments, close."""

from bkcore.reports.rounds import RoundState
from bkcore.wording import findings
from dashboard import session, state
from dashboard.components import panel
from dashboard.forms import sheet
from dashboard.forms.rounds import closing, outbox, screens
from dashboard.texts import rounds as texts


def main() -> None:
    """Show where the round stands, and what can be done now."""
    visit = session.required()
    rounds = state.round_states(by=visit.actor, today=visit.today)
    planned = sorted((one for one in rounds if one.is_planned), key=lambda one: one.opens_on)
    turn = next(iter([*(one for one in rounds if one.is_open), *planned]), None)
    past = [one for one in rounds if not one.is_open and not one.is_planned]
    with sheet.page():
        if turn is None:
            panel.page_head(texts.NONE_TITLE, texts.NONE_LEAD)
            outbox.draw(by=visit.actor)
            screens.idle(past, by=visit.actor, today=visit.today)
        else:
            panel.page_head(*_head(turn, visit))
            outbox.draw(by=visit.actor)
            later = [one for one in planned if one is not turn]
            screens.running(turn, planned=later, by=visit.actor, today=visit.today)
        closing.draw_past(past)


def _head(turn: RoundState, visit: session.Visit) -> tuple[str, str]:
    if turn.is_planned:
        return texts.planned_title(turn.title, (turn.opens_on - visit.today).days), texts.planned_lead(turn)
    return findings.round_running(turn.title, days=(turn.closes_on - visit.today).days), texts.open_lead(turn)


main()
