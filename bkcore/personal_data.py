"""Finds what looks like a person in free text: a name, a telephone number, a mail address.

It decides nothing. Whoever writes is asked to look once more, so a miss costs little and a false alarm costs trust:
German capitalises every noun, so a capital letter alone means nothing here.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final


class Kind(Enum):
    """What a piece of text looks like."""

    NAME = auto()
    PHONE = auto()
    MAIL = auto()


@dataclass(frozen=True, slots=True)
class Trace:
    """One piece of text that looks like a person, as it was written."""

    kind: Kind
    excerpt: str


# Common in Germany whatever the family's language. Left out: names that are everyday words (Ernst, Mark, Rose, Wolf).
_FIRST_NAMES: Final = """
    Abdullah Achim Adam Agnieszka Ahmad Ahmed Ahmet Aicha Alexander Alexandra Ali Alina Amina Amir Andreas Andrea
    Anette Angelika Anja Anke Anna Anne Annette Antje Astrid Aylin Ayse Ayşe Aziz Barbara Bastian Beate Ben Benjamin
    Bernd Bernhard Bettina Bilal Birgit Björn Brigitte Burak Can Carina Carolin Caroline Christa Christel Christian
    Christiane Christina Christine Christoph Claudia Cornelia Daniel Daniela David Denise Dennis Detlef Dieter Dirk
    Doris Dorothea Ebru Edeltraud Elena Elif Elisabeth Elke Emine Emma Emre Erika Esra Eva Fabian Fatima Fatma Felix
    Florian Friedrich Fritz Gabriele Georg Gerd Gerda Gerhard Gertrud Gisela Günter Günther Gudrun Hakan Hamza Hanna
    Hannah Hans Harald Hasan Hatice Heike Heiko Heinrich Heinz Helga Helmut Henrik Herbert Hermann Holger Horst
    Hussein Hüseyin Ibrahim Inge Ingrid Irina Irene Iris Ismail Ivan Jan Jana Janina Jens Jessica Joachim Johann
    Johanna Johannes Jonas Jörg Josef Julia Julian Jürgen Jutta Karin Karl Karl-Heinz Karsten Katarzyna Katharina
    Kathrin Katja Katrin Kemal Kerstin Khaled Klaus Kristina Lara Laura Lea Lena Leon Leyla Lina Lisa Lukas Luisa
    Magdalena Mahmoud Mahmut Manfred Manuela Marcel Marco Maria Marie Marion Markus Marta Martin Martina Matthias
    Maximilian Mehmet Melanie Meryem Mia Michael Michaela Miriam Mohamed Mohammad Mohammed Monika Mustafa Nadine
    Natalia Natalie Nicole Nils Nina Noah Norbert Nour Oksana Olaf Oleksandr Olga Oliver Olena Omar Osman Özlem Patrick
    Paul Paula Peter Petra Philipp Piotr Rainer Ralf Ramazan Rania Renate Rita Robert Roland Rolf Rüdiger Ruth Sabine
    Samira Samuel Sandra Sara Sarah Sascha Sebastian Selin Serkan Sibel Silke Silvia Simon Simone Sina Sofia Sonja
    Sophia Sophie Stefan Stefanie Steffen Stephan Susanne Svenja Svetlana Swetlana Sylvia Tanja Tatjana Thomas Thorsten
    Tim Tobias Torsten Udo Ulrich Ulrike Ursula Ute Uwe Vanessa Vera Viktor Viktoria Volker Walter Waltraud Werner
    Wilhelm Wolfgang Yasemin Yasin Yusuf Yvonne Zeynep
