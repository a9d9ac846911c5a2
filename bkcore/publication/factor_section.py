"""The eight success factors of a closed round, from protected figures alone."""

from collections.abc import Sequence

from bkcore.publication.disclosure import SafeFactor, Shown
from bkcore.publication.document import FactorRow, Factors
from bkcore.publication.inputs import RoundInput
from bkcore.publication.parts import WITHHELD, Dot, ProfileFigure, Table
from bkcore.wording import briefing as words
from bkcore.wording import briefing_sentences as sentences
from bkcore.wording.findings import WIDE, first_alone
from bkcore.wording.labels import label
from bkcore.wording.numbers import UNDEFINED, decimal, step, whole
from bkcore.wording.numbers import WITHHELD as WITHHELD_SIGN


def factor_section(factors: Sequence[SafeFactor], *, turn: RoundInput | None) -> Factors:
    """Return the factors of a round; without a closed round their titles and the reason why no figure is there.

    Args:
        factors: Protected rows in the catalogue's order.
        turn: The closed round they belong to.
    """
    if turn is None:
        return Factors(round=None, round_title="", note=words.FACTORS_HIDDEN_UNTIL, rows=(), figure=None)
    rows = tuple(_row(factor) for factor in factors)
    return Factors(
        round=turn.key,
        round_title=turn.title,
        note="",
        rows=rows,
        figure=_figure(factors, rows, round_title=turn.title),
    )


def _row(factor: SafeFactor) -> FactorRow:
    shown = factor.shown
    if shown is None:
        return FactorRow(
            key=factor.key,
            title=factor.title,
            short_title=factor.short_title,
            mean=WITHHELD,
            mean_text=WITHHELD_SIGN,
            lower=WITHHELD,
            upper=WITHHELD,
            spread_text=WITHHELD_SIGN,
            n_projects=WITHHELD,
            n_raters=WITHHELD,
            n_text=WITHHELD_SIGN,
            band="",
            band_text=WITHHELD_SIGN,
            opt_out=WITHHELD,
            opt_out_text=WITHHELD_SIGN,
            withheld=True,
        )
    return FactorRow(
        key=factor.key,
        title=factor.title,
        short_title=factor.short_title,
        mean=None if shown.ladder else shown.mean,
        step=shown.mean if shown.ladder else None,
        mean_text=_text(shown),
        lower=shown.lower,
        upper=shown.upper,
        spread_text=_spread(shown),
        n_projects=shown.n_projects,
        n_raters=shown.n_raters,
        n_text=sentences.counts(shown.n_raters, shown.n_projects),
        band=shown.band.value if shown.band else "",
        band_text=label(shown.band) if shown.band else UNDEFINED,
        opt_out=shown.opt_out_share,
        opt_out_text=UNDEFINED if shown.opt_out_share is None else sentences.opt_out(shown.opt_out_share),
        withheld=False,
    )


def _spread(shown: Shown) -> str:
    if shown.lower is None or shown.upper is None:
        return UNDEFINED
    if shown.ladder:
        return sentences.spread(step(shown.lower), whole(shown.upper))
    return sentences.spread(decimal(shown.lower), decimal(shown.upper))


def _text(shown: Shown) -> str:
    return step(shown.mean) if shown.ladder else decimal(shown.mean)


def _figure(factors: Sequence[SafeFactor], rows: Sequence[FactorRow], *, round_title: str) -> ProfileFigure:
    visible = [(factor, factor.shown) for factor in factors if factor.shown is not None]
    return ProfileFigure(
        finding=_finding(visible),
        subtitle=_subtitle([shown for _, shown in visible], round_title=round_title),
        alt=sentences.profile_alt(
            [f"{factor.title} {_text(shown)}" for factor, shown in visible], len(rows) - len(visible)
        ),
        meaning=words.MEANING_PROFILE,
        table=Table(
            caption=words.CAPTION_FACTORS, columns=words.COLUMNS_FACTORS, rows=tuple(_cells(row) for row in rows)
        ),
        dots=tuple(_dot(factor, row) for factor, row in zip(factors, rows, strict=True)),
    )


def _finding(visible: Sequence[tuple[SafeFactor, Shown]]) -> str:
    """Claim the widest spread or the highest mean only when it is one factor's alone, as shown."""
    if not visible:
        return words.FACTORS_WITHHELD
    widths = [
        (round(shown.upper - shown.lower, 1), factor.title)
        for factor, shown in visible
        if shown.lower is not None and shown.upper is not None and not shown.ladder
    ]
    widest = first_alone(widths)
    if widest is not None and widest[0] >= WIDE:
        return sentences.widest_spread(widest[1])
    highest = first_alone([(shown.mean, factor.title) for factor, shown in visible if not shown.ladder])
    return sentences.highest_mean(highest[1]) if highest is not None else words.FACTORS_SHOWN


def _subtitle(visible: Sequence[Shown], *, round_title: str) -> str:
    if not visible:
        return sentences.profile_subtitle_without(round_title=round_title)
    projects, raters = [shown.n_projects for shown in visible], [shown.n_raters for shown in visible]
    return sentences.profile_subtitle(
        round_title=round_title,
        projects=sentences.range_of(min(projects), max(projects)),
        raters=sentences.range_of(min(raters), max(raters)),
    )


def _cells(row: FactorRow) -> tuple[str, ...]:
    counts = (WITHHELD_SIGN,) * 2 if row.withheld else (_count(row.n_projects), _count(row.n_raters))
    return (row.title, row.mean_text, row.spread_text, *counts, row.band_text, row.opt_out_text)


def _count(value: object) -> str:
    return whole(value) if isinstance(value, int | float) else WITHHELD_SIGN


def _dot(factor: SafeFactor, row: FactorRow) -> Dot:
    shown = factor.shown
    return Dot(
        label=factor.title,
        mean=shown.mean if shown and not shown.ladder else None,
        step=shown.mean if shown and shown.ladder else None,
        lower=shown.lower if shown else None,
        upper=shown.upper if shown else None,
        text=row.mean_text,
        withheld=shown is None,
    )
