"""How long the desk searches among 5,000 organisations and 50,000 activities, on SQLite, with umlauts and two words."""

import statistics
import time
from pathlib import Path

import pytest
from sqlalchemy import insert
from sqlmodel import Session

from bkcore.access import SYSTEM
from bkcore.intake import desk
from bkcore.model.activities import Activity
from bkcore.model.organisations import Organisation
from bkcore.store.engine import engine_for
from bkcore.store.schema import migrate
from bkcore.store.unit_of_work import reading
from bkcore.vocabulary import ActivityStatus, OrganisationKind, Precision, Sector
from tests.bench.conftest import figure

pytestmark = pytest.mark.bench
ORGANISATIONS, ACTIVITIES = 5_000, 50_000
TIMES = 15
WORDS = {"organisationen": ("", "verein", "türkisch 49", "gibt es nicht"), "aktivitaeten": ("", "fest 499", "ÄPFEL")}


def test_search(tmp_path: Path) -> None:
    engine = engine_for(f"sqlite:///{tmp_path / 'desk.db'}")
    migrate(engine)
    with Session(engine) as session, session.begin():
        session.execute(insert(Organisation), [_organisation(number) for number in range(ORGANISATIONS)])
        session.execute(insert(Activity), [_activity(number) for number in range(ACTIVITIES)])
    slowest = 0.0
    with reading(engine) as session:
        for sheet, words in WORDS.items():
            for word in words:
                slowest = max(slowest, _median(session, sheet, word))
    figure("desk_search_ms", slowest, "ms")
    engine.dispose()


def _median(session: Session, sheet: str, words: str) -> float:
    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        desk.find(session, sheet, words, by=SYSTEM)
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken)


def _organisation(number: int) -> dict[str, object]:
    name = f"{('Verein', 'Türkischer Kulturverein', 'Schule', 'Gemeinde')[number % 4]} {number}"
    kind = {"kind": OrganisationKind.ASSOCIATION, "sector": Sector.CIVIL, "version": 1}
    return {"slug": f"o-{number}", "name": name, **kind}


def _activity(number: int) -> dict[str, object]:
    title = f"{('Fest', 'Äpfel ernten', 'Lesung')[number % 3]} {number}"
    state = {"precision": Precision.UNKNOWN, "status": ActivityStatus.HELD, "version": 1}
    return {"slug": f"a-{number}", "title": title, **state}
