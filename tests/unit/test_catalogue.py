"""The catalogue's loader and its small rules."""

import json
import shutil
from dataclasses import FrozenInstanceError
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bkcore.catalogue import CATALOGUE_ROOT, as_json, edition, form_wording, load
from bkcore.errors import NotFound
from bkcore.faults import CatalogueBroken

FACTOR_IDS = [factor.id for factor in load().factors]
CATALOGUE_FILE = f"{load().version}/catalogue.toml"
FACTOR_FILE = f"{load().version}/factors/5-augenhoehe.toml"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A catalogue of one's own that may be broken."""
    return Path(shutil.copytree(CATALOGUE_ROOT, tmp_path / "catalogue"))


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_catalogue_is_read_once():
    assert load() is load()
    assert form_wording() is form_wording()


def test_nobody_can_change_the_catalogue_at_run_time():
    with pytest.raises(FrozenInstanceError):
        load().factors[0].title = "Anders"  # type: ignore[misc]
    with pytest.raises(TypeError):
        form_wording()["saved"] = "anders"  # type: ignore[index]


def test_every_indicator_knows_its_factor_and_is_found_by_its_id():
    catalogue = load()
    for factor in catalogue.factors:
        assert catalogue.factor(factor.id) is factor
        for indicator in factor.indicators:
            assert indicator.factor_id == factor.id
            assert catalogue.indicator(indicator.id) is indicator


def test_an_item_is_an_indicator_or_the_short_form_of_a_factor():
    catalogue = load()
    for factor in catalogue.factors:
        assert catalogue.item(factor.id) is factor.short
        assert [catalogue.factor_of()[item.id] for item in (factor.short, *factor.indicators)] == [factor.id] * 5
    with pytest.raises(NotFound):
        catalogue.item("augenhoehe-9")


def test_a_round_finds_the_version_it_was_opened_with_and_an_unknown_one_finds_the_newest(copy: Path):
    newer = copy / "2027-1"
    shutil.copytree(copy / load().version, newer)
    replace(newer / "catalogue.toml", f'version = "{load().version}"', 'version = "2027-1"')
    replace(newer / "catalogue.toml", f"valid_from = {load().valid_from}", "valid_from = 2027-01-01")
    assert load(copy).version == "2027-1"
    assert edition(load().version, copy) == load()
    assert edition("1999-9", copy).version == "2027-1"


def test_a_folder_that_bears_another_name_than_its_version_is_refused(copy: Path):
    (copy / load().version).rename(copy / "2027-1")
    with pytest.raises(CatalogueBroken, match="the folder must bear"):
        load(copy)


def test_an_unknown_id_is_not_found():
    with pytest.raises(NotFound):
        load().factor("gibt-es-nicht")
    with pytest.raises(NotFound):
        load().indicator("augenhoehe-9")
    with pytest.raises(NotFound):
        load().next_actions("gibt-es-nicht", level=2)


def test_titles_come_in_the_councils_order():
    assert list(load().factor_titles()) == FACTOR_IDS


@given(factor_id=st.sampled_from(FACTOR_IDS), level=st.floats(min_value=1, max_value=5))
def test_the_next_actions_lead_from_the_level_already_reached(factor_id: str, level: float):
    actions = load().next_actions(factor_id, level=level)
    assert actions
    for action in actions:
        assert action in load().factor(factor_id).actions
        assert action.from_level == min(int(level), 4)
        assert action.to_level == action.from_level + 1


@given(factor_id=st.sampled_from(FACTOR_IDS), levels=st.tuples(st.floats(1, 5), st.floats(1, 5)))
def test_a_higher_level_never_leads_back_to_an_earlier_step(factor_id: str, levels: tuple[float, float]):
    low, high = sorted(levels)
    catalogue = load()
    earlier = catalogue.next_actions(factor_id, level=low)[0].from_level
    assert earlier <= catalogue.next_actions(factor_id, level=high)[0].from_level


def test_whoever_is_at_level_five_gets_the_actions_that_keep_it_there():
    catalogue = load()
    assert catalogue.next_actions("augenhoehe", level=5) == catalogue.next_actions("augenhoehe", level=4.0)


@pytest.mark.parametrize("level", [0.99, 5.01, float("nan"), float("inf"), -1])
def test_there_are_no_actions_outside_the_scale(level: float):
    with pytest.raises(ValueError, match="outside"):
        load().next_actions("augenhoehe", level=level)


