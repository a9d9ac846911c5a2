"""What all tables share: names of constraints, columns of closed vocabularies, the version that guards edits."""

from enum import StrEnum

from sqlalchemy import Column, Enum
from sqlmodel import SQLModel

# Named constraints: batch migrations on SQLite and readable errors on PostgreSQL need them.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = SQLModel.metadata


def vocabulary_column(
    vocabulary: type[StrEnum], name: str, *, nullable: bool = False, default: StrEnum | None = None
) -> Column[str]:
    """Build a text column that holds only the values of a vocabulary, checked on both databases.

    Args:
        vocabulary: Closed vocabulary; its values, not its member names, are stored.
        name: Name of the column and of its CHECK.
        nullable: Whether the value may be unknown.
        default: What rows had before there was this column; the database fills it in.

    Returns:
        A column of its own; SQLModel needs a new one for every field.
    """
    kind = Enum(
        vocabulary,
        native_enum=False,
        length=40,
        values_callable=lambda members: [member.value for member in members],
        create_constraint=True,
        validate_strings=True,
        name=f"{name}_known",
    )
    return Column(name, kind, nullable=nullable, server_default=default.value if default else None)
