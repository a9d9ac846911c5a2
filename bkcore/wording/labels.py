"""Vocabulary member to German label; a test checks that every member has one."""

from collections.abc import Mapping
from enum import StrEnum

from bkcore.vocabulary import (
    ActivityKind,
    ActivityStatus,
    AgendaKind,
    AnchorKind,
    AssessmentForm,
    Band,
    CaptureResult,
    Certainty,
    ConsultationRole,
    CoverageState,
    DecisionResult,
    GapState,
    LinkKind,
    MeasureOrigin,
    MeasureState,
    MeetingState,
    NetworkLink,
    OptOut,
    OrganisationKind,
    Origin,
    PaperKind,
    ParticipationRole,
    Precision,
    Reachability,
    RemarkKind,
    Role,
    Sector,
    SubjectKind,
    Trait,
    View,
)

LABELS: Mapping[type[StrEnum], Mapping[str, str]] = {
    OrganisationKind: {
        OrganisationKind.ADMINISTRATION: "Verwaltung",
        OrganisationKind.COUNCIL_BODY: "Politisches Gremium",
        OrganisationKind.ASSOCIATION: "Verein",
        OrganisationKind.MIGRANT_ORGANISATION: "Migrantenorganisation",
        OrganisationKind.FAITH_COMMUNITY: "Religionsgemeinschaft",
        OrganisationKind.SCHOOL: "Schule",
        OrganisationKind.DAY_CARE: "Kita",
        OrganisationKind.YOUTH_WELFARE: "Jugendhilfe",
        OrganisationKind.WELFARE: "Wohlfahrtsverband",
        OrganisationKind.EDUCATION_CULTURE: "Bildung und Kultur",
        OrganisationKind.SPORTS: "Sport",
        OrganisationKind.INITIATIVE: "Initiative",
        OrganisationKind.INSTITUTE: "Institut",
        OrganisationKind.COMPANY: "Unternehmen",
        OrganisationKind.OTHER: "Sonstige",
    },
    Sector: {
        Sector.PUBLIC: "Öffentliche Hand",
        Sector.CIVIL: "Zivilgesellschaft",
        Sector.PRIVATE: "Wirtschaft",
    },
    Certainty: {Certainty.STATED: "belegt", Certainty.INFERRED: "abgeleitet"},
    Precision: {
        Precision.DAY: "auf den Tag genau",
        Precision.MONTH: "auf den Monat genau",
        Precision.YEAR: "auf das Jahr genau",
        Precision.UNKNOWN: "ohne Datum",
    },
    ActivityStatus: {
        ActivityStatus.PLANNED: "geplant",
        ActivityStatus.ANNOUNCED: "angekündigt",
        ActivityStatus.HELD: "stattgefunden",
        ActivityStatus.CANCELLED: "ausgefallen",
    },
    ActivityKind: {
        ActivityKind.GUIDED_TOUR: "Führung",
        ActivityKind.FESTIVAL: "Fest",
        ActivityKind.ENCOUNTER: "Begegnung",
        ActivityKind.FILM: "Film",
        ActivityKind.SURVEY: "Erhebung",
        ActivityKind.STEERING_GROUP_MEETING: "Sitzung der Steuerungsgruppe",
        ActivityKind.COMMITTEE_MEETING: "Sitzung eines Gremiums",
        ActivityKind.RALLY: "Kundgebung",
        ActivityKind.LARGE_EVENT: "Großveranstaltung",
        ActivityKind.WORKSHOP: "Workshop",
        ActivityKind.DIGITAL: "Digitales Angebot",
        ActivityKind.INFORMATION_STAND: "Infostand",
        ActivityKind.ELECTION: "Wahl",
        ActivityKind.PREPARATION: "Vorbereitungstreffen",
        ActivityKind.COURSE: "Kurs",
        ActivityKind.CAMPAIGN: "Kampagne",
        ActivityKind.THEMED_WEEK: "Aktionswoche",
        ActivityKind.LECTURE: "Vortrag",
        ActivityKind.FOUNDING: "Gründung",
        ActivityKind.THEATRE: "Theater",
        ActivityKind.SPORTS: "Sport",
        ActivityKind.TRAINING: "Fortbildung",
        ActivityKind.EXHIBITION: "Ausstellung",
        ActivityKind.CONCERT: "Konzert",
        ActivityKind.OTHER: "Sonstiges",
    },
    NetworkLink: {
        NetworkLink.CORE: "Kern des Netzwerks",
        NetworkLink.SURROUNDINGS: "Umfeld",
        NetworkLink.PREHISTORY: "Vorgeschichte",
    },
    Reachability: {
        Reachability.GOOD: "gut erreichbar",
        Reachability.MIDDLE: "mittel erreichbar",
        Reachability.LITTLE: "wenig oder gar nicht erreichbar",
    },
    Trait: {
        Trait.TARGET_GROUP: "Zielgruppe",
        Trait.DISTRICT: "Stadtteil",
        Trait.SECTOR: "Sektor",
        Trait.ORGANISATION_KIND: "Art der Organisation",
        Trait.LANGUAGE: "Sprache",
    },
    CoverageState: {
        CoverageState.COVERED: "vertreten",
        CoverageState.MISSING: "fehlt",
        CoverageState.UNCERTAIN: "unklar",
        CoverageState.UNKNOWN: "unbekannt",
        CoverageState.QUIET: "keine Aktivität",
    },
    CaptureResult: {
        CaptureResult.HELD: "stattgefunden",
        CaptureResult.CANCELLED: "ausgefallen",
        CaptureResult.MOVED: "verschoben",
    },
    AnchorKind: {
        AnchorKind.PROJECT: "Projekte",
        AnchorKind.MEASURE: "Maßnahmen",
        AnchorKind.ASSESSMENT: "eigene Einschätzung",
    },
    GapState: {GapState.OPEN: "offen", GapState.DONE: "erledigt"},
    ParticipationRole: {
        ParticipationRole.ORGANISING: "veranstaltet",
        ParticipationRole.CONTRIBUTING: "wirkt mit",
        ParticipationRole.FUNDING: "fördert",
        ParticipationRole.ATTENDING: "nimmt teil",
    },
    PaperKind: {kind: kind.value for kind in PaperKind},
    ConsultationRole: {role: role.value for role in ConsultationRole},
    View: {
        View.LEAD: "Leitung",
        View.TEAM: "Team",
        View.PARTNER: "Partner",
        View.PARTICIPANT: "Teilnehmende",
    },
    OptOut: {OptOut.DONT_KNOW: "Weiß ich nicht", OptOut.NOT_APPLICABLE: "Trifft nicht zu"},
    SubjectKind: {SubjectKind.PROJECT: "Projekt", SubjectKind.DEPARTMENT: "Verwaltungsbereich"},
    Origin: {Origin.ONLINE: "online", Origin.PAPER: "vom Papierbogen", Origin.IMPORTED: "eingelesen"},
    AssessmentForm: {AssessmentForm.SHORT: "Kurzform", AssessmentForm.FULL: "ausführliche Form"},
    RemarkKind: {RemarkKind.EVIDENCE: "Woran merken wir das?", RemarkKind.NEED: "Was fehlt uns?"},
    MeasureState: {
        MeasureState.OPEN: "offen",
        MeasureState.UNDER_WAY: "in Arbeit",
        MeasureState.BLOCKED: "blockiert",
        MeasureState.DONE: "erledigt",
        MeasureState.DROPPED: "verworfen",
    },
    MeetingState: {
        MeetingState.PREPARED: "vorbereitet",
        MeetingState.RUNNING: "läuft",
        MeetingState.ENDED: "beendet",
        MeetingState.CANCELLED: "abgesagt",
    },
    AgendaKind: {
        AgendaKind.SINCE: "Seit dem letzten Mal",
        AgendaKind.NETWORK: "Das Netzwerk",
        AgendaKind.FACTORS: "Die Gelingensfaktoren",
        AgendaKind.MISSING: "Wer fehlt?",
        AgendaKind.MEASURES: "Maßnahmen",
        AgendaKind.TOPIC: "Thema",
    },
    DecisionResult: {
        DecisionResult.ACCEPTED: "angenommen",
        DecisionResult.REJECTED: "abgelehnt",
        DecisionResult.POSTPONED: "vertagt",
        DecisionResult.NOTED: "zur Kenntnis genommen",
    },
    MeasureOrigin: {
        MeasureOrigin.BY_HAND: "von Hand festgehalten",
        MeasureOrigin.RECOMMENDATION: "empfohlener Schritt",
        MeasureOrigin.DECISION: "Beschluss",
    },
    Role: {
        Role.ADMINISTRATION: "Verwaltung",
        Role.STEERING_GROUP: "Steuerungsgruppe",
        Role.PROJECT_LEAD: "Projektleitung",
        Role.RATER: "Einschätzung",
        Role.MEASURE_OWNER: "Zuständige Stelle",
        Role.COUNCIL: "Rat",
        Role.SYSTEM: "Programm",
    },
    LinkKind: {
        LinkKind.ONE_TIME: "Einmal-Link",
        LinkKind.PERSONAL: "Persönlicher Link",
        LinkKind.LIVE: "Live-Link",
    },
    Band: {Band.STRENGTH: "Stärke", Band.DISCUSS: "Gesprächsstoff", Band.CONCERN: "Sorge"},
}


def label(member: StrEnum) -> str:
    """Return the German label of a vocabulary member.

    Examples:
        >>> label(Sector.CIVIL)
        'Zivilgesellschaft'
    """
    return LABELS[type(member)][member]


def archived(name: str) -> str:
    """Mark the name of a record that lies in the archive."""
    return f"{name} (im Archiv)"
