"""Perspectives: who declares and closes them, what two people at once see, and that nothing gets lost."""

from datetime import date

import pytest
from pydantic import ValidationError
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from bkcore.access import SYSTEM, Actor
from bkcore.commands.perspectives import DeclarePerspective, NoteGap, PutGap, PutPerspective
from bkcore.errors import AlreadyExists, Conflict, ImportRefused, NotFound, NotPermitted, PeriodInvalid
from bkcore.intake.apply import apply
from bkcore.intake.export import csv_files, export_rows
from bkcore.intake.read import read_files
from bkcore.intake.table import table_of
from bkcore.model.base import metadata
from bkcore.model.journal import JournalEntry
from bkcore.reports import network, perspectives
from bkcore.reports.perspective_facts import Gap, PerspectivesReport
from bkcore.seed import load_record
from bkcore.services.perspectives import declare_perspective, note_gap, put_gap, put_perspective
from bkcore.services.records import Outcome
from bkcore.store.unit_of_work import unit_of_work
from bkcore.suggestions import suggestions
from bkcore.vocabulary import CoverageState, GapState, Role, Trait
from bkcore.wording.messages import message
from tests.conftest import NOW
from tests.factories import ADMINISTRATION, STEERING_GROUP, activity, lead_of, organisation, rater_of

TODAY = date(2026, 11, 22)
OUTSIDE = [
    lead_of("jugendkonferenz"),
    rater_of("jugendkonferenz", assessment_id=7),
    Actor(role=Role.COUNCIL),
]


def declare(session: Session, title: str = "Heil", *, by: Actor = STEERING_GROUP, **fields: object) -> str:
    command = DeclarePerspective.model_validate({"trait": "ortsteil", "title": title, **fields})
    return declare_perspective(session, command, by=by).row.slug


def note(session: Session, perspective: str, *, by: Actor = STEERING_GROUP, **fields: object) -> str:
    values = {"step": "Ortsvorstehung anfragen", "owner": "Koordination", "due_on": "2027-01-31", **fields}
    return note_gap(session, NoteGap.model_validate({"perspective": perspective, **values}), by=by).row.slug


def build(session: Session, *, by: Actor = STEERING_GROUP) -> PerspectivesReport:
    return perspectives.build(session, network.load(session), by=by)


def changed(gap: Gap, **fields: object) -> PutGap:
    return PutGap.model_validate({**gap.answers(), **fields})


def test_the_steering_group_declares_what_matters_and_the_journal_tells(session: Session) -> None:
    assert declare(session) == "ortsteil-heil"
    (entry,) = session.exec(select(JournalEntry))
    assert (entry.action, entry.key, entry.role) == ("declare_perspective", "ortsteil-heil", Role.STEERING_GROUP)
    (found,) = build(session).perspectives
    assert (found.title, found.trait, found.retired) == ("Heil", Trait.DISTRICT, False)


@pytest.mark.parametrize("by", OUTSIDE, ids=lambda actor: actor.role)
def test_nobody_else_declares_notes_or_reads(session: Session, by: Actor) -> None:
    slug = declare(session)
    for forbidden in (
        lambda: declare(session, "Rünthe", by=by),
        lambda: note(session, slug, by=by),
        lambda: put_perspective(session, PutPerspective(slug=slug, trait="ortsteil", title="X"), by=by),
        lambda: put_gap(session, PutGap(slug="x", perspective=slug, step="x", owner="x", due_on="2027-01-01"), by=by),
        lambda: build(session, by=by),
    ):
        with pytest.raises(NotPermitted):
            forbidden()
    assert [entry.action for entry in session.exec(select(JournalEntry))] == ["declare_perspective"]


def test_a_perspective_is_declared_once_however_it_is_written(session: Session) -> None:
    declare(session)
    with pytest.raises(AlreadyExists) as caught:
        declare(session, "HEIL", by=ADMINISTRATION)
    assert message(caught.value).startswith("Eine Perspektive mit dem Namen „HEIL“ gibt es schon.")
    assert declare(session, "Heil", trait="zielgruppe") == "zielgruppe-heil"
    assert declare(session, "Heil!") == "ortsteil-heil-1"


