"""Runs the migrations on the connection the program gives."""

from alembic import context

from bkcore.model import access, activities, assessments, council, journal, organisations, projects
from bkcore.model.base import metadata

# Named so that every aggregate's tables are registered before the comparison.
AGGREGATES = (access, activities, assessments, council, journal, organisations, projects)

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
