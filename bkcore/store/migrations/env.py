"""Runs the migrations on the connection the program gives."""

from alembic import context

from bkcore.model.registry import TABLES

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=TABLES,
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
