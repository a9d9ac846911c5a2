"""Rounds of the self-assessment, for the administration: open, invite, see who has answered, close."""

from dashboard import session, state
from dashboard.components import handout, panel
from dashboard.forms import sheet
from dashboard.forms.rounds import answers, inviting, opening, voices
from dashboard.texts import rounds as texts


def main() -> None:
    """Show where the round stands, and what can be done now."""
    visit = session.required()
    rounds = state.round_states(by=visit.actor, today=visit.today)
    turn = next((one for one in rounds if one.is_open), None)

    with sheet.page():
        if turn is None:
            panel.page_head(texts.NONE_TITLE, texts.NONE_LEAD)
            opening.draw(by=visit.actor, today=visit.today)
        else:
            asked = state.invitations(by=visit.actor, round_slug=turn.slug)
            lead = texts.open_lead(turn.projects_asked, turn.projects_handed_in, turn.closes_on)
            panel.page_head(texts.open_title(turn.title, (turn.closes_on - visit.today).days), lead)
            handout.draw(inviting.PLACE, file_name=texts.FILE_NAME)
            inviting.draw(turn, projects=asked.projects, invited=asked.invitations, by=visit.actor)
            answers.draw(turn, invited=asked.invitations, by=visit.actor)
            voices.draw(turn, projects=asked.projects, by=visit.actor)
            answers.draw_closing(turn, invited=asked.invitations, by=visit.actor)
        answers.draw_past([one for one in rounds if not one.is_open])


main()
