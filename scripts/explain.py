"""The closing section of docs/methodology.md: every figure of the shipped record and the rows it comes from."""

from collections import Counter
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from bkcore.metrics.incidence import Incidence, incidence
from bkcore.metrics.network import NetworkFigures, network_figures
from bkcore.metrics.projection import public_offices
from bkcore.metrics.ties import HELD, ties
from bkcore.metrics.window import select_activities
from scripts.explain_years import years_section
from scripts.record import Record
from scripts.wording import ids, number

_SECTORS = {"public": "öffentlich", "civil": "zivilgesellschaftlich", "private": "privat"}


def record_section(record: Record, *, chapter: int) -> str:
    """Return the section on the shipped record."""
    figures = network_figures(
        record.participations,
        record.activities,
        record.organisations,
        public_offices=public_offices(record.organisations),
    )
    network = incidence(ties(record.participations, record.activities, record.organisations))
    rows = [
        *_counts(record, network),
        *_projection(network, figures),
        *_sectors(record, network),
        *_rest(network, figures),
    ]
    lines = [
        f"## {chapter}. Die Kennzahlen des mitgelieferten Datensatzes, Zeile für Zeile",
        "",
        "Grundlage sind `organisationen.csv`, `aktivitaeten.csv` und `beteiligungen.csv` in `data/bergkamen`, hier",
        "ohne Datenbank gelesen. Die Werte müssen denen von `bk metrics network --json` gleichen. Der Datensatz ist",
        "aus öffentlichen Quellen zusammengetragen und lückenhaft: Die Zahlen beschreiben, was verzeichnet ist, nicht",
        "alles, was war.",
        "",
        "### Ohne Zeitraum",
        "",
        "| Schlüssel | Wert | So kommt er zustande |",
        "|---|---|---|",
        '| `window` | `{"from": null, "to": null}` | Kein Zeitraum gewählt: auch Aktivitäten ohne Datum zählen. |',
        *(f"| `{key}` | {value} | {reason} |" for key, value, reason in rows),
        "",
        *_by_organisation(figures),
        *years_section(record),
    ]
    return "\n".join(lines)


def _counts(record: Record, network: Incidence) -> Iterable[tuple[str, str, str]]:
    """Explain organisations, activities, ties and their averages."""
    n, m, tied = len(network.organisations), len(network.activities), int(network.matrix.sum())
    held = select_activities(record.activities, statuses=HELD)["activity_id"]
    without = sorted(set(held) - set(network.activities))
    rows = record.participations
    status = rows["activity_id"].map(record.activities.set_index("activity_id")["status"])
    own = rows["status"].fillna(status).isin(HELD)
    both = own & status.isin(HELD)
    states = record.activities["status"].value_counts().sort_index()
    yield (
        "organisations",
        str(n),
        f"Von {len(record.organisations)} Zeilen in `organisationen.csv` haben {n} mindestens eine Beteiligung.",
    )
    listed = ", ".join(f"{count} „{state}“" for state, count in states.items())
    yield "activities", str(len(held)), f"{len(record.activities)} Zeilen in `aktivitaeten.csv`: {listed}."
    yield "activities_with_ties", str(m), f"{len(held)} − {len(without)} ohne Organisation: {ids(without)}."
    yield (
        "ties",
        str(tied),
        (
            f"{len(rows)} Zeilen in `beteiligungen.csv`, davon {int((~own).sum())} selbst nur angekündigt (oder "
            f"geplant, ausgefallen), {int((own & ~both).sum())} zu einer Aktivität, die nicht stattgefunden hat, und "
            f"{int(both.sum()) - tied} doppelte Paare: {len(rows)} − {len(rows) - tied} = {tied}."
        ),
    )
    for key, per, counts, unit in (
        ("organisations_per_activity", m, network.organisations_of, "Organisationen"),
        ("activities_per_organisation", n, network.activities_of, "Aktivitäten"),
    ):
        shares = Counter(int(count) for count in counts)
        distribution = ", ".join(f"{how_often} mit {count}" for count, how_often in sorted(shares.items()))
        yield f"{key}.mean", number(tied / per), f"L / {'m' if per == m else 'n'} = {tied} / {per}."
        yield (
            f"{key}.median",
            number(float(np.median(counts))),
            f"Mittlerer Wert der Verteilung: {distribution} {unit}.",
        )
    shared = _shared(network)
    cycles = int((shared * (shared - 1)).sum()) // 4
    paths = int((network.activities_of - 1) @ network.matrix.toarray() @ (network.organisations_of - 1))
    yield "two_mode.density", number(tied / (n * m)), f"L / (n · m) = {tied} / ({n} · {m})."
    yield (
        "two_mode.clustering",
        number(4 * cycles / paths),
        f"4 · C4 / L3 = 4 · {cycles} / {paths}; ein Viereck sind zwei Organisationen mit zwei gemeinsamen Aktivitäten.",
    )


