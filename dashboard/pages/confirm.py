"""Confirming activities: what waits, what becomes of it, and the addresses from which leads answer."""

from bkcore.access import administers
from bkcore.reports import capture, offered_pictures
from bkcore.reports.capture_links import given_links
from bkcore.reports.capture_reminders import reminders
from bkcore.store.unit_of_work import reading
from dashboard import session, state
from dashboard.components import handout, listing, panel
from dashboard.forms import sheet
from dashboard.forms.confirm import answering, asking, giving, offers
from dashboard.texts import confirm as texts


def main() -> None:
    """Show what waits, then what is still to come, then how leads are asked and from where they answer."""
    visit = session.required()
    office = administers(visit.actor)
    with reading(state.engine()) as stored:
        rows = capture.waiting(stored, project=None if office else visit.actor.project)
        titles = capture.project_titles(stored, only=None if office else visit.actor.project)
        waiting = reminders(stored, today=visit.today, by=visit.actor) if office else ()
        links = given_links(stored, by=visit.actor) if office else ()
        sent = offered_pictures.offers(stored, by=visit.actor) if office else ()
    over, ahead = capture.parted(rows, today=visit.today)
    with sheet.page():
        panel.page_head(*texts.head(over, today=visit.today), eyebrow=texts.TITLE)
        answering.draw(over, projects=titles, by=visit.actor, today=visit.today)
        if over:
            asked = {one.activity.slug: one for one in waiting}
            panel.heading(texts.WAITING, texts.WAITING_NOTE)
            listing.table(texts.COLUMNS, [texts.row(one, asked.get(one.slug)) for one in over], label=texts.WAITING)
        if ahead:
            panel.heading(texts.AHEAD)
            listing.table(texts.COLUMNS_AHEAD, [texts.ahead_row(one) for one in ahead], label=texts.AHEAD)
        if office:
            offers.draw(sent, by=visit.actor)
            asking.draw(waiting, by=visit.actor)
            giving.draw(links, projects=titles, by=visit.actor, arrive=not handout.there(asking.PLACE))


main()
