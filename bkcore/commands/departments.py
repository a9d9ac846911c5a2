"""Commands on departments of the administration, which are assessed like projects (ADR 0015)."""

from bkcore.commands.base import Command, Line, Slug


class AddDepartment(Command):
    """Add a department by its name."""

    title: Line


class RenameDepartment(Command):
    """Give a department another name; its slug and everything recorded with it stay."""

    slug: Slug
    title: Line


class RetireDepartment(Command):
    """Ask a department no longer from today on, or again; earlier results stay."""

    slug: Slug
    retired: bool = True
