"""Yearly reports in the database: drafts, releases, versions; and a report for every year of the shipped record."""

import re
from datetime import UTC, date, datetime

import pytest
from sqlmodel import select

from bkcore.access import SYSTEM
from bkcore.commands.council import MakeRelease
from bkcore.commands.year_reports import AddStation, FrameReport, ReleaseReport, RemoveStation, WriteReportText
from bkcore.errors import CorrectionUnsaid, InvalidValue, NotFound, NotPermitted, TextMoved
from bkcore.model.journal import JournalEntry
from bkcore.model.year_reports import YearReportRelease
from bkcore.publication import release as releases
from bkcore.publication.yearly import drafts, release
from bkcore.publication.yearly.blocks import blocks
from bkcore.publication.yearly.content import Content
from bkcore.publication.yearly.document import parse
from bkcore.publication.yearly.drafts import basis_of
from bkcore.publication.yearly.edition import assemble
from bkcore.publication.yearly.faces import FACES
from bkcore.publication.yearly.gather import gather, years_to_report
from bkcore.publication.yearly.inputs import ReportInputs
from bkcore.reports import network
from bkcore.seed import load_record
from bkcore.services.year_reports import add_station, frame_report, remove_station, write_report_text
from bkcore.store.data_version import data_version
from bkcore.store.engine import engine_for
from bkcore.store.schema import migrate
from bkcore.store.unit_of_work import reading, unit_of_work
from bkcore.vocabulary import ConsultationRole, PaperKind
from bkcore.wording.numbers import number_word
from tests import factories
from tests.factories import ADMINISTRATION, STEERING_GROUP

TODAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 11, tzinfo=UTC)
WORDS = {number_word(value): value for value in range(2, 13)} | {"keine": 0, "eine": 1, "ein": 1, "einer": 1}
RECORD_YEARS = range(2012, 2027)


def begun(session, year: int = 2024, **fields):
    return frame_report(session, FrameReport.model_validate({"year": year, **fields}), by=ADMINISTRATION)


def text(session, words: str, *, seen: tuple[str, ...] | None = None):
    command = WriteReportText(
        year=2024, section="network", text=words, basis='{"aktive Organisationen": "2"}', seen=seen
    )
    return write_report_text(session, command, by=ADMINISTRATION)


def network_of_two(session) -> None:
    factories.organisation(session, "awo")
    factories.organisation(session, "stadt", sector="public")
    factories.activity(session, "fest", partners=("awo", "stadt"), attendees=40)


def test_a_draft_keeps_what_was_written_and_moves_no_data_version(session) -> None:
    before = data_version(session)
    begun(session, kind="Beschlussvorlage", reference="12/1")
    begun(session, subject="Neuer Betreff")
    station = AddStation(year=2024, body="Rat", held_on=date(2026, 12, 10), role=ConsultationRole.DECISION)
    row = add_station(session, station, by=ADMINISTRATION)
    assert add_station(session, station, by=ADMINISTRATION).id == row.id
    text(session, "Ein gutes Jahr.")
    found = drafts.read(session, 2024)
    assert (found.kind, found.reference, found.subject) == (PaperKind.RESOLUTION, "12/1", "Neuer Betreff")
    assert [one.body for one in found.stations] == ["Rat"]
    assert found.texts["network"].text == "Ein gutes Jahr."
    assert drafts.latest(session) == 2024
    assert data_version(session) == before
    remove_station(session, RemoveStation(year=2024, station_id=row.id or 0), by=ADMINISTRATION)
    assert not drafts.read(session, 2024).stations


def test_an_empty_text_lets_the_chapter_follow_the_figures_again(session) -> None:
    begun(session)
    text(session, "Ein gutes Jahr.")
    text(session, "")
    assert not drafts.read(session, 2024).texts


def test_what_somebody_else_wrote_meanwhile_is_not_replaced(session) -> None:
    begun(session)
    text(session, "Von hier.")
    with pytest.raises(TextMoved):
        text(session, "Von dort.", seen=("Sätze aus den Zahlen",))
    assert drafts.read(session, 2024).texts["network"].text == "Von hier."
    text(session, "Von dort.", seen=("Von hier.",))


