"""Closed vocabularies: members are English, values are the German spelling of the exchange files."""

from enum import StrEnum


class OrganisationKind(StrEnum):
    """What an organisation is; our classification."""

    ADMINISTRATION = "verwaltung"
    COUNCIL_BODY = "politik_gremium"
    ASSOCIATION = "verein"
    MIGRANT_ORGANISATION = "migrantenorganisation"
    FAITH_COMMUNITY = "religionsgemeinschaft"
    SCHOOL = "schule"
    DAY_CARE = "kita"
    YOUTH_WELFARE = "jugendhilfe"
    WELFARE = "wohlfahrtsverband"
    EDUCATION_CULTURE = "bildung_kultur"
    SPORTS = "sport"
    INITIATIVE = "initiative"
    INSTITUTE = "institut"
    COMPANY = "unternehmen"
    OTHER = "sonstige"


class Sector(StrEnum):
    """Public, civil or private; the public default when a name may not be shown."""

    PUBLIC = "public"
    CIVIL = "civil"
    PRIVATE = "private"


class Certainty(StrEnum):
    """Whether a row is stated by its source or inferred from it."""

    STATED = "belegt"
    INFERRED = "abgeleitet"


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "tag"
    MONTH = "monat"
    YEAR = "jahr"
    UNKNOWN = "unbekannt"


class ActivityStatus(StrEnum):
    """Planned, announced, took place or cancelled."""

    PLANNED = "geplant"
    ANNOUNCED = "angekuendigt"
    HELD = "stattgefunden"
    CANCELLED = "ausgefallen"


class CaptureResult(StrEnum):
    """What became of an activity, as its lead says it on the phone."""

    HELD = "stattgefunden"
    CANCELLED = "ausgefallen"
    MOVED = "verschoben"


class ActivityKind(StrEnum):
    """What an activity is."""

    GUIDED_TOUR = "fuehrung"
    FESTIVAL = "fest"
    ENCOUNTER = "begegnung"
    FILM = "film"
    SURVEY = "erhebung"
    STEERING_GROUP_MEETING = "sitzung_steuerungsgruppe"
    COMMITTEE_MEETING = "sitzung_gremium"
    RALLY = "kundgebung"
    LARGE_EVENT = "grossveranstaltung"
    WORKSHOP = "workshop"
    DIGITAL = "digital"
    INFORMATION_STAND = "infostand"
    ELECTION = "wahl"
    PREPARATION = "vorbereitungstreffen"
    COURSE = "kurs"
    CAMPAIGN = "kampagne"
    THEMED_WEEK = "aktionswoche"
    LECTURE = "vortrag"
    FOUNDING = "gruendung"
    THEATRE = "theater"
    SPORTS = "sport"
    TRAINING = "fortbildung"
    EXHIBITION = "ausstellung"
    CONCERT = "konzert"
    OTHER = "sonstige"


class NetworkLink(StrEnum):
    """How closely something belongs to the network; also the relevance of a council paper."""

    CORE = "kern"
    SURROUNDINGS = "umfeld"
    PREHISTORY = "vorgeschichte"


class Reachability(StrEnum):
    """The steering group's three levels of audiences."""

    GOOD = "gut"
    MIDDLE = "mittel"
    LITTLE = "wenig"


class Trait(StrEnum):
    """By what a perspective that the steering group declares relevant is looked for in the record."""

    TARGET_GROUP = "zielgruppe"
    DISTRICT = "ortsteil"
    SECTOR = "sektor"
    ORGANISATION_KIND = "art"
    LANGUAGE = "sprache"


class CoverageState(StrEnum):
    """What the record says of a declared perspective in a year; not known is never the same as missing."""

    COVERED = "vertreten"
    MISSING = "fehlt"
    UNCERTAIN = "unklar"
    UNKNOWN = "unbekannt"
    QUIET = "ohne_aktivitaet"


class AnchorKind(StrEnum):
    """By what integration as a cross-cutting task shows in a department of the administration."""

    PROJECT = "projekte"
    MEASURE = "massnahmen"
    ASSESSMENT = "selbsteinschaetzung"


