"""German for what Plotly says by itself: its toolbar, its dates and its numbers."""

from typing import Final

from bkcore.wording.numbers import MONTHS

DICTIONARY: Final[dict[str, str]] = {
    "Autoscale": "Automatisch skalieren",
    "Download plot": "Als Bild speichern",
    "Download plot as a PNG": "Als Bild (PNG) speichern",
    "Double-click on legend to isolate one trace": "Doppelklick in der Legende zeigt nur diese Reihe",
    "Double-click to zoom back out": "Doppelklick zeigt wieder alles",
    "Pan": "Verschieben",
    "Produced with Plotly.js": "Gezeichnet mit Plotly.js",
    "Reset": "Zurücksetzen",
    "Reset axes": "Achsen zurücksetzen",
    "Snapshot succeeded": "Das Bild ist gespeichert",
    "Sorry, there was a problem downloading your snapshot!": "Das Bild ließ sich nicht speichern.",
    "Taking snapshot - this may take a few seconds": "Das Bild wird erstellt, das kann einige Sekunden dauern",
    "Zoom": "Vergrößern",
    "Zoom in": "Vergrößern",
    "Zoom out": "Verkleinern",
    "Box Select": "Rechteckauswahl",
    "Lasso Select": "Freihandauswahl",
    "trace": "Reihe",
    "source:": "von:",
    "target:": "nach:",
    "mean:": "Mittelwert:",
    "median:": "Median:",
    "min:": "kleinster Wert:",
    "max:": "größter Wert:",
    "q1:": "unteres Viertel bis:",
    "q3:": "oberes Viertel ab:",
}

FORMAT: Final[dict[str, object]] = {
    "days": ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"],
    "shortDays": ["So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"],
    "months": list(MONTHS),
    "shortMonths": ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"],
    "date": "%d.%m.%Y",
    "decimal": ",",
    "thousands": ".",
}
