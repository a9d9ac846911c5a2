"""Collects the factors of a round, unprotected: of all projects, of the round before, and by view."""

import math
from datetime import date

import pandas as pd
from sqlmodel import Session

from bkcore.instrument import LADDER, Factor
from bkcore.metrics.factor_scores import PARTICIPANTS
from bkcore.publication.inputs import FactorInput, ViewInput
from bkcore.reports import factors as factor_reports
from bkcore.reports.factors import FactorsReport
from bkcore.reports.rounds import RoundState
from bkcore.vocabulary import Band, View

_ANYBODY = 1
"""Even the smallest cell is read here; what may be shown is decided by the protection."""


def latest_factors(session: Session, *, today: date) -> FactorsReport:
    """Return the factors of the latest closed round, the smallest cells included; without one their titles alone."""
    return factor_reports.build(session, today=today, minimum=_ANYBODY)


def factors_of(session: Session, turn: RoundState | None, *, today: date) -> FactorsReport | None:
    """Return the factors of a round, the smallest cells included; ``None`` without a round."""
    if turn is None:
        return None
    return factor_reports.build(session, today=today, round_slug=turn.slug, minimum=_ANYBODY)


def factor_rows(report: FactorsReport) -> tuple[FactorInput, ...]:
    """Return the factors of a report with their unrounded figures."""
    return tuple(factor_input(factor, report.profile) for factor in report.factors)


def comparable(report: FactorsReport | None, earlier: FactorsReport | None) -> tuple[FactorInput, ...]:
    """Return the factors of the round before that asked the same."""
    if report is None or earlier is None:
        return ()
    same = set(report.profile.index[report.profile["previous_mean"].notna()])
    return tuple(row for row in factor_rows(earlier) if row.key in same)


def view_inputs(report: FactorsReport) -> tuple[ViewInput, ...]:
    """Return every view with an answer; participants' voices go into no published figure."""
    return tuple(
        ViewInput(
            factor=str(row["factor_id"]),
            view=View(row["view"]),
            mean=None if pd.isna(row["mean"]) else float(row["mean"]),
            n_raters=int(row["n_raters"]),
            n_projects=int(row["n_projects"]),
        )
        for row in report.views.to_dict("records")
        if row["view"] != PARTICIPANTS  # their voices go into no published figure
    )


def factor_input(factor: Factor, profile: pd.DataFrame) -> FactorInput:
    """Return one factor with its unrounded figures out of a profile."""
    row = {str(name): value for name, value in profile.loc[factor.id].items()}
    band = row["band"]
    return FactorInput(
        key=factor.id,
        title=factor.title,
        short_title=factor.short_title,
        ladder=factor.id == LADDER,
        n_projects=int(_number(row["n_projects"]) or 0),
        n_raters=int(_number(row["n_raters"]) or 0),
        mean=_number(row["mean"]),
        lower_quartile=_number(row["q1"]),
        upper_quartile=_number(row["q3"]),
        band=Band(band) if isinstance(band, str) and band else None,
        opt_out_share=_number(row["opt_out_share"]),
    )


def _number(value: object) -> float | None:
    """Return a figure of a frame, ``None`` where the frame has none."""
    if not isinstance(value, int | float) and not hasattr(value, "__float__"):
        return None
    number = float(value)
    return None if math.isnan(number) else number
