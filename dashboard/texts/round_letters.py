"""Wording around sending invitations and reminders."""

from typing import Final

from bkcore.wording.numbers import count, number_word, sentence_case

FILE_NAME: Final = "nachrichten.txt"
HIDE: Final = "Bericht ausblenden"
EACH: Final = "Jede Adresse einzeln"
SENT: Final = "verschickt"
COLUMNS: Final = ("Einladung", "Adresse", "Ergebnis")


def sending(done: int, total: int) -> str:
    """Return how far the sending is."""
    return f"Nachrichten werden verschickt: {done} von {total}"


def sent_title(sent: int, failed: int) -> str:
    """Return how many messages the mail server took."""
    if not sent:
        return "Keine Nachricht ist verschickt."
    words = count(sent, "Nachricht", "Nachrichten")
    rest = f", {number_word(failed)} nicht" if failed > 1 else ", eine nicht" if failed else ""
    return f"{sentence_case(words)} {'ist' if sent == 1 else 'sind'} verschickt{rest}."


def sent_text(failed: int) -> str:
    """Say what to do with those that were not sent."""
    if not failed:
        return "Der Postausgang hat sie angenommen. Kommt eine zurück, geben Sie hier einen neuen Link."
    return "Was nicht verschickt wurde, steht darunter zum Kopieren. Der Grund steht dabei."


def way(*, by_mail: bool) -> str:
    """Say how a reminder reaches people."""
    if by_mail:
        return (
            "Wessen Adresse bekannt ist, bekommt eine Nachricht. Die anderen Nachrichten stehen danach zum Kopieren da."
        )
    return "Die Nachrichten stehen danach zum Kopieren da. Frühere Links gelten weiter."
