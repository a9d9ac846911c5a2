"""Sets that must match: command, service and the entry in the journal."""

import importlib
import inspect
import pkgutil
import typing

import bkcore.commands
import bkcore.publication
import bkcore.services
from bkcore.commands.activities import DatedFields
from bkcore.commands.base import Command
from bkcore.commands.measures import MeasureFields
from bkcore.commands.meetings import DecisionFields, MeetingFields
from bkcore.commands.paper import PaperRemark
from bkcore.commands.perspectives import GapFields, PerspectiveFields

_DRAFT = "nothing of a draft counts until it is released, and an entry would empty every cache while somebody types"
UNJOURNALLED = {
    "frame_report": _DRAFT,
    "add_station": _DRAFT,
    "remove_station": _DRAFT,
    "write_report_text": _DRAFT,
    "show_item": "where a meeting looks is no record, and an entry would empty every cache at each step (ADR 0022)",
    "submit_voice": "an entry has a moment and an order, and both point at whoever was there then (ADR 0016)",
}


def _modules(package: object) -> list[object]:
    return [
        importlib.import_module(module.name)
        for module in pkgutil.walk_packages(package.__path__, prefix=f"{package.__name__}.")
    ]


def _commands() -> set[type[Command]]:
    return {
        value
        for module in _modules(bkcore.commands)
        for value in vars(module).values()
        if inspect.isclass(value) and issubclass(value, Command)
    } - {Command, DatedFields, DecisionFields, GapFields, MeasureFields, MeetingFields, PaperRemark, PerspectiveFields}


def _services() -> dict[type[Command], list[object]]:
    found: dict[type[Command], list[object]] = {}
    for package in (bkcore.services, bkcore.publication):
        for module in _modules(package):
            for function in vars(module).values():
                if inspect.isfunction(function) and function.__module__ == module.__name__:
                    kind = typing.get_type_hints(function).get("command")
                    if inspect.isclass(kind) and issubclass(kind, Command) and not function.__name__.startswith("_"):
                        found.setdefault(kind, []).append(function)
    return found


def test_every_command_has_a_service() -> None:
    assert _commands() == set(_services())


def test_every_service_checks_a_permission_and_is_told_who_acts() -> None:
    for functions in _services().values():
        for function in functions:
            assert inspect.signature(function).parameters["by"].kind is inspect.Parameter.KEYWORD_ONLY


def test_every_service_writes_the_journal_or_says_why_not() -> None:
    for kind, functions in _services().items():
        for function in functions:
            source = inspect.getsource(function)
            journaled = any(call in source for call in ("record(", "put(", "new_assessment(", "corrected("))
            assert journaled != (function.__name__ in UNJOURNALLED), (
                f"{function.__name__} changes something for {kind.__name__} and leaves no entry"
            )


def test_every_command_is_frozen_and_refuses_unknown_fields() -> None:
    for command in _commands():
        assert command.model_config["frozen"]
        assert command.model_config["extra"] == "forbid"