def test_the_json_form_holds_the_agreed_keys_and_every_level_text():
    document = json.loads(json.dumps(as_json(load()), ensure_ascii=False))
    assert list(document) == ["version", "state", "valid_from", "levels", "factors"]
    assert date.fromisoformat(document["valid_from"]) == load().valid_from
    assert list(document["factors"][0]) == [
        "id",
        "number",
        "title",
        "question",
        "evidence_question",
        "companion",
        "short",
        "indicators",
        "actions",
    ]
    assert list(document["factors"][0]["companion"]) == ["key", "title", "definition"]
    assert list(document["factors"][0]["actions"][0]) == ["id", "from_level", "to_level", "title", "text"]
    assert list(document["factors"][0]["indicators"][0]) == ["id", "statement", "levels"]
    for factor, written in zip(load().factors, document["factors"], strict=True):
        assert written["short"]["statement"] == factor.short.statement
        for indicator, entry in zip(factor.indicators, written["indicators"], strict=True):
            assert [level["text"] for level in entry["levels"]] == list(indicator.levels)
            assert [level["level"] for level in entry["levels"]] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        pytest.param(CATALOGUE_FILE, 'version = "2026-1"', "", "version", id="the version is missing"),
        pytest.param(CATALOGUE_FILE, '"entwurf"', '"fertig"', "state", id="the state is unknown"),
        pytest.param(CATALOGUE_FILE, "2026-11-22", '"bald"', "valid_from", id="the day is no day"),
        pytest.param(CATALOGUE_FILE, "value = 2", "value = 3", "levels", id="a level of the scale occurs twice"),
        pytest.param(CATALOGUE_FILE, "[[sources]]", "[[quellen]]", "quellen", id="a key is unknown"),
        pytest.param(FACTOR_FILE, 'id = "augenhoehe"', "id = augenhoehe", "Invalid", id="the file is no TOML"),
        pytest.param(FACTOR_FILE, "number = 5", "number = 6", "number", id="the number is another factor's"),
        pytest.param(FACTOR_FILE, 'id = "augenhoehe"', 'id = "hoehe"', "file name", id="the id is another"),
        pytest.param(FACTOR_FILE, 'question = "', 'frage = "', "question", id="the question is missing"),
        pytest.param(FACTOR_FILE, "[companion]", "[begleiter]", "companion", id="the companion is missing"),
        pytest.param(FACTOR_FILE, 'key = "joint_activities"', 'key = " "', "companion", id="a text is blank"),
        pytest.param(FACTOR_FILE, '"augenhoehe-4"', '"hoehe-4"', "must be called", id="an indicator is another's"),
        pytest.param(FACTOR_FILE, '"augenhoehe-4"', '"augenhoehe-0"', "must be called", id="an indicator is number 0"),
        pytest.param(FACTOR_FILE, '"augenhoehe-4"', '"augenhoehe-3"', "twice", id="an indicator id occurs twice"),
        pytest.param(
            FACTOR_FILE,
            '  "Heikle Themen lassen wir lieber ruhen, damit die Stimmung gut bleibt.",\n',
            "",
            "levels",
            id="a level text is missing",
        ),
        pytest.param(FACTOR_FILE, '"augenhoehe-a2"', '"augenhoehe-a1"', "twice", id="an action id occurs twice"),
        pytest.param(FACTOR_FILE, "to_level = 2", "to_level = 3", "one level up", id="an action skips a level"),
        pytest.param(
            FACTOR_FILE,
            "from_level = 1\nto_level = 2",
            "from_level = 2\nto_level = 3",
            "every step",
            id="a step is bare",
        ),
    ],
)
def test_a_broken_file_is_refused_with_its_name_and_the_reason(copy: Path, file: str, old: str, new: str, reason: str):
    replace(copy / file, old, new)
    with pytest.raises(CatalogueBroken) as refusal:
        load(copy)
    assert Path(str(refusal.value.facts["path"])) == copy / file
    assert reason in str(refusal.value.facts["reason"])


def test_a_catalogue_with_a_factor_too_few_is_refused(copy: Path):
    (copy / FACTOR_FILE).unlink()
    with pytest.raises(CatalogueBroken, match="7 found"):
        load(copy)


def test_a_missing_file_is_refused_with_its_name(copy: Path):
    (copy / CATALOGUE_FILE).unlink()
    with pytest.raises(CatalogueBroken, match=r"catalogue\.toml"):
        load(copy)


def test_indicators_that_are_no_tables_are_refused(copy: Path):
    text = (copy / FACTOR_FILE).read_text(encoding="utf-8")
    head = text.split("[companion]")[0]
    (copy / FACTOR_FILE).write_text(f"{head}indicators = [1]\nactions = []\ncompanion = 3\n", encoding="utf-8")
    with pytest.raises(CatalogueBroken, match="5-augenhoehe"):
        load(copy)


def test_a_factor_without_an_indicator_is_refused(copy: Path):
    text = (copy / FACTOR_FILE).read_text(encoding="utf-8")
    head, actions = text.split("[[indicators]]")[0], text[text.index("[[actions]]") :]
    (copy / FACTOR_FILE).write_text(head.replace("[companion]", "indicators = []\n[companion]") + actions)
    with pytest.raises(CatalogueBroken, match="at least one indicator"):
        load(copy)


def test_an_unbroken_copy_says_the_same(copy: Path):
    assert load(copy) == load()


def test_a_file_that_is_not_utf8_is_refused_with_its_name(copy: Path):
    (copy / CATALOGUE_FILE).write_bytes(b'title = "\xff"')
    with pytest.raises(CatalogueBroken, match=r"catalogue\.toml"):
        load(copy)


@pytest.mark.parametrize("line", ["saved = 3\n", 'saved = ""\n', "saved = \n"])
def test_a_broken_wording_is_refused_with_its_name(copy: Path, line: str):
    (copy / "wording" / "de.toml").write_text(line, encoding="utf-8")
    with pytest.raises(CatalogueBroken, match=r"de\.toml"):
        form_wording(copy)
