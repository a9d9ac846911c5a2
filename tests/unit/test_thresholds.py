"""How many people a figure needs: a setting raises it everywhere at once, and nothing lowers it."""

import subprocess
import sys

import pytest

from bkcore.faults import SettingInvalid
from bkcore.settings import load
from bkcore.thresholds import minimums

TOLD = """
from bkcore.publication.disclosure import STANDARD
from bkcore.reports.project_views import INTERNAL_MINIMUM
from bkcore.vocabulary import SubjectKind
from bkcore.wording.briefing import DATA_PROTECTION_TEXTS
from dashboard.texts import assessment, factors, project
print(STANDARD.persons, INTERNAL_MINIMUM)
print(DATA_PROTECTION_TEXTS[0], assessment.wording("privacy_council", SubjectKind.PROJECT))
print(factors.TOO_FEW, project.ONE_VIEW)
"""


@pytest.mark.parametrize(
    ("public", "internal", "found"),
    [
        ("", "", (5, 3)),
        ("8", "4", (8, 4)),
        ("1", "0", (5, 3)),
        ("6", "9", (9, 9)),
        ("-3", "", (5, 3)),
        ("viele", "4", (5, 3)),
    ],
)
def test_they_are_raised_and_never_lowered(monkeypatch: pytest.MonkeyPatch, public, internal, found) -> None:
    for name, value in (("BK_PUBLIC_MINIMUM", public), ("BK_INTERNAL_MINIMUM", internal)):
        if value:
            monkeypatch.setenv(name, value)
    assert minimums() == found


@pytest.mark.parametrize(
    ("name", "value"), [("public_minimum", "4"), ("internal_minimum", "2"), ("public_minimum", "x")]
)
def test_a_program_that_is_asked_for_less_does_not_start(monkeypatch: pytest.MonkeyPatch, name, value) -> None:
    monkeypatch.setenv(f"BK_{name.upper()}", value)
    with pytest.raises(SettingInvalid) as refused:
        load()
    assert refused.value.facts["variable"] == f"BK_{name.upper()}"
    assert refused.value.facts["value"] == value


def test_a_raised_one_holds_for_figures_and_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BK_PUBLIC_MINIMUM", "8")
    monkeypatch.setenv("BK_INTERNAL_MINIMUM", "4")
    said = subprocess.run([sys.executable, "-c", TOLD], capture_output=True, text=True, check=True).stdout.splitlines()
    assert said[0] == "8 4"
    assert said[1].count("mindestens acht") == 2
    assert "weniger als vier" in said[2]
    assert "mindestens vier" in said[2]