def test_sectors_and_kinds_are_named_by_the_values_of_the_record(session: Session) -> None:
    for words in ("wirtschaft", "", "private;firma"):
        with pytest.raises(ValidationError, match="words_not_listed"):
            declare(session, "Wirtschaft", trait="sektor", words=words)
    assert declare(session, "Wirtschaft", trait="sektor", words="private") == "sektor-wirtschaft"
    assert declare(session, "Bildung", trait="art", words="schule; kita") == "art-bildung"


def test_a_next_step_needs_somebody_and_a_day_ahead_and_begins_open(session: Session) -> None:
    slug = declare(session)
    organisation(session, "awo", name="AWO")
    with pytest.raises(ValidationError, match="owner_missing"):
        note(session, slug, owner=" ")
    with pytest.raises(PeriodInvalid):
        note(session, slug, due_on="2026-11-21")
    with pytest.raises(NotFound):
        note(session, slug, organisation="unbekannt")
    with pytest.raises(NotFound):
        note(session, "unbekannt")
    assert [note(session, slug), note(session, slug, organisation="awo", owner="")] == [
        "ortsteil-heil-1",
        "ortsteil-heil-2",
    ]
    found = build(session).perspectives[0].gaps
    assert [(gap.who, gap.state, gap.is_overdue(date(2027, 2, 1))) for gap in found] == [
        ("Koordination", GapState.OPEN, True),
        ("AWO", GapState.OPEN, True),
    ]


def test_a_step_is_closed_and_opened_again_and_every_turn_is_in_the_journal(session: Session) -> None:
    note(session, declare(session))
    for state in (GapState.DONE, GapState.OPEN):
        gap = build(session).perspectives[0].gaps[0]
        assert put_gap(session, changed(gap, state=state), by=STEERING_GROUP).outcome is Outcome.CHANGED
        assert put_gap(session, changed(gap, state=state, version=None), by=STEERING_GROUP).outcome is Outcome.UNCHANGED
    turns = [entry.details["after"] for entry in session.exec(select(JournalEntry)) if entry.action == "put_gap"]
    assert turns == [{"state": "erledigt"}, {"state": "offen"}]


def test_whoever_saw_an_older_step_is_told_that_somebody_was_faster(session: Session) -> None:
    note(session, declare(session))
    seen = build(session).perspectives[0].gaps[0]
    put_gap(session, changed(seen, step="Verein einladen"), by=STEERING_GROUP)
    with pytest.raises(Conflict):
        put_gap(session, changed(seen, state="erledigt"), by=ADMINISTRATION)
    assert build(session).perspectives[0].gaps[0].step == "Verein einladen"


def test_a_retired_perspective_is_not_looked_for_and_keeps_its_steps(session: Session) -> None:
    activity(session)
    note(session, declare(session))
    (found,) = build(session).perspectives
    put_perspective(session, PutPerspective(**found.answers() | {"retired": True}), by=STEERING_GROUP)
    report = build(session)
    assert report.perspectives == ()
    (retired,) = report.retired
    assert (retired.cells, [gap.step for gap in retired.gaps]) == ((), ["Ortsvorstehung anfragen"])
    put_perspective(session, PutPerspective(**retired.answers() | {"retired": False}), by=STEERING_GROUP)
    assert [cell.state for cell in build(session).perspectives[0].cells] == [CoverageState.QUIET]


def test_the_report_tells_missing_from_not_known(session: Session) -> None:
    organisation(session, "verein", district="Ruenthe")
    organisation(session, "awo")
    activity(session, partners=("verein", "awo"))
    for title in ("Rünthe", "Heil"):
        declare(session, title)
    declare(session, "Wirtschaft", trait="sektor", words="private")
    declare(session, "Türkisch", trait="sprache")
    report = build(session)
    assert report.years == (2024,)
    assert {one.title: one.cells[0].state for one in report.perspectives} == {
        "Rünthe": CoverageState.COVERED,
        "Heil": CoverageState.UNCERTAIN,
        "Wirtschaft": CoverageState.MISSING,
        "Türkisch": CoverageState.UNKNOWN,
    }
    assert [one.trait for one in report.perspectives] == [Trait.DISTRICT, Trait.DISTRICT, Trait.SECTOR, Trait.LANGUAGE]