def test_only_the_administration_writes_and_releases(session) -> None:
    begun(session)
    for service, command in (
        (frame_report, FrameReport(year=2024)),
        (add_station, AddStation(year=2024, body="Rat", role=ConsultationRole.NOTE)),
        (remove_station, RemoveStation(year=2024, station_id=1)),
        (write_report_text, WriteReportText(year=2024, section="network", text="x", basis="{}")),
        (release.release_report, ReleaseReport(year=2024)),
    ):
        with pytest.raises(NotPermitted):
            service(session, command, by=STEERING_GROUP)


def test_a_year_to_come_has_no_report_and_one_nobody_began_takes_no_text(session) -> None:
    for service, command in (
        (frame_report, FrameReport(year=2027)),
        (release.release_report, ReleaseReport(year=2027)),
    ):
        with pytest.raises(InvalidValue):
            service(session, command, by=ADMINISTRATION)
    with pytest.raises(NotFound):
        text(session, "x")


def test_a_release_is_numbered_dated_hashed_journalled_and_stays(session) -> None:
    network_of_two(session)
    begun(session, kind="Beschlussvorlage")
    row = release.release_report(session, ReleaseReport(year=2024), by=ADMINISTRATION)
    assert release.verify(row)
    entry = session.exec(select(JournalEntry).where(JournalEntry.action == "release_report")).one()
    assert (entry.key, entry.details["year"], row.data_version) == ("1", 2024, entry.id)
    frozen = row.content
    factories.activity(session, "lauf", partners=("awo",))
    begun(session, subject="Anders")
    stored = session.exec(select(YearReportRelease)).one()
    assert stored.content == frozen
    assert parse(frozen).cover.kind == "Beschlussvorlage"


def test_a_correction_is_a_new_version_that_says_what_changed(session) -> None:
    network_of_two(session)
    release.release_report(session, ReleaseReport(year=2024), by=ADMINISTRATION)
    with pytest.raises(CorrectionUnsaid):
        release.release_report(session, ReleaseReport(year=2024), by=ADMINISTRATION)
    factories.organisation(session, "schule", sector="public")
    factories.activity(session, "lauf", partners=("schule",))
    row = release.release_report(session, ReleaseReport(year=2024, correction="Ein Lauf fehlte."), by=ADMINISTRATION)
    found = parse(row.content)
    moved = {one.label: (one.before, one.after) for one in found.corrections}
    assert (row.number, row.version, found.correction) == (2, 2, "Ein Lauf fehlte.")
    assert moved["aktive Organisationen: Wert"] == ("2", "3")
    other = release.release_report(session, ReleaseReport(year=2023), by=ADMINISTRATION)
    assert (other.number, other.version) == (3, 1)
    assert [entry.number for entry in release.entries(session)] == [3, 2, 1]


def test_a_report_and_a_live_release_never_differ_by_a_few_people(session) -> None:
    network_of_two(session)
    release.release_report(session, ReleaseReport(year=2024), by=ADMINISTRATION)
    factories.activity(session, "fest", partners=("awo", "stadt"), attendees=42, version=1)
    briefing = releases.parse(releases.make(session, MakeRelease(), by=SYSTEM).content)
    assert briefing.attendance is not None
    assert [row.text for row in briefing.attendance.rows] == ["·"]


def test_the_figures_a_writer_saw_are_those_of_the_moment(session) -> None:
    network_of_two(session)
    begun(session)
    chapter = release.content_of(session, 2024, today=TODAY).chapter("network")
    command = WriteReportText(year=2024, section="network", text="Gut.", basis=basis_of(chapter))
    write_report_text(session, command, by=ADMINISTRATION)
    assert not drafts.read(session, 2024).texts["network"].moved(chapter)
    factories.organisation(session, "schule", sector="public")
    factories.activity(session, "lauf", partners=("schule",))
    later = release.content_of(session, 2024, today=TODAY).chapter("network")
    moved = drafts.read(session, 2024).texts["network"].moved(later)
    assert ("aktive Organisationen", "2", "3") in moved


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    engine = engine_for(f"sqlite:///{tmp_path_factory.mktemp('record') / 'record.db'}")
    migrate(engine)
    load_record(engine, now=NOON)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def told(record) -> dict[int, tuple[ReportInputs, Content]]:
    """Everything the record says about each of its years."""
    with reading(record, now=NOON) as session:
        return {
            year: (gather(session, year=year, today=TODAY), release.content_of(session, year, today=TODAY))
            for year in RECORD_YEARS
        }


