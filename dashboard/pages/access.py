"""Who was given which way in, and the hand-over to whoever takes over integration management."""

from dashboard import access_state, session
from dashboard.components import panel
from dashboard.forms import sheet
from dashboard.forms.access import first_steps, listing, revoking
from dashboard.texts import access as texts


def main() -> None:
    """Show all ways in and take one away, then what a hand-over goes through."""
    visit = session.required()
    with sheet.page():
        given = access_state.given(by=visit.actor)
        alive = [one for one in given if one.is_alive]
        panel.page_head(texts.title(len(alive)), texts.LEAD, eyebrow=texts.TITLE)
        listing.draw(given)
        revoking.draw(alive, by=visit.actor)
        first_steps.draw(access_state.hand_over(by=visit.actor, today=visit.today))


main()
