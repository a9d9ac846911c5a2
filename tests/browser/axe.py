"""Run axe-core on a page; what Streamlit itself causes is listed, with the reason, in ``docs/accessibility.md``."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_SCRIPT = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
_DOCUMENT = Path(__file__).parents[2] / "docs" / "accessibility.md"
_ROW = re.compile(r"^\|\s*`?([a-z0-9-]+)`?\s*\|\s*(.*?)\s*\|\s*(.*?)\s*\|\s*(.*?)\s*\|\s*$")
_INSIDE = "([path, place]) => { const found = document.querySelector(path); return !!found && !!found.closest(place); }"


@dataclass(frozen=True)
class Allowed:
    """A fault that is not ours: the rule, and where it may occur (a CSS selector; empty: anywhere)."""

    rule: str
    place: str = ""


@cache
def documented() -> tuple[Allowed, ...]:
    """Read the table ``| rule | place | why | issue |``; a place in backticks is a CSS selector."""
    if not _DOCUMENT.is_file():
        return ()
    rows = [_ROW.match(line) for line in _DOCUMENT.read_text(encoding="utf-8").splitlines()]
    found = []
    for row in rows:
        if row and not set(row[1]) <= {"-"}:
            place = re.fullmatch(r"`(.+)`", row[2])
            found.append(Allowed(row[1], place[1] if place else ""))
    return tuple(found)


def faults(page: Page, *, allow: Iterable[Allowed] = ()) -> list[str]:
    """Return what axe finds, without the exceptions, one line per element."""
    page.evaluate(_SCRIPT.read_text(encoding="utf-8"))
    result = page.evaluate(
        "async (tags) => await axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})",
        _TAGS,
    )
    exceptions = [*documented(), *allow]
    return [
        f"{violation['id']} ({violation['impact']}): {node['target']} {node['html'][:160]}\n    {_reason(node)}"
        for violation in result["violations"]
        for node in violation["nodes"]
        if not any(_covers(page, exception, violation["id"], node) for exception in exceptions)
    ]


def axe(page: Page, *, allow: Iterable[Allowed] = ()) -> None:
    """Fail when axe finds anything that is not a documented exception."""
    found = faults(page, allow=allow)
    assert not found, "axe:\n" + "\n".join(found)


def _covers(page: Page, exception: Allowed, rule: str, node: dict[str, object]) -> bool:
    if exception.rule != rule:
        return False
    if not exception.place:
        return True
    path = node["target"]
    first = path[0] if isinstance(path, list) and isinstance(path[0], str) else None
    return first is not None and bool(page.evaluate(_INSIDE, [first, exception.place]))


def _reason(node: dict[str, object]) -> str:
    return str(node.get("failureSummary", "")).replace("\n", " ")[:240]
