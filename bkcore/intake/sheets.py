"""The nine sheets of the exchange format, in the order they are imported: what is named comes before what names it."""

from collections.abc import Mapping
from types import MappingProxyType

from bkcore.commands.activities import PutActivity, PutParticipation
from bkcore.commands.assessments import PutRating, PutRound
from bkcore.commands.council import PutConsultation
from bkcore.commands.organisations import PutOrganisation
from bkcore.commands.perspectives import PutGap, PutPerspective
from bkcore.commands.projects import PutProject
from bkcore.intake.columns import Column, Form, Layout
from bkcore.vocabulary import (
    ActivityKind,
    ActivityStatus,
    Certainty,
    GapState,
    NetworkLink,
    OrganisationKind,
    PaperKind,
    ParticipationRole,
    Precision,
    Reachability,
    Sector,
    SubjectKind,
    Trait,
    View,
)

_SLUG = Column("kennung", "slug", required=True)
_SOURCE = Column("quelle", "source")
_CERTAINTY = Column("beleg", "certainty", vocabulary=Certainty)
_NOTE = Column("anmerkung", "note")
_LINK = Column("netzwerkbezug", "link", vocabulary=NetworkLink)
_DATE = Column("datum", "date", form=Form.DATE)

_ORGANISATIONS = Layout(
    "organisationen",
    PutOrganisation,
    (
        _SLUG,
        Column("name", "name", required=True),
        Column("art", "kind", required=True, vocabulary=OrganisationKind),
        Column("sektor", "sector", required=True, vocabulary=Sector),
        Column("ortsteil", "district"),
        Column("dabei_seit", "member_since", form=Form.DATE),
        Column("ausgeschieden_am", "left_on", form=Form.DATE),
        Column("namensnennung", "may_be_named", form=Form.YES_NO),
        _SOURCE,
        _CERTAINTY,
        _NOTE,
    ),
)
_PROJECTS = Layout(
    "projekte",
    PutProject,
    (
        _SLUG,
        Column("titel", "title", required=True),
        Column("gegenstand", "kind", vocabulary=SubjectKind),
        Column("traeger", "lead", refers_to="organisationen"),
        Column("beginn", "begins", form=Form.DATE),
        Column("ende", "ends", form=Form.DATE),
        Column("zielgruppe", "target_group"),
        Column("themen", "themes"),
        Column("foerderung", "funding"),
        Column("verantwortungsbereich", "responsibility"),
        Column("beschreibung", "description"),
        _LINK,
        _SOURCE,
        _CERTAINTY,
        _NOTE,
    ),
)
_ACTIVITIES = Layout(
    "aktivitaeten",
    PutActivity,
    (
        _SLUG,
        Column("projekt", "project", refers_to="projekte"),
        Column("titel", "title", required=True),
        _DATE,
        Column("datum_ende", "ends_on", form=Form.DATE),
        Column("genauigkeit", "precision", required=True, vocabulary=Precision),
        Column("art", "kind", vocabulary=ActivityKind),
        Column("ort", "place"),
        Column("stand", "status", required=True, vocabulary=ActivityStatus),
        Column("teilnehmende", "attendees", form=Form.NUMBER),
        Column("geschaetzt", "attendees_estimated", form=Form.YES_NO),
        Column("davon_erstmals", "first_timers", form=Form.NUMBER),
        Column("ehrenamtliche", "volunteers", form=Form.NUMBER),
        Column("erreichbarkeit", "reachability", vocabulary=Reachability),
        Column("plenum", "plenary", form=Form.YES_NO),
        Column("sprachen", "languages"),
        Column("kostenlos", "free_of_charge", form=Form.YES_NO),
        Column("barrierefrei", "accessible", form=Form.YES_NO),
        Column("gemeinsam_geplant", "joint_planning", form=Form.YES_NO),
        Column("vorschlaege_aufgegriffen", "proposals_taken_up", form=Form.NUMBER),
        Column("aufgaben_uebergeben", "roles_handed_over", form=Form.NUMBER),
        Column("teil_von", "part_of", refers_to="aktivitaeten"),
        _LINK,
        _SOURCE,
        _CERTAINTY,
        _NOTE,
    ),
)
_PARTICIPATIONS = Layout(
    "beteiligungen",
    PutParticipation,
    (
        Column("organisation", "organisation", required=True, refers_to="organisationen"),
        Column("aktivitaet", "activity", required=True, refers_to="aktivitaeten"),
        Column("rolle", "role", required=True, vocabulary=ParticipationRole),
        Column("stand", "status", vocabulary=ActivityStatus),
        _SOURCE,
        _CERTAINTY,
    ),
    key=("aktivitaet", "rolle", "organisation"),
)
_CONSULTATIONS = Layout(
    "gremien",
    PutConsultation,
    (
        _SLUG,
        Column("drucksache", "reference"),
        Column("betreff", "subject", required=True),
        Column("art", "kind", required=True, vocabulary=PaperKind),
        Column("gremium", "body", required=True),
        _DATE,
        Column("genauigkeit", "precision", vocabulary=Precision),
        Column("ergebnis", "result"),
        Column("zusammenfassung", "summary"),
        Column("url", "url"),
        Column("relevanz", "relevance", vocabulary=NetworkLink),
        _CERTAINTY,
    ),
)
_ROUNDS = Layout(
    "runden",
    PutRound,
    (
        _SLUG,
        Column("titel", "title", required=True),
        Column("beginn", "opens_on", required=True, form=Form.DATE),
        Column("ende", "closes_on", required=True, form=Form.DATE),
        Column("katalogversion", "catalogue_version", required=True),
    ),
)
_RATINGS = Layout(
    "bewertungen",
    PutRating,
    (
        Column("runde", "round", required=True, refers_to="runden"),
        Column("projekt", "project", required=True, refers_to="projekte"),
        Column("sicht", "view", required=True, vocabulary=View),
        Column("person", "rater", required=True),
        Column("indikator", "indicator_id", required=True, form=Form.INDICATOR),
        Column("stufe", "level", required=True, form=Form.LEVEL),
        _CERTAINTY,
    ),
    key=("runde", "projekt", "sicht", "person", "indikator"),
)

_PERSPECTIVES = Layout(
    "perspektiven",
    PutPerspective,
    (
        _SLUG,
        Column("merkmal", "trait", required=True, vocabulary=Trait),
        Column("bezeichnung", "title", required=True),
        Column("suchwoerter", "words"),
        Column("ruht", "retired", form=Form.YES_NO),
        _SOURCE,
        _CERTAINTY,
        _NOTE,
    ),
)
_GAPS = Layout(
    "luecken",
    PutGap,
    (
        _SLUG,
        Column("perspektive", "perspective", required=True, refers_to="perspektiven"),
        Column("schritt", "step", required=True),
        Column("organisation", "organisation", refers_to="organisationen"),
        Column("funktion", "owner"),
        Column("bis", "due_on", required=True, form=Form.DATE),
        Column("stand", "state", vocabulary=GapState),
        _NOTE,
    ),
)

LAYOUTS: Mapping[str, Layout] = MappingProxyType(
    {
        layout.name: layout
        for layout in (
            _ORGANISATIONS,
            _PROJECTS,
            _ACTIVITIES,
            _PARTICIPATIONS,
            _CONSULTATIONS,
            _ROUNDS,
            _RATINGS,
            _PERSPECTIVES,
            _GAPS,
        )
    }
)
"""Name to layout, in the order of import."""
