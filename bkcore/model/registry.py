"""All tables of all aggregates, registered: what migrations, backups and the look at a foreign database go by."""

from bkcore.model import (
    access,
    activities,
    assessments,
    capture,
    council,
    journal,
    meetings,
    members,
    organisations,
    perspectives,
    pictures,
    projects,
    steering,
    voices,
    year_reports,
)
from bkcore.model.base import metadata

AGGREGATES = (
    access,
    activities,
    assessments,
    capture,
    council,
    journal,
    meetings,
    members,
    organisations,
    perspectives,
    pictures,
    projects,
    steering,
    voices,
    year_reports,
)
TABLES = metadata
