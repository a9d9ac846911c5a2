"""What the documents say is there, is there; what is there, the documents say."""

import ast
import importlib
import pkgutil
import re
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest

import bkcore.cli
from bkcore.cli import main
from bkcore.settings import Settings
from tests.architecture.test_permissions import ACTORS, CELLS

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
DECISIONS = sorted((ROOT / "docs" / "adr").glob("*.md"))
OPERATIONS = ROOT / "docs" / "operations.md"
ARCHITECTURE = ROOT / "docs" / "architecture.md"
MIGRATIONS = ROOT / "bkcore" / "store" / "migrations" / "versions"

TOP = ("bkcore", "dashboard", "data", "docs", "scripts", "tests", ".streamlit", ".ci")
TEST_VARIABLES = {"BK_PICTURES", "BK_TEST_EXAMPLES", "BK_TEST_WORKERS"}
MOST_LINES, MOST_LINES_OF_A_PAGE = 300, 60
# Written in pieces, so that this file does not find itself.
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME)\b")
INDEX = re.compile(r"index" + r"-url|https?://[^ \"'`]+/(?:simple|packages)/|\"resolved\": \"https?:")

every_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
every_decision = pytest.mark.parametrize("decision", DECISIONS, ids=lambda path: path.stem)


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def tracked(*patterns: str) -> list[Path]:
    found = subprocess.run(["git", "ls-files", "-z", "--", *patterns], cwd=ROOT, check=True, capture_output=True)
    paths = [ROOT / name for name in found.stdout.decode().split("\0") if name]
    return [path for path in paths if path.is_file()]


def modules() -> list[Path]:
    found = [path for package in ("bkcore", "dashboard") for path in (ROOT / package).rglob("*.py")]
    return sorted(path for path in found if MIGRATIONS not in path.parents)


def made_at_run_time(names: set[str]) -> set[str]:
    """Names that git ignores: they are not there in a fresh clone."""
    asked = subprocess.run(
        ["git", "check-ignore", "--stdin"],
        cwd=ROOT,
        input="\n".join(f"{name.rstrip('/')}/" for name in sorted(names)),
        capture_output=True,
        text=True,
        check=False,
    )
    return {line.rstrip("/") for line in asked.stdout.splitlines()} & names


