"""The self-assessment: begin, answer, hand in, see the own profile."""

from dashboard import session, state
from dashboard.components import arrival
from dashboard.forms.assessment import begin, hand_in, position, questions, result, sheet, start

_SCREENS = (position.START, position.SUMMARY, position.RESULT)


def main() -> None:
    """Show the screen the address names, as the database has it now."""
    visit = session.required()
    desk = state.desk(by=visit.actor, today=visit.today)
    report = desk.assessment
    step = position.current(report) if report is not None and report.is_open else ""

    with sheet.page():
        if report is not None and step:
            position.heed(report, step=step)
        if report is not None and step and step not in _SCREENS:
            with sheet.beside_contents(report, current=step) as entry:
                questions.draw(report, report.catalogue.factor(step), by=visit.actor, entry=entry)
        else:
            with sheet.column():
                if report is None:
                    begin.draw(desk, by=visit.actor)
                elif report.is_planned:
                    start.draw_planned(report)
                elif step == position.START:
                    start.draw(report, by=visit.actor)
                elif step == position.SUMMARY:
                    hand_in.draw(report, by=visit.actor)
                elif step == position.RESULT:
                    result.draw(report, by=visit.actor)
                else:
                    result.draw_closed(report, planned=desk.planned)
    arrival.at(step, target=position.asked_question())


main()