def number(word: str) -> int:
    return int(word.replace(".", "")) if word[0].isdigit() else WORDS[word.lower()]


def test_every_year_of_the_record_can_be_reported_on(record) -> None:
    with reading(record, now=NOON) as session:
        years = years_to_report(network.load(session), today=TODAY)
    assert set(years) <= set(RECORD_YEARS)
    assert {2013, 2016, 2024, 2025, 2026} <= set(years)


@pytest.mark.parametrize("year", RECORD_YEARS)
def test_a_report_of_the_record_says_nothing_false(year: int, told) -> None:
    inputs, content = told[year]
    now = next((one for one in inputs.years if one.year == year), None)
    words = {chapter.key: chapter.text for chapter in content.chapters}
    activities, announced = (now.activities, now.announced) if now else (0, 0)
    organisations = now.organisations if now else 0
    confirmed = re.search(rf"Für {year} (?:ist|sind) (\w+) Aktivität(?:en)? bestätigt\.", words["projects"])
    assert (number(confirmed[1]) if confirmed else 0) == activities
    waiting = re.search(r"(\w+)(?: weitere)? Aktivität(?:en)? (?:ist|sind)? ?angekündigt", words["projects"])
    assert (number(waiting[1]) if waiting else 0) == announced
    active = re.search(r"(\w+) Organisation(?:en)? (?:hat|haben) " + str(year), words["network"])
    assert (number(active[1]) if active else 0) == (0 if inputs.running else organisations)
    if not activities and not announced and not inputs.running:
        assert "Das heißt nicht, dass nichts stattgefunden hat." in words["network"]
    if not organisations:
        assert not content.key_figures
        assert content.chapter("network").figure is None
    running = re.search(r"Nachweislich (?:lief|liefen) \d+ (\w+) Projekte?", words["projects"])
    assert (number(running[1]) if running else 0) == len(inputs.projects)
    assert "keine abgeschlossene Selbsteinschätzung" in words["factors"]
    assert "keine Maßnahme" in words["measures"]
    ended = re.search(rf"(?<!\d){year} (?:endete|endeten) (\w+) Projekt", words["funding"])
    assert (number(ended[1]) if ended else 0) == sum(
        (one.project.ends or "")[:4] == str(year) for one in inputs.projects
    )
    bodies = re.search(rf"{year} (?:ist|sind) (\w+) Beratung", words["mandate"])
    assert (number(bodies[1]) if bodies and bodies[1] != "keine" else 0) == len(inputs.papers)


@pytest.mark.parametrize("year", RECORD_YEARS)
def test_a_report_of_the_record_compares_only_with_what_is_known(year: int, told) -> None:
    inputs, content = told[year]
    text = content.chapter("network").text
    before = next((one for one in inputs.years if one.year == year - 1 and one.organisations), None)
    if before is None:
        assert str(year - 1) not in text
        assert "als im Jahr davor" not in text
    for claim, holds in (("mehr Organisationen", 1), ("weniger aktive Organisationen", -1)):
        if claim in text and before is not None:
            assert (inputs.years[-1].organisations - before.organisations) * holds > 0
    if "wie in keinem Jahr zuvor" in text:
        assert inputs.years[-1].organisations > max(one.organisations for one in inputs.years[:-1])


@pytest.mark.parametrize("year", [2013, 2016, 2020, 2025, 2026])
def test_a_report_of_the_record_has_all_its_faces(year: int, told, record) -> None:
    with reading(record, now=NOON) as session:
        report = assemble(told[year][1], drafts.read(session, year), stand=TODAY)
    assert list(blocks(report))
    for face in FACES.values():
        assert face.make(report)


def test_a_report_comes_out_of_the_record_without_anybody_writing(record) -> None:
    with unit_of_work(record, now=NOON) as session:
        row = release.release_report(session, ReleaseReport(year=2022), by=SYSTEM)
        found = parse(row.content)
    assert found.cover.subject.startswith("Sachstandsbericht 2022")
    assert all(not section.own for section in found.sections)
