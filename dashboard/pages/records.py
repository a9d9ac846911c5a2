"""The record: find, add and edit organisations, projects, activities and consultations, and read files in."""

from bkcore.intake import desk
from bkcore.store.unit_of_work import reading
from dashboard import session, state
from dashboard.components import panel
from dashboard.forms import sheet
from dashboard.forms.records import doubles, files, searching
from dashboard.texts import records as texts


def main() -> None:
    """Show how much is recorded, the search, and the ways in and out."""
    visit = session.required()
    with sheet.page():
        with reading(state.engine()) as stored:
            numbers = {name: desk.count(stored, name) for name in desk.TABLES}
        panel.page_head(texts.head(numbers), texts.LEAD, eyebrow=texts.TITLE)
        with panel.card("suchen"):
            searching.draw(by=visit.actor)
        doubles.draw(by=visit.actor)
        files.draw(by=visit.actor)


main()
