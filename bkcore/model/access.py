"""Links that sign somebody in, and the visits they start."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, false
from sqlmodel import Field, SQLModel

from bkcore.model.base import vocabulary_column
from bkcore.vocabulary import LinkKind, Role


class AccessLink(SQLModel, table=True):
    """One sign-in link: one-time for a role, or personal for one assessment; only the hash of its token is kept."""

    __tablename__ = "access_link"

    __table_args__ = (
        CheckConstraint("kind <> 'persoenlich' OR assessment_id IS NOT NULL", name="personal_has_assessment"),
        CheckConstraint("kind <> 'einmal' OR expires_at IS NOT NULL", name="one_time_expires"),
    )

    id: int | None = Field(default=None, primary_key=True)
    kind: LinkKind = Field(sa_column=vocabulary_column(LinkKind, "kind"))
    role: Role = Field(sa_column=vocabulary_column(Role, "role"))
    token_hash: str = Field(max_length=64, unique=True)
    label: str = Field(default="", max_length=120)
    mail: str | None = Field(default=None, max_length=254)
    """Where the link was sent; forgotten when the round is over."""
    sent_at: datetime | None = None
    reminder: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    """Whether it reminds somebody who was invited before; the earlier links stay valid."""
    project_id: int | None = Field(default=None, foreign_key="project.id")
    assessment_id: int | None = Field(default=None, foreign_key="assessment.id", index=True)
    created_at: datetime
    expires_at: datetime | None = None
    used_at: datetime | None = None
    revoked_at: datetime | None = None
    last_used_on: date | None = None


class Visit(SQLModel, table=True):
    """One signed-in browser; looked up at every run, so that revoking a link ends its visits at once."""

    id: int | None = Field(default=None, primary_key=True)
    token_hash: str = Field(max_length=64, unique=True)
    link_id: int = Field(foreign_key="access_link.id", index=True)
    started_at: datetime
    expires_at: datetime
    ended_at: datetime | None = None
