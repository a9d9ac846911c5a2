"""Invented networks and what happens to them between releases: raters, projects, rounds, years, people who came."""

import random
import statistics
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from bkcore import catalogue
from bkcore.publication.inputs import BriefingInputs, FactorInput, ProjectInput, RoundInput, ViewInput, YearInput
from bkcore.vocabulary import Band, View
from tests.unit.publication.samples import TODAY

FACTORS = catalogue.load().factors
_OPT_OUT = 0
_VIEWS = (View.LEAD, View.TEAM, View.PARTNER)


@dataclass
class World:
    """Answers by project and rater, numbers of people by year and activity; everything a release rests on."""

    chance: random.Random
    answers: dict[str, list[tuple[int, ...]]] = field(default_factory=dict)
    people: dict[int, list[int]] = field(default_factory=dict)
    texts: dict[str, bool] = field(default_factory=dict)
    turn: int = 1
    alone: frozenset[int] = frozenset()
    """Years in which one organisation alone brought everybody."""
    before: tuple[FactorInput, ...] = ()
    """The factors of the round before."""

    def rater(self) -> tuple[int, ...]:
        """Return the answers of one more rater; often few, so that cells are small."""
        return tuple(self.chance.choice((_OPT_OUT, 1, 2, 3, 3, 4, 4, 5)) for _ in FACTORS)

    def inputs(self, today: date) -> BriefingInputs:
        """Return what a briefing of the day is built from."""
        turn = RoundInput(
            key=f"runde-{self.turn}", title=f"Runde {self.turn}", closes_on=today, is_open=False, projects_handed_in=9
        )
        return BriefingInputs(
            today=today,
            years=tuple(self._year(year) for year in sorted(self.people)),
            factors=tuple(self._factor(place) for place in range(len(FACTORS))),
            factor_round=turn if self.answers else None,
            previous=self.before,
            previous_round=replace(turn, key=f"runde-{self.turn - 1}", title=f"Runde {self.turn - 1}")
            if self.before
            else None,
            views=tuple(view for place in range(len(FACTORS)) for view in self._views(place)),
            projects=tuple(
                ProjectInput(key=key, title=key, description=f"Text {key}", description_released=free)
                for key, free in self.texts.items()
            ),
        )

    def _year(self, year: int) -> YearInput:
        counted = self.people[year]
        return YearInput(
            year=year, organisations=9, activities=len(counted) + 1, activities_with_ties=len(counted) + 1,
            joint_activities=1, base_year=year == min(self.people), attendance=sum(counted) if counted else None,
            attendance_known=len(counted), attendance_of_one=sum(counted) if year in self.alone else 0,
        )  # fmt: skip

    def turn_over(self) -> None:
        """Close the round: its figures are the ones of the round before from now on."""
        self.before = tuple(self._factor(place) for place in range(len(FACTORS)))
        self.turn += 1
        self.answers = {name: [self.rater() for _ in raters] for name, raters in self.answers.items()}

    def _views(self, place: int) -> Iterator[ViewInput]:
        """Yield the views of a factor; raters of a project take turns as lead, team and partner."""
        for at, view in enumerate(_VIEWS):
            given = {
                project: [answers[place] for answers in raters[at :: len(_VIEWS)] if answers[place] != _OPT_OUT]
                for project, raters in self.answers.items()
            }
            scores = [statistics.fmean(levels) for levels in given.values() if levels]
            if scores:
                raters = sum(len(levels) for levels in given.values())
                mean = statistics.fmean(scores)
                yield ViewInput(factor=FACTORS[place].id, view=view, mean=mean, n_raters=raters, n_projects=len(scores))

    def _factor(self, place: int) -> FactorInput:
        given = {
            project: [answers[place] for answers in raters if answers[place] != _OPT_OUT]
            for project, raters in self.answers.items()
        }
        scores = [statistics.fmean(levels) for levels in given.values() if levels]
        raters = sum(len(levels) for levels in given.values())
        asked = sum(len(raters) for raters in self.answers.values())
        factor = FACTORS[place]
        base = FactorInput(key=factor.id, title=factor.title, short_title=factor.short_title)
        if not scores:
            return base
        quarters = statistics.quantiles(scores, n=4, method="inclusive") if len(scores) > 1 else [scores[0]] * 3
        mean = statistics.fmean(scores)
        return replace(
            base,
            n_projects=len(scores),
            n_raters=raters,
            mean=mean,
            lower_quartile=quarters[0],
            upper_quartile=quarters[2],
            band=Band.STRENGTH if mean >= 4 else Band.DISCUSS if mean >= 3 else Band.CONCERN,
            opt_out_share=(asked - raters) / asked,
        )


def history(seed: int) -> Iterator[BriefingInputs]:
    """Yield the inputs of some releases of one world, a little changed from one to the next."""
    chance = random.Random(seed)  # noqa: S311 - invents data, protects nothing
    world = World(chance, alone=frozenset(range(2018 + seed % 6, 2024, 5)))
    for number in range(chance.randint(0, 11)):
        world.answers[f"p{number}"] = [world.rater() for _ in range(chance.randint(1, 4))]
    for year in range(2019, 2019 + chance.randint(1, 4)):
        world.people[year] = [chance.choice((0, 1, 2, 3, 4, 7, 12, 60)) for _ in range(chance.randint(0, 3))]
    for number in range(chance.randint(0, 3)):
        world.texts[f"text-{number}"] = chance.random() < 0.5
    today = TODAY
    for _ in range(chance.randint(2, 7)):
        yield world.inputs(today)
        for _ in range(chance.randint(1, 3)):
            _happen(world)
        today += timedelta(days=1)


def _happen(world: World) -> None:
    chance, projects = world.chance, list(world.answers)
    match chance.randint(0, 7):
        case 0:
            world.answers.setdefault(f"p{chance.randint(0, 14)}", []).append(world.rater())
        case 1 if projects:
            raters = world.answers[chance.choice(projects)]
            raters[chance.randrange(len(raters))] = world.rater()
        case 2 if projects:
            del world.answers[chance.choice(projects)]
        case 3 if projects:
            world.answers[chance.choice(projects)] += [world.rater() for _ in range(chance.randint(4, 7))]
        case 4:
            world.people.setdefault(chance.randint(2018, 2023), []).append(chance.choice((0, 1, 3, 5, 9, 40)))
        case 5:
            counted = world.people[chance.choice(list(world.people))]
            if counted:
                counted[chance.randrange(len(counted))] += chance.choice((-4, -1, 1, 4, 6, 25))
                counted[:] = [max(0, people) for people in counted]
        case 6:
            world.turn_over()
        case _:
            key = f"text-{chance.randint(0, 3)}"
            world.texts[key] = not world.texts.get(key, False)