"""

_WORD: Final = r"[A-ZÄÖÜÇŞİ][a-zäöüßçğışéèó]+(?:-[A-ZÄÖÜÇŞİ][a-zäöüßçğışéèó]+)*"
_SALUTATION: Final = re.compile(
    rf"(?:(?P<before>[A-Za-zäöüÄÖÜß]+)[ \t]+)?(?P<name>\b(?:Herrn?|Frau|Hr\.|Fr\.)[ \t]+(?:(?:Dr|Prof)\.[ \t]+)*"
    rf"(?P<word>{_WORD}))"
)
_FULL_NAME: Final = re.compile(
    rf"(?:(?P<before>[\w.]+)[ \t]+)?(?P<name>\b(?:{'|'.join(_FIRST_NAMES.split())})[ \t]+(?P<word>{_WORD})\b)(?!-)"
    rf"(?:[ \t]+(?P<after>{_WORD}))?"
)
_MAIL: Final = re.compile(
    r"[\w.+-]{1,64}[ \t]?(?:@|\(at\)|\[at\])[ \t]?(?:[\w-]{1,63}\.){1,4}[a-z]{2,12}\b", re.IGNORECASE
)
_PHONE: Final = re.compile(r"(?<![\w.,:/-])(?:\+\d|0)(?:[ \t/()-]{0,3}\d){6,14}(?![\w:])")
_NO_PHONE: Final = re.compile(r"\d{2}[-/ ]\d{2}[-/ ]\d{4}|0\d{3}/(?:19|20)\d{2}")

# "als Frau Angst haben", "jede Frau Zeit geben": the noun, not the salutation.
_ARTICLES: Final = frozenset({
    *("als", "dem", "den", "der", "des", "die", "diese", "dieser", "ein", "eine", "einem", "einer", "jede", "jedem"),
    *("jeder", "kein", "keine", "keiner", "manche", "pro", "welche", "alte", "erste", "junge", "neue"),
})  # fmt: skip
_FUNCTIONS: Final = re.compile(
    r"(?:Bürgermeister|Landr[aä]t|Präsident|Vorsitzend|Direktor|Doktor|Professor|Pfarrer|Minister|Lehrer|Rektor|"
    r"Integrationsbeauftragt|Beigeordnet|Kollege|Kollegin|Nachbar|Gott)\w*"
)
_SAINTS: Final = frozenset({"St.", "Sankt", "Hl.", "Heilige", "Heiliger", "Heiligen"})
_PLACES: Final = re.compile(
    r"(?:\w*(?:[Ss]chule|[Gg]ymnasium|[Ss]traße|[Ss]tiftung|[Hh]aus|[Pp]latz|[Kk]irche|[Kk]indergarten|[Kk]ita|"
    r"[Zz]entrum|[Hh]eim|[Uu]mzug|[Ff]est|[Mm]arkt|[Pp]ark|[Ww]eg|[Tt]ag)|Himmelfahrt)"
)


def traces(text: str) -> tuple[Trace, ...]:
    """Return what in a text looks like a person, in reading order, each piece once.

    Args:
        text: Free text of any length.

    Returns:
        Names after a salutation, first names followed by a capitalised word, telephone numbers and mail addresses.

    Examples:
        >>> [trace.excerpt for trace in traces("Frau Yilmaz hat uns unter 02307 965123 angerufen.")]
        ['Frau Yilmaz', '02307 965123']
        >>> traces("Jede Frau Zeit zu geben, gelingt uns in der Anne-Frank-Schule am 01.02.2024 nicht immer.")
        ()
    """
    found = [
        *(
            (match.start("name"), Trace(Kind.NAME, match["name"]))
            for match in _SALUTATION.finditer(text)
            if _greets(match)
        ),
        *(
            (match.start("name"), Trace(Kind.NAME, match["name"]))
            for match in _FULL_NAME.finditer(text)
            if _names(match)
        ),
        *(
            (match.start(), Trace(Kind.PHONE, match[0]))
            for match in _PHONE.finditer(text)
            if not _NO_PHONE.match(match[0])
        ),
        *((match.start(), Trace(Kind.MAIL, match[0])) for match in _MAIL.finditer(text)),
    ]
    return tuple(dict.fromkeys(trace for _, trace in sorted(found, key=lambda pair: pair[0])))


def _greets(match: re.Match[str]) -> bool:
    before = match["before"] or ""
    return before.casefold() not in _ARTICLES and not _FUNCTIONS.fullmatch(match["word"])


def _names(match: re.Match[str]) -> bool:
    if match["before"] in _SAINTS:
        return False
    return not any(_PLACES.fullmatch(word) for word in (match["word"], match["after"]) if word)
