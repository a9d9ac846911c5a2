"""Figures as the lines the command line prints."""

from collections.abc import Iterator, Mapping

from bkcore.wording.numbers import UNDEFINED, decimal, whole


def lines(data: Mapping[str, object], *, prefix: str = "") -> Iterator[str]:
    """Write figures as lines "key: value"; the keys are those of the JSON, lists are left to the JSON."""
    for key, value in data.items():
        name = f"{prefix}{key}"
        if isinstance(value, Mapping):
            yield from lines(value, prefix=f"{name}.")
        elif isinstance(value, list | tuple):
            yield f"{name}: {whole(len(value))} Einträge (mit --json ansehen)"
        else:
            yield f"{name}: {_text(value)}"


def _text(value: object) -> str:
    if value is None:
        return UNDEFINED
    if isinstance(value, bool):
        return "ja" if value else "nein"
    return decimal(value, digits=3) if isinstance(value, float) else str(value)
