"""Write docs/methodology.md from the metric rules and the shipped record, or check that it is current.

``python -m scripts.docs`` writes, ``python -m scripts.docs --check`` exits 1 when the file is stale.
"""

import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

from scripts.explain import record_section
from scripts.record import load

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "methodology.md"
SPECS = ROOT / "tests" / "spec"

_OPENING = """<!-- Erzeugt mit `python -m scripts.docs` aus tests/spec und data/bergkamen. Nicht von Hand ändern. -->
# Methodik: wie jede Kennzahl entsteht

Jede Zahl des Dashboards hat genau eine Definition und einen Rechenweg, für Bildschirm, Live-Link, Bericht und
`bk metrics`. Dieses Dokument nennt sie alle. Die Beispiele sind zugleich die Tests: Stimmt ein Ergebnis nicht mehr,
schlägt `make test` fehl.

- **Nicht definiert** heißt: Es gibt keine Zahl, weder 0 noch eine Schätzung. In JSON steht dann `null`, in den
  Beispielen `None`.
- Anteile liegen zwischen 0 und 1; erst die Anzeige macht Prozent daraus.
- Zeiträume sind halboffen: `[2024-01-01, 2025-01-01)` ist das Jahr 2024.
- Im Text: **n** aktive Organisationen (mit mindestens einer Beteiligung), **m** Aktivitäten mit mindestens einer
  Organisation, **L** Beteiligungen, **E** Verbindungen zwischen Organisationen.

Die Spalten der Beispieltabellen heißen wie im Programm:

| Spalte | Bedeutung | Spalte | Bedeutung |
|---|---|---|---|
| `organisation_id` | Organisation (Kennung) | `activity_id` | Aktivität (Kennung) |
| `start` | erster möglicher Tag | `start_latest` | letzter Tag, an dem sie begonnen haben kann |
| `status` | Stand | `plenary` | Plenum |
| `sector` | Sektor | `part_of` | Teil von |
| `attendees` | Teilnehmende | `rater` | einschätzende Person (Pseudonym) |
| `view` | Sicht | `indicator_id` | Indikator |
| `level` | Stufe 1 bis 5 | `opt_out` | Enthaltung |
| `trait` | Merkmal einer Perspektive | `words` | weitere Suchwörter |
| `target_group` | Zielgruppe | `district` | Stadtteil |
| `kind` | Art | `languages` | Sprachen |
| `seat_id` | Sitz | `number` | Nummer der Vertretung |
| `seat_begins`, `begins` | erster Tag | `seat_ends`, `ends` | letzter Tag |
"""

_PARTS = (
    ("key", "Schlüssel"),
    ("definition", "Definition"),
    ("formula", "Formel"),
    ("reading", "Lesart und Fallstricke"),
    ("undefined", "Nicht definiert"),
    ("source", "Quelle"),
)


def main(arguments: Sequence[str]) -> int:
    """Write or check the document; return the exit code."""
    text = methodology()
    if "--check" not in arguments:
        TARGET.parent.mkdir(exist_ok=True)
        TARGET.write_text(text, encoding="utf-8")
        return 0
    if TARGET.exists() and TARGET.read_text(encoding="utf-8") == text:
        return 0
    sys.stderr.write("docs/methodology.md is stale: run `python -m scripts.docs`\n")
    return 1


def methodology() -> str:
    """Return the whole document."""
    rules = chapters()
    parts = [_OPENING, *map(_chapter, rules), record_section(load(), chapter=len(rules) + 1)]
    return "\n".join(part.strip("\n") + "\n" for part in parts)


def chapters() -> list[Mapping[str, object]]:
    """Return the chapters of metric rules in their order."""
    read = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(SPECS.glob("*.toml"))]
    return sorted(read, key=lambda chapter: int(str(chapter["order"])))


def _chapter(chapter: Mapping[str, object]) -> str:
    """Return one chapter with its metrics."""
    metrics = "\n".join(_metric(metric) for metric in cast("list[Mapping[str, object]]", chapter["metric"]))
    return f"## {chapter['order']}. {chapter['title']}\n\n{chapter['intro']}\n\n{metrics}"


def _metric(metric: Mapping[str, object]) -> str:
    """Return one metric: what it is, how it is computed and read, and its examples."""
    where = ", ".join(f"`bkcore.metrics.{name}`" for name in cast("list[str]", metric["functions"]))
    lines = [f"### {metric['title']}", "", *(f"- **{label}:** {metric[part]}" for part, label in _PARTS)]
    lines += [f"- **Im Programm:** {where}", ""]
    for case in cast("list[Mapping[str, object]]", metric["case"]):
        lines += [f"**Beispiel.** {case['title']}.", ""]
        for name, table in cast("Mapping[str, str]", case["tables"]).items():
            lines += [f"`{name}`", "", table.strip(), ""]
        lines += ["```python", f">>> {case['expression']}", str(case["expected"]), "```", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
