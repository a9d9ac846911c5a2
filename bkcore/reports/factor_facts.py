"""What sentences, charts and details need to know of each factor, out of the profile of a round."""

import math
from collections.abc import Iterable, Mapping
from types import MappingProxyType

import pandas as pd

from bkcore.instrument import LADDER, Factor
from bkcore.vocabulary import Band, View
from bkcore.wording.findings import ChangeFacts, FactorFacts, ViewFacts


def facts_of(
    profile: pd.DataFrame,
    views: pd.DataFrame,
    *,
    factors: Iterable[Factor],
    changes: Mapping[str, ChangeFacts] = MappingProxyType({}),
) -> tuple[FactorFacts, ...]:
    """Return what sentences, chart and details need to know of each factor, in the catalogue's order.

    Args:
        profile: ``FactorsReport.profile``, shape (factors, >=11); figures of withheld rows are empty.
        views: ``FactorsReport.views``, shape (factors and views, 5).
        factors: The factors of the catalogue; their short titles name the rows.
        changes: Change since the round before by factor.

    Returns:
        One per row; ``None`` where a figure is withheld or not defined, no views of a withheld row.
    """
    titles = {factor.id: factor.short_title for factor in factors}
    return tuple(
        FactorFacts(
            key=str(key),
            title=titles[str(key)],
            ladder=key == LADDER,
            change=changes.get(str(key)),
            mean=_known(row["mean"]),
            lower=_known(row["q1"]),
            upper=_known(row["q3"]),
            previous=_known(row["previous_mean"]),
            band=None if pd.isna(row["band"]) else Band(row["band"]),
            projects=int(row["n_projects"]),
            raters=int(row["n_raters"]),
            agreement=_known(row["agreement"]),
            opt_outs=_known(row["opt_out_share"]),
            views=() if row["withheld"] else _views(views[views["factor_id"] == key]),
        )
        for key, row in zip(profile.index, profile.to_dict("records"), strict=True)
    )


def _views(found: pd.DataFrame) -> tuple[ViewFacts, ...]:
    return tuple(
        ViewFacts(view=View(row["view"]), mean=float(row["mean"]), raters=int(row["n_raters"]))
        for row in found.dropna(subset=["mean"]).to_dict("records")
    )


def _known(value: object) -> float | None:
    return float(value) if isinstance(value, float) and not math.isnan(value) else None
