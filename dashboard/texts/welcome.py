"""Wording of the page for somebody who is not signed in, and of the page after signing out."""

from typing import Final

TITLE: Final = "Willkommen bei Bergkamen for all."
LEAD: Final = "Hier sehen Projekte, Steuerungsgruppe und Verwaltung, wie das Vielfaltsnetzwerk arbeitet."
HOW: Final = "So kommen Sie hinein"
LEAD_TERM: Final = "Sie leiten ein Projekt oder arbeiten mit?"
LEAD_TEXT: Final = (
    "Öffnen Sie Ihren persönlichen Link aus der Einladung. Er gilt, bis die Runde endet, auch auf einem anderen Gerät."
)
GROUP_TERM: Final = "Sie gehören zur Steuerungsgruppe oder zur Verwaltung?"
GROUP_TEXT: Final = "Bitten Sie das Integrationsmanagement um einen Anmelde-Link. Er gilt einmal und 15 Minuten lang."
COUNCIL_TERM: Final = "Sie sitzen im Rat oder in einem Ausschuss?"
COUNCIL_TEXT: Final = "Öffnen Sie den Live-Link aus der Vorlage oder der Einladung. Eine Anmeldung brauchen Sie nicht."
OPERATOR: Final = "Sie betreiben dieses Programm? Der Befehl „bk sign-in verwaltung“ gibt Ihnen einen Anmelde-Link aus."

SIGNED_OUT_TITLE: Final = "Sie sind abgemeldet."
SIGNED_OUT_LEAD: Final = (
    "Was Sie eingetragen haben, ist gespeichert. Zum Weitermachen öffnen Sie Ihren Link noch einmal."
)

LOCKED_TITLE: Final = "Diese Seite gehört nicht zu Ihrem Zugang."
LOCKED_TEXT: Final = (
    "Sie sind angemeldet, aber diese Seite ist für andere gedacht. Oben sehen Sie, was für Sie da ist. "
    "Brauchen Sie mehr, wenden Sie sich an das Integrationsmanagement."
)
