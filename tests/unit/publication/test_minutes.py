"""Minutes: the same words in PDF and Word, accessible, and no text that becomes code in either."""

import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import page as page_validation
import pytest
from docx import Document
from docx.oxml.ns import qn
from sqlmodel import Session

from bkcore.commands.meetings import EndMeeting, NoteAttendance, PrepareMeeting, RecordDecision, StartMeeting, WriteItem
from bkcore.publication.blocks import Grid, Heading, Listed, Picture, Words
from bkcore.publication.meeting.faces import render_docx, render_pdf
from bkcore.publication.meeting.minutes import Minutes, blocks, minutes_of
from bkcore.publication.meeting.start import start_meeting
from bkcore.reports import meetings as reports
from bkcore.seed import load_sample
from bkcore.services.meeting_notes import note_attendance, record_decision, write_item
from bkcore.services.meetings import end_meeting, prepare_meeting
from bkcore.store.engine import engine_for
from bkcore.store.unit_of_work import unit_of_work
from tests.factories import STEERING_GROUP

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
EVIL = '#panic("x") = *fett* <b>dick</b> $x$ @quelle \\ "Anführung" ]'
MEASURE = {"title": EVIL, "owner": "Büro", "due_on": "2026-12-31"}


def _held(session: Session) -> Minutes:
    command = PrepareMeeting.model_validate(
        {"title": "7. Sitzung", "held_on": "2026-11-22", "starts_at": "18:00", "place": EVIL, "topics": (EVIL, "Leer")}
    )
    number = prepare_meeting(session, command, by=STEERING_GROUP).id or 0
    start_meeting(session, StartMeeting(meeting_id=number), by=STEERING_GROUP)
    session.flush()
    before = reports.detail(session, meeting_id=number, by=STEERING_GROUP)
    topic = before.items[-2]
    write_item(session, WriteItem(item_id=topic.id, notes=f"Erstens.\n\n{EVIL}", version=1), by=STEERING_GROUP)
    wish = {"item_id": topic.id, "text": EVIL, "result": "angenommen", "measure": MEASURE}
    votes = {"votes_for": 5, "votes_against": 1, "votes_abstained": 0}
    record_decision(session, RecordDecision.model_validate({**wish, **votes}), by=STEERING_GROUP)
    someone = next(iter(reports.build(session, by=STEERING_GROUP).organisations))
    here = NoteAttendance(meeting_id=number, present=(someone,), guests="Bürgermeisterin")
    note_attendance(session, here, by=STEERING_GROUP)
    end_meeting(session, EndMeeting(meeting_id=number), by=STEERING_GROUP)
    session.flush()
    return minutes_of(reports.detail(session, meeting_id=number, by=STEERING_GROUP))


@pytest.fixture(scope="module")
def minutes(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Minutes:
    """The minutes of one meeting over the sample."""
    path = tmp_path_factory.mktemp("minutes") / "test.db"
    shutil.copy(sqlite_template, path)
    engine = engine_for(f"sqlite:///{path}")
    load_sample(engine, now=NOW)
    with unit_of_work(engine, now=NOW) as session:
        return _held(session)


def squeezed(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def in_order(found: Minutes) -> list[str]:
    texts: list[str] = []
    for block in blocks(found):
        match block:
            case Heading(_, text) | Words(text, _):
                texts.append(text)
            case Listed(entries):
                texts += [text for entry in entries for text in (entry.title, entry.note)]
            case Picture(caption, _) | Grid(caption, _):
                texts.append(caption)
    return [squeezed(text) for text in texts if squeezed(text)]


def test_the_minutes_are_accessible_and_the_same_every_time(minutes: Minutes) -> None:
    pdf = render_pdf(minutes)
    found = page_validation.validate_pdf_bytes(pdf, profile=page_validation.ValidationProfile.PDF_UA_1)
    assert not found.failures
    assert render_pdf(minutes) == pdf


def test_both_faces_have_the_same_words_in_the_same_order(minutes: Minutes) -> None:
    body = Document(BytesIO(render_docx(minutes))).element.body
    word = squeezed("".join(node.text or "" for node in body.iter(qn("w:t"))))
    place = 0
    for text in in_order(minutes):
        at = word.find(text, place)
        assert at >= 0, text
        place = at + len(text)
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not here")
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=render_pdf(minutes), capture_output=True, check=True)
    read = squeezed(done.stdout.decode())
    assert read.count(squeezed(EVIL)) >= 4  # place, topic, notes, decision
    assert "5dafür1dagegen0enthalten" in read


def test_the_word_file_has_headings_in_order_and_words_for_every_picture(minutes: Minutes) -> None:
    paper = Document(BytesIO(render_docx(minutes)))
    levels = [int(one.style.name[-1]) for one in paper.paragraphs if one.style.name.startswith("Heading")]
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    pictures = [shape._inline.docPr.get("descr") for shape in paper.inline_shapes]
    assert len(pictures) == 2
    assert all(pictures)


def test_attendance_decisions_measures_and_every_point_are_in_the_minutes(minutes: Minutes) -> None:
    told = " ".join(in_order(minutes))
    for part in ("Beschlüsse dieser Sitzung", "Maßnahmen aus dieser Sitzung", "Weitere Teilnehmende: Bürgermeisterin",
                 "TOP 1: Seit dem letzten Mal", "TOP 5: Maßnahmen", "TOP 7: Leer"):  # fmt: skip
        assert squeezed(part) in told
    assert minutes.draft == ""


def test_minutes_of_a_running_meeting_say_that_they_are_a_draft(minutes: Minutes) -> None:
    row = replace(minutes.detail.row, state="laeuft")
    assert "Entwurf" in Minutes(replace(minutes.detail, row=row), minutes.basis).draft


def test_a_meeting_that_has_not_begun_has_no_minutes(minutes: Minutes) -> None:
    with pytest.raises(ValueError, match="not begun"):
        minutes_of(replace(minutes.detail, basis=""))