def _projection(network: Incidence, figures: NetworkFigures) -> Iterable[tuple[str, str, str]]:
    """Explain the network of organisations."""
    found = figures.projection
    n, edges = len(network.organisations), found.edges
    degrees = {row.id: row.degree for row in figures.by_organisation}
    centre = max(degrees, key=lambda organisation: degrees[organisation])
    yield "projection.edges", str(edges), "Paare mit mindestens einer gemeinsamen Aktivität; " + _largest(network) + "."
    yield (
        "projection.edges_without_plenaries",
        str(found.edges_without_plenaries),
        f"{edges} − {edges - found.edges_without_plenaries}, die es nur durch Aktivitäten mit „plenum: ja“ gibt.",
    )
    yield "projection.density", number(found.density), f"2E / (n · (n − 1)) = 2 · {edges} / ({n} · {n - 1})."
    yield (
        "projection.centralization",
        number(found.centralization),
        (
            f"Σ(d_max − d_i) = n · d_max − 2E = {n} · {degrees[centre]} − {2 * edges} = "
            f"{n * degrees[centre] - 2 * edges}; geteilt durch ({n} − 1) · ({n} − 2) = {(n - 1) * (n - 2)}. "
            f"d_max hat `{centre}`."
        ),
    )
    for office, value in found.centralization_without.items():
        position = network.organisations.index(office)
        rest = np.delete(np.delete(_shared(network) > 0, position, axis=0), position, axis=1).sum(axis=1)
        difference = int(len(rest) * rest.max() - rest.sum())
        yield (
            f"projection.centralization_without.{office}",
            number(value),
            (
                f"Ohne `{office}` und {degrees[office]} Verbindungen: {n - 1} · {rest.max()} − {rest.sum()} = "
                f"{difference}; geteilt durch {n - 2} · {n - 3} = {(n - 2) * (n - 3)}."
            ),
        )
    yield (
        "projection.components",
        str(found.components),
        "Teile ohne Verbindung untereinander; Größen: " + ", ".join(map(str, _part_sizes(network))) + ".",
    )


def _sectors(record: Record, network: Incidence) -> Iterable[tuple[str, str, str]]:
    """Explain the figures about sectors."""
    sector_of = record.organisations.set_index("organisation_id")["sector"]
    sectors = sector_of[list(network.organisations)].to_numpy()
    sizes = Counter(sectors)
    n = len(sectors)
    joint = [
        activity
        for column, activity in enumerate(network.activities)
        if len(set(sectors[network.matrix.toarray()[:, column] > 0])) > 1
    ]
    listed = ", ".join(f"{sizes[sector]} {label}" for sector, label in _SECTORS.items())
    squares = sum(size**2 for size in sizes.values())
    same = sum(size * (size - 1) for size in sizes.values())
    rows, columns = np.nonzero(np.triu(_shared(network)))
    outside = int((sectors[rows] != sectors[columns]).sum())
    inside = len(rows) - outside
    share = " + ".join(f"{sizes[sector]}²" for sector in _SECTORS)
    yield "joint_activities", str(len(joint)), f"Organisationen aus mindestens zwei Sektoren: {ids(joint)}."
    yield (
        "sector_diversity",
        number((1 - squares / n**2) * 1.5),
        f"{listed}: (1 − ({share}) / {n}²) / (2/3) = (1 − {squares} / {n**2}) · 1,5.",
    )
    yield (
        "ei_index",
        number((outside - inside) / (outside + inside)),
        f"{outside} Verbindungen zwischen Sektoren, {inside} innerhalb: ({outside} − {inside}) / {outside + inside}.",
    )
    products = " + ".join(f"{sizes[sector]} · {sizes[sector] - 1}" for sector in _SECTORS)
    yield (
        "ei_expected",
        number(1 - 2 * same / (n * (n - 1))),
        f"q = 1 − ({products}) / ({n} · {n - 1}) = 1 − {same} / {n * (n - 1)}; 2q − 1.",
    )


