"""What ``bk release publish`` prints and refuses."""

from typing import Final

NOT_OURS: Final = "Der Ordner ist nicht leer und stammt nicht von diesem Befehl. Bitte wählen Sie einen leeren."
FOREIGN_FILE: Final = (
    "Dort liegt schon eine fremde Datei. Bitte räumen Sie sie weg oder wählen Sie einen anderen Ordner."
)
MANIFEST_BROKEN: Final = (
    "Das Verzeichnis der geschriebenen Dateien ist beschädigt. Bitte wählen Sie einen leeren Ordner."
)
BUSY: Final = "Gerade schreibt schon jemand hierher. Bitte warten Sie, bis er fertig ist."
DONE: Final = "{links} geschrieben nach {path}: {written} Dateien neu, {kept} unverändert, {removed} entfernt."
LINKS: Final = ("Link", "Links")
LOCKED: Final = "Ausgelassen, weil ein Kennwort nötig ist: Link {id} „{label}“."
UNTOLD: Final = (
    "Ausgelassen, weil seine Adresse nicht mehr bekannt ist: Link {id} „{label}“. Mit „bk link rotate {id}“ bekommt er "
    "eine neue."
)
CONFIGURED_BY: Final = "Geschrieben von „bk release publish“. Bitte Namen, Zertifikat und Pfad anpassen."
