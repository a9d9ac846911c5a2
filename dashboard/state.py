"""What all runs share: settings, the engine, the data version, and reports cached by it."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TypeVar

from sqlalchemy import Engine
from sqlmodel import Session

from bkcore import settings as core_settings
from bkcore.access import SYSTEM, Actor, reads_briefing, reads_overviews, reads_project, require
from bkcore.instrument import Catalogue
from bkcore.publication import links, release
from bkcore.publication.document import Briefing, parse
from bkcore.publication.printed_form import Imprint, render_form
from bkcore.reports import assessment_desk, editions, factor_results, network, overview, project_result, rounds
from bkcore.reports import invitations as core_invitations
from bkcore.reports import project_texts as core_project_texts
from bkcore.reports import rated_subjects as core_rated_subjects
from bkcore.reports import subjects as core_subjects
from bkcore.reports import voices as core_voices
from bkcore.reports.duration import Duration, durations
from bkcore.settings import Settings
from bkcore.store import data_version as store_version
from bkcore.store.engine import engine_for
from bkcore.store.unit_of_work import reading, town_day
from bkcore.vocabulary import AssessmentForm
from dashboard import caches, once
from dashboard.caches import shared

_KEPT = 64
R = TypeVar("R")

_chosen: dict[str, Settings] = {}


def use(chosen: Settings) -> None:
    """Let the pages work with the settings the server was started with."""
    _chosen["settings"] = chosen


def settings() -> Settings:
    """Return the settings of this process: the server's, else those of the environment."""
    if "settings" not in _chosen:
        use(core_settings.load())
    return _chosen["settings"]


def engine() -> Engine:
    """Return the engine of this process."""
    return engine_for(settings().database_url)


def data_version() -> int:
    """Return the data version; every cache below is keyed by it."""
    return once.asked(settings().database_url, "version", build=_data_version)


def _data_version() -> int:
    with reading(engine()) as session:
        return store_version.data_version(session)


def warm(*, today: date) -> None:
    """Compute what the first visitor will ask for, so that nobody waits for it."""
    overview_report(by=SYSTEM, today=today)
    factors_report(by=SYSTEM, today=today)
    round_states(by=SYSTEM, today=today)


def overview_report(*, by: Actor, today: date) -> overview.OverviewReport:
    """Return the first page as of this data version and day, to whom it is open."""
    return _overview(for_the_house(by), data_version(), today)


def record(*, by: Actor) -> network.NetworkFrames:
    """Return the frames of the network as of this data version, to whom it is open; the same while nothing differs."""
    return frames(for_the_house(by), data_version())


def of_record(data: network.NetworkFrames, *rest: Hashable) -> Hashable:
    """Return the key under which something computed from the frames is kept; the frames are not kept with it."""
    return (data.number, *rest)


def organisation_names(*, by: Actor) -> dict[str, str]:
    """Return the name of every organisation by its id, to whom the network is open."""
    return record(by=by).names


def factors_report(*, by: Actor, today: date, round_slug: str | None = None) -> factor_results.FactorResults:
    """Return the factors of a closed round, the latest when none is named, to whom they are open."""
    return _factors(for_the_house(by), data_version(), today, round_slug)


def rated_subjects(*, by: Actor, today: date) -> tuple[core_rated_subjects.RatedSubject, ...]:
    """Return the projects and departments whose result is open to somebody."""
    return _rated_subjects(settings().database_url, data_version(), by, today)


def project_report(
    *, by: Actor, today: date, project: str, round_slug: str | None = None
) -> project_result.ProjectReport:
    """Return what a project gets back from a closed round, the latest when none is named, to whom it is open."""
    require(reads_project(by, project), action="read_project")
    return _project(settings().database_url, data_version(), by, today, project, round_slug)


def round_states(*, by: Actor, today: date) -> tuple[rounds.RoundState, ...]:
    """Return all rounds, the newest first, to whom they are open."""
    return _rounds(for_the_house(by), data_version(), today)


def editions_report(*, by: Actor, today: date) -> editions.EditionsReport:
    """Return the versions of the catalogue with their states and rounds, to whom the overviews are open."""
    return _editions(for_the_house(by), data_version(), by, today)


def edition_state(version: str) -> editions.EditionState:
    """Return whether a version of the catalogue is approved; no secret, whoever answers its questions may know."""
    return _edition_state(settings().database_url, data_version(), version)


def for_the_house(by: Actor) -> str:
    """Return the address of the database to somebody who may read the overviews; the menu alone is no protection.

    Args:
        by: Who asks.

    Raises:
        NotPermitted: The actor reads no overview.
    """
    require(reads_overviews(by), action="read_overviews")
    return settings().database_url


def desk(*, by: Actor, today: date) -> assessment_desk.Desk:
    """Return what a rater works on as it is stored now; drafts do not move the data version, so it is never cached."""
    with reading(engine()) as session:
        return assessment_desk.desk(session, by=by, today=today, timed=_durations)


def _durations(session: Session, *, catalogue: Catalogue) -> Mapping[AssessmentForm, Duration]:
    """Return how long each form takes; measured on what was handed in, so a draft does not change it."""
    key = (settings().database_url, store_version.data_version(session), "durations", catalogue.version)
    return caches.drawn(key, lambda: durations(session, catalogue=catalogue))