def test_perspectives_and_steps_come_out_and_in_again_unchanged(engine) -> None:
    with unit_of_work(engine, now=NOW) as session:
        organisation(session, "awo")
        note(
            session, declare(session, "Wirtschaft", trait="sektor", words="private", source="=1+1"), organisation="awo"
        )
        done = note(session, declare(session, "Ältere", trait="zielgruppe", words="Senioren;60+", note="Zeile\nzwei"))
        gaps = [gap for one in build(session).perspectives for gap in one.gaps]
        closed = next(gap for gap in gaps if gap.slug == done)
        put_gap(session, changed(closed, state="erledigt"), by=STEERING_GROUP)
    files = csv_files(export_rows(engine, by=SYSTEM))
    assert apply(engine, read_files(files), by=SYSTEM, now=NOW).nothing_to_do
    with engine.execution_options(writes=True).begin() as connection:
        for table in reversed(metadata.sorted_tables):
            connection.execute(table.delete())
    apply(engine, read_files(files), by=SYSTEM, now=NOW)
    assert csv_files(export_rows(engine, by=SYSTEM)) == files
    assert len(files["perspektiven.csv"].splitlines()) >= 3
    assert files["luecken.csv"].count(b"erledigt") == 1


def test_every_suggestion_with_its_source_can_be_declared(session: Session) -> None:
    for one in suggestions():
        wish = {"trait": one.trait, "title": one.title, "words": one.words, "source": one.source, "note": one.why}
        declare_perspective(session, DeclarePerspective.model_validate(wish), by=STEERING_GROUP)
        assert one.source.startswith("https://")
    assert len(build(session).perspectives) == len(suggestions())


def test_the_command_line_tells_how_they_stand(session: Session) -> None:
    organisation(session)
    activity(session, partners=("awo",))
    declare(session, "Wirtschaft", trait="sektor", words="private")
    found = perspectives.as_json(build(session))
    assert found["years"] == [2024]
    (entry,) = found["perspectives"]
    assert entry["years"] == [{"year": 2024, "found": 0, "known": 1, "of": 1, "state": "fehlt"}]


def test_a_step_of_an_unknown_perspective_is_refused_by_its_cell(engine) -> None:
    row = {"kennung": "x-1", "perspektive": "x", "schritt": "Anfragen", "funktion": "Koordination", "bis": "1.2.2027"}
    with pytest.raises(ImportRefused):
        apply(engine, [table_of("luecken", [row])], by=SYSTEM, now=NOW)


def test_the_shipped_record_knows_the_sector_of_all_and_the_district_of_some(sqlite_engine) -> None:
    load_record(sqlite_engine, now=NOW)
    with unit_of_work(sqlite_engine, now=NOW) as session:
        declare(session)
        declare(session, "Wirtschaft", trait="sektor", words="private")
        declare(session, "Jugendliche", trait="zielgruppe")
        found = {one.title: {cell.state for cell in one.cells if cell.of} for one in build(session).perspectives}
    assert found["Heil"] == {CoverageState.UNCERTAIN, CoverageState.UNKNOWN}
    assert found["Wirtschaft"] == {CoverageState.COVERED, CoverageState.MISSING}
    assert CoverageState.COVERED in found["Jugendliche"]


def test_the_tables_bring_their_checks(engine) -> None:
    with unit_of_work(engine, now=NOW) as session:
        note(session, declare(session))
    for statement in (
        "UPDATE perspective SET trait = 'alter'",
        "UPDATE perspective SET title = ''",
        "UPDATE perspective_gap SET state = 'vielleicht'",
        "UPDATE perspective_gap SET owner = ''",
    ):
        with pytest.raises(IntegrityError), engine.begin() as connection:
            connection.execute(text(statement))