def anchors(document: Path) -> set[str]:
    """Anchors of all headings, as the common hosts make them."""
    headings = re.findall(r"^#+ (.+)$", text_of(document), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def code(document: Path) -> list[str]:
    """Everything written as code: spans and indented lines."""
    text = text_of(document)
    indented = re.findall(r"^ {4,}(\S.*)$", text, flags=re.MULTILINE)
    return re.findall(r"`([^`\n]+)`", text) + indented


def commands() -> dict[str, click.Command]:
    """All commands without subcommands, by what one types after ``bk``."""
    modules = [importlib.import_module(f"bkcore.cli.{each.name}") for each in pkgutil.iter_modules(bkcore.cli.__path__)]
    top = [command for module in modules for command in getattr(module, "COMMANDS", ())]
    return dict(leaf for command in top for leaf in leaves(command, str(command.name)))


def test_every_command_is_found_where_bk_looks_for_it():
    modules = {each.name for each in pkgutil.iter_modules(bkcore.cli.__path__)}
    offering = {name for name in modules if hasattr(importlib.import_module(f"bkcore.cli.{name}"), "COMMANDS")}
    assert {str(command.name): name for name in offering for command in main.offered(name)} == main._MODULE_OF


def leaves(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    if not isinstance(command, click.Group):
        yield path, command
        return
    for name, inner in command.commands.items():
        yield from leaves(inner, f"{path} {name}")


def named_commands(document: Path) -> set[str]:
    """Commands a document names, as far as words can be names of commands; arguments are left out."""
    known = commands()
    groups = {path.rsplit(" ", 1)[0] for path in known if " " in path}
    found = set()
    for span in code(document):
        for first, second in re.findall(r"(?:^|[\s/])bk ([a-z][a-z-]*)(?: ([a-z][a-z-]*))?", span):
            found.add(f"{first} {second}" if first in groups and second else first)
    return found - groups


def table(document: Path, heading: str) -> list[list[str]]:
    """Rows of the first table below a heading, without its head."""
    below = text_of(document).split(f"\n## {heading}\n")[1]
    lines = [line for line in below.split("\n## ")[0].splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@every_document
def test_links_between_documents_lead_somewhere(document: Path):
    dead = []
    for target in re.findall(r"\]\(([^)\s]+)\)", text_of(document)):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        other = (document.parent / name).resolve() if name else document
        if not other.exists() or (anchor and other.suffix == ".md" and anchor not in anchors(other)):
            dead.append(target)
    assert dead == []


@every_document
def test_paths_named_in_documents_exist(document: Path):
    named = {span for span in code(document) if re.fullmatch(r"[\w.\-/*<>]+", span) and span.split("/")[0] in TOP}
    patterns = {span: re.sub(r"<[^>]+>", "*", span) for span in named - made_at_run_time(named)}
    assert sorted(span for span, pattern in patterns.items() if not any(ROOT.glob(pattern))) == []


@every_document
def test_commands_named_in_documents_exist(document: Path):
    assert sorted(named_commands(document) - set(commands())) == []


def test_every_command_is_documented_for_its_operator():
    assert sorted(set(commands()) - named_commands(OPERATIONS)) == []


def test_the_environment_variables_in_the_code_and_in_the_documents_are_the_same():
    settings = {f"BK_{name.upper()}" for name in Settings.model_fields}
    documented = set(re.findall(r"^\| `(BK_\w+)` \|", text_of(OPERATIONS), flags=re.MULTILINE))
    assert documented == settings
    for document in DOCUMENTS:
        assert set(re.findall(r"\bBK_[A-Z_]+[A-Z]\b", text_of(document))) <= settings | TEST_VARIABLES


def test_sentences_quoted_for_the_operator_are_those_the_program_says():
    files = [path for folder in ("bkcore/wording", "dashboard/texts") for path in (ROOT / folder).glob("*.py")]
    nodes = [node for path in files for node in ast.walk(ast.parse(text_of(path)))]
    said = "\n".join(node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))
    text = " ".join(text_of(OPERATIONS).split())
    quoted = [part.strip() for quote in re.findall("„(.+?)[“]", text) for part in quote.split("…")]
    assert [part for part in quoted if part and part not in said] == []


def test_make_targets_named_in_the_readme_are_those_of_the_makefile():
    makefile = set(re.findall(r"^([a-z]+):.*##", text_of(ROOT / "Makefile"), flags=re.MULTILINE))
    readme = {target for span in code(ROOT / "README.md") for target in re.findall(r"^make ([a-z]+)", span)}
    assert readme == makefile - {"help"}


@every_decision
def test_a_decision_has_its_three_sections_and_a_status(decision: Path):
    sections = re.findall(r"^## (.+)$", text_of(decision), flags=re.MULTILINE)
    assert sections == ["Context", "Decision", "Consequences"]
    assert text_of(decision).startswith(f"# {decision.stem[:4]}: ")
    status = r"^Status: (?:accepted|replaced by \[.+\]\(.+\)), \d{4}-\d\d-\d\d$"
    assert re.search(status, text_of(decision), flags=re.MULTILINE)


def test_decisions_are_numbered_without_a_gap_and_listed():
    assert [int(decision.stem[:4]) for decision in DECISIONS] == list(range(1, len(DECISIONS) + 1))
    listed = re.findall(r"^- \[.+\]\(adr/(.+)\)$", text_of(ARCHITECTURE), flags=re.MULTILINE)
    assert listed == [decision.name for decision in DECISIONS]


def test_the_permission_table_is_the_tested_one():
    head, _, *body = table(ARCHITECTURE, "Who may do what")
    assert head[1:] == list(ACTORS)
    written = {row[0]: {name for name, cell in zip(head[1:], row[1:], strict=True) if cell == "ja"} for row in body}
    assert written == {right: allowed for right, (_, allowed) in CELLS.items()}
    assert {cell for row in body for cell in row[1:]} == {"ja", "–"}


def test_the_layers_in_the_document_are_those_of_the_contracts():
    contracts = re.findall(r"layers = \[\n(.*?)\n\]", text_of(ROOT / "pyproject.toml"), flags=re.DOTALL)
    layers = [layer for contract in reversed(contracts) for layer in re.findall(r'"(.+)"', contract)]
    drawn = text_of(ARCHITECTURE).split("\n## Layers\n")[1].split("```")[1]
    assert [line.split(":")[-1].strip() for line in drawn.strip().splitlines()] == layers


def test_modules_and_pages_stay_small(record_property: Callable[[str, object], None]):
    lines = {path.relative_to(ROOT).as_posix(): len(text_of(path).splitlines()) for path in modules()}
    own = [count for name, count in lines.items() if not name.endswith("__init__.py")]
    record_property("median_lines_of_a_module", statistics.median(own))
    sys.stdout.write(f"median lines of a module: {statistics.median(own):.0f} (wanted: 60 at most)\n")  # shown by -rP
    assert {name: count for name, count in lines.items() if count > MOST_LINES} == {}
    pages = {name: count for name, count in lines.items() if name.startswith("dashboard/pages/")}
    assert {name: count for name, count in pages.items() if count > MOST_LINES_OF_A_PAGE} == {}


def test_an_init_file_holds_a_docstring_and_nothing_else():
    wrong = []
    for path in tracked("bkcore/**/__init__.py", "dashboard/**/__init__.py", "scripts/__init__.py"):
        tree = ast.parse(text_of(path))
        if len(tree.body) != 1 or not ast.get_docstring(tree):
            wrong.append(path.relative_to(ROOT).as_posix())
    assert wrong == []


def test_no_tracked_file_names_a_package_index():
    assert "://" not in text_of(ROOT / "requirements.lock")
    assert [name for name, text in texts(*tracked()) if INDEX.search(text)] == []


def test_nothing_unfinished_is_marked_in_the_source():
    sources = tracked("*.py", "*.sh", "*.toml", "*.js", "*.css", "*.typ", "*.jinja", "Makefile")
    assert [name for name, text in texts(*sources) if UNFINISHED.search(text)] == []


def texts(*paths: Path) -> Iterator[tuple[str, str]]:
    for path in paths:
        try:
            yield path.relative_to(ROOT).as_posix(), text_of(path)
        except UnicodeDecodeError:
            continue  # a picture, a font or a workbook
