"""Click in German: its own headings, hints and complaints."""

import click

_HEADINGS = {"Options": "Optionen", "Commands": "Befehle", "Arguments": "Angaben"}


class _Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the usage line with a German prefix."""
        del prefix
        german = args.replace("[OPTIONS]", "[OPTIONEN]").replace("COMMAND [ARGS]...", "BEFEHL …")
        super().write_usage(prog, german, prefix="Aufruf: ")

    def write_heading(self, heading: str) -> None:
        """Write a heading of a section in German."""
        super().write_heading(_HEADINGS.get(heading, heading))

    def write_dl(self, rows: list[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:  # type: ignore[override]  # click accepts any sequence
        """Write a list of terms with click's own notes in German."""
        german = [(term, _note(text)) for term, text in rows]
        super().write_dl(german, col_max=col_max, col_spacing=col_spacing)


class Context(click.Context):
    """A context whose help is German."""

    formatter_class = _Formatter


class Command(click.Command):
    """A command whose help is German."""

    context_class = Context


class Group(click.Group):
    """A group whose help, and whose commands' help, is German."""

    context_class = Context
    command_class = Command
    group_class = type  # subgroups are groups of this class too


def complaint(error: click.UsageError) -> str:
    """Return one German sentence for a wrong usage."""
    where = f" Hilfe: {error.ctx.command_path} --help" if error.ctx else ""
    match error:
        case click.NoSuchOption():
            sentence = f"Die Option „{error.option_name}“ gibt es nicht."
        case click.MissingParameter():
            name = error.param.human_readable_name if error.param else "Angabe"
            sentence = f"Es fehlt die Angabe „{name}“."
        case click.BadParameter():
            name = error.param.human_readable_name if error.param else "Angabe"
            sentence = f"Der Wert für „{name}“ passt nicht: {_reason(error)}"
        case _:
            sentence = "Diesen Befehl gibt es so nicht."
    return sentence + where


def _reason(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return "erlaubt sind " + ", ".join(str(choice) for choice in kind.choices) + "."
    if isinstance(kind, click.Path):
        return "diese Datei oder diesen Ordner gibt es nicht."
    if isinstance(kind, click.DateTime):
        return "erwartet wird ein Datum wie 2026-12-31 oder 31.12.2026."
    if isinstance(kind, click.IntRange):
        return f"erwartet wird eine Zahl von {kind.min} bis {kind.max}."
    return "erwartet wird eine Zahl." if isinstance(kind, click.types.IntParamType) else error.message


def _note(text: str) -> str:
    return (
        text.replace("Show this message and exit.", "Zeigt diese Hilfe.")
        .replace("[required]", "[nötig]")
        .replace("[default: ", "[Vorgabe: ")
    )
