"""The claim in front of the briefing: each has a written rule, and says when better records may be the reason."""

from collections.abc import Sequence

from bkcore.publication.document import Headline
from bkcore.publication.inputs import YearInput
from bkcore.wording import briefing as words
from bkcore.wording import briefing_sentences as sentences

_EARLIER_YEARS_FOR_A_RECORD = 3
_CLEAR_ORGANISATIONS = 3
_CLEAR_SHARE = 0.1


def headline(years: Sequence[YearInput]) -> Headline:
    """Return the finding about the latest year, with its rule.

    Args:
        years: Whole calendar years in order; the last one is spoken about.

    Returns:
        ``incomplete`` when more activities of the year are only announced than confirmed: nothing is claimed then;
        ``record`` when more organisations were active than in each of at least three earlier years with activities;
        ``more`` or ``fewer`` when the number moved by at least three organisations and a tenth against the year before;
        ``steady`` when it moved less; ``first`` when the year before has no activities; ``nothing`` without any year.
        A caveat stands beside it when the number of recorded activities moved the same way, or when more activities
        are only announced.
    """
    active = [year for year in years if year.organisations]
    if not active:
        return Headline(rule="nothing", finding=words.NOTHING_YET, lead=words.NOTHING_YET_LEAD, caveat="")
    now, earlier = active[-1], active[:-1]
    before = next((year for year in earlier if year.year == now.year - 1), None)
    rule, finding = _claim(now, before, earlier)
    return Headline(
        rule=rule,
        finding=finding,
        lead=sentences.lead(
            year=now.year,
            organisations=now.organisations,
            activities=now.activities_with_ties,
            new=now.new,
            joint=now.joint_activities,
        ),
        caveat=_caveat(rule, now, before, earlier),
    )


def _claim(now: YearInput, before: YearInput | None, earlier: Sequence[YearInput]) -> tuple[str, str]:
    if now.announced > now.activities:
        return "incomplete", sentences.incomplete(now.year, now.activities, now.announced)
    if len(earlier) >= _EARLIER_YEARS_FOR_A_RECORD and now.organisations > max(year.organisations for year in earlier):
        return "record", sentences.most_ever(now.year)
    if before is None:
        return "first", sentences.first_year(now.year, now.organisations)
    moved = now.organisations - before.organisations
    if abs(moved) < max(_CLEAR_ORGANISATIONS, _CLEAR_SHARE * before.organisations):
        return "steady", sentences.about_as_many(now.year)
    if moved > 0:
        return "more", sentences.more_than_before(now.year, now.organisations, before.organisations)
    return "fewer", sentences.fewer_than_before(now.year, now.organisations, before.organisations)


def _caveat(rule: str, now: YearInput, before: YearInput | None, earlier: Sequence[YearInput]) -> str:
    parts = []
    base = before or (earlier[-1] if earlier else None)
    if base is not None and rule in {"record", "more", "fewer"}:
        moved = now.activities - base.activities
        if (moved > 0 and rule != "fewer") or (moved < 0 and rule == "fewer"):
            parts.append(
                sentences.recording_caveat(year=now.year, now=now.activities, base=base.year, before=base.activities)
            )
    if now.announced and rule != "incomplete":
        parts.append(sentences.announced_caveat(year=now.year, announced=now.announced))
    return " ".join(parts)