def _rest(network: Incidence, figures: NetworkFigures) -> Iterable[tuple[str, str, str]]:
    """Explain concentration and change."""
    n, m, tied = len(network.organisations), len(network.activities), int(network.matrix.sum())
    leading = [row.id for row in figures.by_organisation[:3]]
    reached = int(network.matrix.toarray()[[network.organisations.index(one) for one in leading]].any(axis=0).sum())
    squares = int(network.activities_of @ network.activities_of)
    counts = ", ".join(f"`{row.id}` {row.activities}" for row in figures.by_organisation[:3])
    yield "top3_share", number(figures.top3_share), f"{reached} von {m} Aktivitäten; die drei aktivsten: {counts}."
    yield (
        "hhi",
        number(figures.hhi),
        (
            f"Σs² = {squares} / {tied}² = {number(squares / tied**2)} (Summe der quadrierten Aktivitätenzahlen durch "
            f"L²), 1/n = 1/{n} = {number(1 / n)}; (Σs² − 1/n) / (1 − 1/n)."
        ),
    )
    for key in ("new", "returned", "left", "retained"):
        yield f"change.{key}", "nicht definiert", "Ohne Zeitraum gibt es kein Davor."
    yield "change.base_year", "true", "Ohne Anfangsdatum liegt keine Beteiligung davor."


def _by_organisation(figures: NetworkFigures) -> list[str]:
    """Return the list of active organisations and, without names, the figures that are not for publication."""
    lines = [
        "### `by_organisation`",
        "",
        "Vermittlung (`betweenness`) und Ersetzbarkeit (`redundancy`) stehen hier ohne Kennung, weil sie nie",
        "öffentlich einer Organisation zugeordnet werden; `bk metrics network --json` nennt sie intern je",
        "Organisation. Die Stärke ist die Zahl der Aktivitäten mit mindestens einer weiteren Organisation.",
        "",
        "| `id` | `activities` | `degree` | `strength` | `first` | `last` |",
        "|---|---|---|---|---|---|",
    ]
    for row in figures.by_organisation:
        days = " | ".join(day.isoformat() if day else "–" for day in (row.first, row.last))
        lines.append(f"| `{row.id}` | {row.activities} | {row.degree} | {number(row.strength)} | {days} |")
    for key, values in (
        ("betweenness", [row.betweenness for row in figures.by_organisation]),
        ("redundancy", [row.redundancy for row in figures.by_organisation]),
    ):
        known = sorted((value for value in values if value is not None), reverse=True)
        above = [value for value in known if value > 0]
        lines += [
            "",
            (
                f"`{key}`: {len(values) - len(known)} nicht definiert, {len(known) - len(above)} genau 0, die übrigen "
                f"absteigend: {'; '.join(number(value) for value in above)}."
            ),
        ]
    return [*lines, ""]


def _largest(network: Incidence) -> str:
    """Name the activity that connects most organisations."""
    position = int(np.argmax(network.organisations_of))
    size = int(network.organisations_of[position])
    return f"allein `{network.activities[position]}` mit {size} Organisationen schafft {size * (size - 1) // 2}"


def _shared(network: Incidence) -> npt.NDArray[np.int64]:
    """Return the number of activities every two organisations share, counted in full; 0 on the diagonal."""
    matrix = network.matrix.toarray()
    counts = matrix @ matrix.T
    np.fill_diagonal(counts, 0)
    return np.asarray(counts, dtype=np.int64)


def _part_sizes(network: Incidence) -> list[int]:
    """Return the sizes of the separate parts, largest first."""
    rest, sizes, shared = set(range(len(network.organisations))), [], _shared(network)
    while rest:
        part, border = set(), {min(rest)}
        while border:
            part |= border
            border = {int(other) for one in border for other in np.flatnonzero(shared[one])} - part
        rest -= part
        sizes.append(len(part))
    return sorted(sizes, reverse=True)