class GapState(StrEnum):
    """Whether the next step towards a missing perspective is still to be taken."""

    OPEN = "offen"
    DONE = "erledigt"


class ParticipationRole(StrEnum):
    """How an organisation takes part in an activity."""

    ORGANISING = "veranstaltend"
    CONTRIBUTING = "mitwirkend"
    FUNDING = "foerdernd"
    ATTENDING = "teilnehmend"


class PaperKind(StrEnum):
    """Kind of a council consultation (OParl: paperType or agenda item)."""

    RESOLUTION = "Beschlussvorlage"
    NOTICE = "Mitteilungsvorlage"
    AGENDA_ITEM = "Tagesordnungspunkt"
    MOTION = "Antrag"
    REQUEST = "Anfrage"


class ConsultationRole(StrEnum):
    """What a body does with a paper (OParl: ``Consultation.role``)."""

    HEARING = "Anhörung"
    PREPARATION = "Vorberatung"
    DECISION = "Entscheidung"
    NOTE = "Kenntnisnahme"


class View(StrEnum):
    """From where a rater looks at a project."""

    LEAD = "leitung"
    TEAM = "team"
    PARTNER = "partner"
    PARTICIPANT = "teilnehmende"


class SubjectKind(StrEnum):
    """What is assessed: a project, or a department of the administration, which adopted the same standards."""

    PROJECT = "projekt"
    DEPARTMENT = "bereich"


class Origin(StrEnum):
    """How an assessment came in: by its rater, from a paper form, or from a round held elsewhere."""

    ONLINE = "online"
    PAPER = "papier"
    IMPORTED = "import"


class AssessmentForm(StrEnum):
    """The form a rater chose: one ladder per factor, or one per indicator."""

    SHORT = "kurz"
    FULL = "voll"


class RemarkKind(StrEnum):
    """What a free text answers: how a factor shows, or what is missing for the next step."""

    EVIDENCE = "beleg"
    NEED = "bedarf"


class MeasureState(StrEnum):
    """Where a measure stands."""

    OPEN = "offen"
    UNDER_WAY = "in_arbeit"
    BLOCKED = "blockiert"
    DONE = "erledigt"
    DROPPED = "verworfen"


class MeasureOrigin(StrEnum):
    """Where a measure came from."""

    BY_HAND = "von_hand"
    RECOMMENDATION = "empfehlung"
    DECISION = "beschluss"


class MeetingState(StrEnum):
    """Where a meeting of the steering group stands."""

    PREPARED = "vorbereitet"
    RUNNING = "laeuft"
    ENDED = "beendet"
    CANCELLED = "abgesagt"


class AgendaKind(StrEnum):
    """What a point of the agenda shows; a topic shows nothing of the record."""

    SINCE = "rueckblick"
    NETWORK = "netzwerk"
    FACTORS = "gelingensfaktoren"
    MISSING = "wer_fehlt"
    MEASURES = "massnahmen"
    TOPIC = "thema"


class DecisionResult(StrEnum):
    """What became of a motion (OParl: ``AgendaItem.result``)."""

    ACCEPTED = "angenommen"
    REJECTED = "abgelehnt"
    POSTPONED = "vertagt"
    NOTED = "zur_kenntnis"


class OptOut(StrEnum):
    """The two codes apart from the scale; excluded from means, their share is shown."""

    DONT_KNOW = "weiss_nicht"
    NOT_APPLICABLE = "trifft_nicht_zu"


class Role(StrEnum):
    """Who a visit acts as."""

    ADMINISTRATION = "verwaltung"
    STEERING_GROUP = "steuerungsgruppe"
    PROJECT_LEAD = "projektleitung"
    RATER = "einschaetzend"
    MEASURE_OWNER = "zustaendig"
    COUNCIL = "rat"
    SYSTEM = "system"


class LinkKind(StrEnum):
    """What a link does: sign in once, sign in until its round closes, or show a release."""

    ONE_TIME = "einmal"
    PERSONAL = "persoenlich"
    LIVE = "live"


class Band(StrEnum):
    """Talking points after Wilder, never grades."""

    STRENGTH = "strength"
    DISCUSS = "discuss"
    CONCERN = "concern"
