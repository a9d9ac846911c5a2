"""What the commands on data and publication print."""

from typing import Final

PREVIEW: Final = "Vorschau: Es wurde nichts gespeichert."
TALLY: Final = "{sheet}: {new} neu, {changed} geändert, {unchanged} unverändert"
FAULT: Final = "{file}{row}{column}{value}: {reason}"
ROW: Final = ", Zeile {row}"
COLUMN: Final = ", Spalte {column}"
VALUE: Final = ", Wert „{value}“"
EXPORTED: Final = "{rows} Zeilen nach {path} geschrieben."
BACKED_UP: Final = "Sicherung geschrieben: {path}"
RESTORED: Final = "Sicherung eingespielt: {path}"
RELEASED: Final = "Veröffentlichung Nr. {number} vom {day} ist fertig."
RELEASE_LINE: Final = "Nr. {number}  {day}  Datenstand {data_version}  {digest}"
LINK_LINE: Final = "{id}  {state}  bis {expires}  {views} Aufrufe  {label}"
LINK_ALIVE: Final = "gültig"
LINK_REVOKED: Final = "zurückgezogen"
LINK_EXPIRED: Final = "abgelaufen"
