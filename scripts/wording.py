"""How figures and ids are written in the generated documents."""

from collections.abc import Iterable


def ids(ids: Iterable[str]) -> str:
    """Return ids as a list, „keine“ when there is none."""
    return ", ".join(f"`{one}`" for one in sorted(ids)) or "keine"


def number(value: float | None) -> str:
    """Return a number as German text, at most four decimals."""
    if value is None:
        return "nicht definiert"
    return f"{value:.4f}".rstrip("0").rstrip(".").replace(".", ",").replace("-", "−")
