"""Edits one record, or makes a new one, in a dialog; the history of the record stands below its fields."""

from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.archive import ArchiveRecord, RestoreRecord
from bkcore.errors import BkError
from bkcore.intake import desk
from bkcore.services import archiving
from bkcore.store.unit_of_work import reading, unit_of_work
from bkcore.wording.messages import message
from bkcore.wording.numbers import date_de
from dashboard import state
from dashboard.components import ask, complaints, listing, panel, run
from dashboard.forms.records import fields
from dashboard.texts import records as texts

FORM: Final = "record"
_DONE: Final = "record-done"


def opened(sheet: str, slug: str | None, *, by: Actor) -> None:
    """Open the dialog at once.

    Args:
        sheet: Which kind of record.
        slug: Which one, ``None`` for a new one.
        by: Who acts.
    """
    complaints.forget(FORM)
    fields.forget(sheet)
    with reading(state.engine()) as session:
        record = desk.opened(session, sheet, slug, by=by) if slug is not None else None
        names = desk.names_referred_to(session, sheet, by=by)
    cells = record.cells if record else {}

    def drawn() -> None:
        complaints.above(FORM)
        with st.form("form-record", border=False):
            fields.draw(sheet, cells, names, form=FORM)
            sent = st.form_submit_button(
                texts.SAVE, key="record-save", type="primary", on_click=save, args=(sheet, record), kwargs={"by": by}
            )
        undone = record is not None and _history(record, by=by)
        moved = record is not None and _archive(record, by=by)
        if (sent or undone or moved) and st.session_state.pop(_DONE, False):
            st.rerun()  # closes the dialog; the page then reads what was saved

    st.dialog(_title(sheet, record), width="medium")(drawn)()


def save(sheet: str, record: desk.OpenRecord | None, *, by: Actor) -> None:
    """Save what the fields hold; a refusal is shown in the dialog, at its field."""
    cells = {"kennung": record.slug if record else "", **fields.given(sheet)}
    _carried_out(lambda session: desk.save(session, sheet, cells, version=record.version if record else None, by=by))


def undo(record: desk.OpenRecord, *, by: Actor) -> None:
    """Take the latest change back."""
    _carried_out(lambda session: desk.undo(session, record.sheet, record.slug, version=record.version, by=by))


def _carried_out(act: desk.Act) -> None:
    st.session_state[_DONE] = False
    try:
        with unit_of_work(state.engine()) as session:
            done = act(session)
    except BkError as error:
        complaints.collect(FORM)(message(error))
        return
    for reason in done.reasons:
        complaints.collect(FORM, field=reason.column)(reason.text)
    if not done.reasons:
        st.session_state[_DONE] = True
        ask.tell(texts.saved(done.outcome))


def _history(record: desk.OpenRecord, *, by: Actor) -> bool:
    """Show what happened to the record, and tell whether its latest change was taken back."""
    names = {column.field: texts.LABELS[column.name] for column in fields.columns(record.sheet)}
    panel.heading(texts.HISTORY, texts.SLUG.format(slug=record.slug), level=3)
    if not record.history:
        panel.text(texts.HISTORY_NONE)
        return False
    rows = [texts.step(one, names) for one in record.history]
    listing.table(texts.HISTORY_COLUMNS, rows, label=texts.HISTORY)
    if not record.history[0].before:
        return False
    return st.button(texts.UNDO, key="record-undo", on_click=undo, args=(record,), kwargs={"by": by})


def put_away(record: desk.OpenRecord, *, by: Actor) -> None:
    """Put the record into the archive, or take it out again."""
    raw = {"table": desk.TABLES[record.sheet].__tablename__, "slug": record.slug, "version": record.version}
    complain = complaints.collect(FORM)
    if record.archived_on is None:
        done = run.command(ArchiveRecord, raw, archiving.archive_record, by=by, complain=complain)
    else:
        done = run.command(RestoreRecord, raw, archiving.restore_record, by=by, complain=complain)
    st.session_state[_DONE] = done is not None
    if done is not None:
        ask.tell(texts.RESTORING_DONE if record.archived_on else texts.ARCHIVING_DONE)


def _archive(record: desk.OpenRecord, *, by: Actor) -> bool:
    """Offer the archive instead of deleting; tell whether the record was moved."""
    away = record.archived_on is not None
    panel.text(texts.IN_ARCHIVE.format(day=date_de(record.archived_on)) if away else texts.ARCHIVE_NOTE)
    name = texts.RESTORE if away else texts.ARCHIVE
    return st.button(name, key="record-archive", on_click=put_away, args=(record,), kwargs={"by": by})


def _title(sheet: str, record: desk.OpenRecord | None) -> str:
    return desk.name_of(record) if record else texts.NEW_TITLE[sheet]
