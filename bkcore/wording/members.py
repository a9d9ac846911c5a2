"""What page, journal and command line say of members."""

from bkcore.wording.numbers import count, sentence_case


def erased(number: int) -> str:
    """Return what stands where a name was."""
    return f"Vertretung {number}"


def erased_count(number: int) -> str:
    """Return how many names were erased."""
    return f"{sentence_case(count(number, 'Name', 'Namen', feminine=False))} gelöscht."