def invitations(*, by: Actor, round_slug: str) -> core_invitations.Asked:
    """Return who was asked in a round and how far they are now; never cached, like ``desk``."""
    with reading(engine()) as session:
        return core_invitations.asked(session, round_slug=round_slug, by=by)


def voice_forms(*, by: Actor, round_slug: str) -> tuple[core_voices.VoiceFormState, ...]:
    """Return the participants' forms of a round; never cached, as voices are counted without a journal entry."""
    with reading(engine()) as session:
        return core_voices.voice_forms(session, round_slug=round_slug, by=by)


def subjects(*, by: Actor, today: date) -> tuple[core_subjects.Subject, ...]:
    """Return projects and departments for a new round; the suggested ones are chosen."""
    with reading(engine()) as session:
        return core_subjects.subjects(session, today=today, by=by)


@shared(_KEPT)
def paper_form(imprint: Imprint) -> bytes:
    """Return the form on paper as PDF, set once for each head."""
    return render_form(imprint)


@dataclass(frozen=True, slots=True)
class LiveLinks:
    """All live links, and the last day suggested for a new one."""

    links: tuple[links.ListedLink, ...]
    expiry: date


def briefing(*, by: Actor) -> Briefing | None:
    """Return what a live link shows now, ``None`` before the first release: nobody makes that one by looking."""
    require(reads_briefing(by), action="read_briefing")
    with reading(engine()) as session:
        if release.latest(session) is None:
            return None
    return _parsed(release.current(engine(), settings(), now=datetime.now(UTC)).content)


def briefing_preview(*, by: Actor) -> Briefing:
    """Return what a release made now would say, as of this data version and day."""
    return _preview(settings().database_url, data_version(), by, town_day(datetime.now(UTC)))


def live_links(*, by: Actor, today: date) -> LiveLinks:
    """Return all live links; never cached, as views are counted without a journal entry."""
    with reading(engine()) as session:
        return LiveLinks(links.list_live_links(session, by=by), expiry=links.default_expiry(session, today=today))


def project_texts(*, by: Actor) -> tuple[core_project_texts.ProjectText, ...]:
    """Return the descriptions of all projects and whether they are released."""
    with reading(engine()) as session:
        return core_project_texts.project_texts(session, by=by)


def drawn(name: str, *key: Hashable, build: Callable[[], R]) -> R:
    """Return what a page shows of this data version, made once for everybody: a chart, a table, its facts.

    Args:
        name: What it is.
        key: What it depends on beside the data: a year, a round, a release, facts only some may read.
        build: Makes it.

    Returns:
        What ``build`` returned; shared by all, so never changed.
    """
    return caches.drawn((settings().database_url, data_version(), name, *key), build)


# Keyed by the address too, so that two databases in one process (tests, demo) never share a report.


@shared(4)
def frames(url: str, version: int) -> network.NetworkFrames:
    """Return the frames of the network, read once per data version; shared, so never changed.

    Args:
        url: Address of the database, from ``for_the_house``.
        version: The data version.
    """
    del version
    with reading(engine_for(url)) as session:
        return network.load(session)


@shared(_KEPT)
def _overview(url: str, version: int, today: date) -> overview.OverviewReport:
    with reading(engine_for(url)) as session:
        return overview.build(session, frames(url, version), today=today)


@shared(_KEPT)
def _factors(url: str, version: int, today: date, round_slug: str | None) -> factor_results.FactorResults:
    with reading(engine_for(url)) as session:
        return factor_results.build(session, frames(url, version), today=today, round_slug=round_slug)


@shared(_KEPT)
def _rated_subjects(url: str, version: int, by: Actor, today: date) -> tuple[core_rated_subjects.RatedSubject, ...]:
    del version
    with reading(engine_for(url)) as session:
        return core_rated_subjects.rated_subjects(session, by=by, today=today)


@shared(_KEPT)
def _project(
    url: str, version: int, by: Actor, today: date, project: str, round_slug: str | None
) -> project_result.ProjectReport:
    with reading(engine_for(url)) as session:
        return project_result.build(
            session, frames(url, version), project=project, by=by, today=today, round_slug=round_slug
        )


@shared(_KEPT)
def _rounds(url: str, version: int, today: date) -> tuple[rounds.RoundState, ...]:
    del version
    with reading(engine_for(url)) as session:
        return rounds.all_rounds(session, today=today)


@shared(4)
def _editions(url: str, version: int, by: Actor, today: date) -> editions.EditionsReport:
    del version
    with reading(engine_for(url)) as session:
        return editions.build(session, by=by, today=today)


@shared(_KEPT)
def _edition_state(url: str, version: int, edition: str) -> editions.EditionState:
    del version
    with reading(engine_for(url)) as session:
        return editions.state_of(session, edition)


@shared(4)
def _parsed(content: str) -> Briefing:
    return parse(content)


@shared(4)
def _preview(url: str, version: int, by: Actor, day: date) -> Briefing:
    del version, day
    with reading(engine_for(url)) as session:
        return release.preview(session, by=by, now=datetime.now(UTC))
