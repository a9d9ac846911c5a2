"""The metric rules of ``tests/spec/*.toml``; ``scripts.docs`` writes docs/methodology.md from the same files."""

import ast
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    """One rule: little tables, one expression, the expected value."""

    name: str
    tables: dict[str, str]
    expression: str
    expected: object


def chapters() -> list[dict[str, object]]:
    """Return the chapters in their order."""
    read = [tomllib.loads(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.toml")]
    return sorted(read, key=lambda chapter: chapter["order"])


def metrics() -> Iterator[dict]:
    """Return every described metric."""
    for chapter in chapters():
        yield from chapter["metric"]


def cases() -> Iterator[Case]:
    """Return every rule."""
    for metric in metrics():
        for number, case in enumerate(metric["case"], start=1):
            yield Case(
                name=f"{metric['functions'][0]}-{number}",
                tables=case["tables"],
                expression=case["expression"],
                expected=ast.literal_eval(case["expected"]),
            )
