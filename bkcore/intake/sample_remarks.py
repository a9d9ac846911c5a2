"""What people wrote in the invented rounds; every text says that it is invented, and one is confidential."""

from typing import Final

from sqlmodel import Session

from bkcore.access import Actor
from bkcore.commands.assessments import PutRemark
from bkcore.services.remarks import put_remark
from bkcore.vocabulary import RemarkKind, View

_TURN: Final = "beispiel-herbst-2025"
_MARK: Final = "(Beispiel)"
_EVIDENCE: Final = (
    (
        "p-iwgr",
        1,
        "niedrigschwelligkeit",
        "Die Treffen sind draußen auf dem Platz. Wer vorbeikommt, bleibt oft stehen.",
    ),
    ("p-iwgr", 2, "partizipation", "Das Motto hat eine Runde aus Jugendlichen ausgesucht, nicht die Leitung."),
    ("p-iwgr", 3, "augenhoehe", "Moderiert wird reihum. Auch wer wenig Deutsch spricht, war schon dran."),
    ("p-interkulturelle-woche", 1, "gemeinsam", "Beim Planungstreffen saßen sechs Vereine an einem Tisch."),
    ("p-interkulturelle-woche", 2, "mehrwerte", "Zwei Gruppen teilen sich jetzt einen Raum und sparen die Miete."),
    ("p-jugend-bloggt", 1, "identitaeten", "Beiträge erscheinen in der Sprache, in der sie geschrieben wurden."),
)
_NEEDS: Final = (
    ("p-iwgr", 1, "verankerung", "Ein fester Posten im Haushalt, damit nicht jedes Jahr neu gefragt werden muss."),
    ("p-iwgr", 2, "zielgruppen", "Kontakt zu Familien, die neu in der Stadt sind."),
    ("p-interkulturelle-woche", 1, "verankerung", "Eine Vertretung, wenn die Ansprechperson länger ausfällt."),
    ("p-jugend-bloggt", 1, "partizipation", "Zeit, um Entscheidungen gemeinsam vorzubereiten."),
)
CONFIDENTIAL: Final = f"Diesen Satz liest nur, wer ihn geschrieben hat. {_MARK}"
"""The one text nobody else may see; tests look for it everywhere."""


def write_sample_remarks(session: Session, *, by: Actor) -> None:
    """Write what people said in the sample's last closed round; what is there already stays.

    Args:
        session: Open session of the unit of work; the sample's rounds are loaded.
        by: Who acts; must be the administration.
    """
    texts = [
        *((place, RemarkKind.EVIDENCE, f"{text} {_MARK}", False) for *place, text in _EVIDENCE),
        *((place, RemarkKind.NEED, f"{text} {_MARK}", False) for *place, text in _NEEDS),
        (["p-iwgr", 2, "gemeinsam"], RemarkKind.NEED, CONFIDENTIAL, True),
    ]
    for (project, number, factor), kind, text, confidential in texts:
        wish = PutRemark(
            round=_TURN,
            project=str(project),
            view=View.LEAD if number == 1 else View.TEAM,
            rater=f"beispiel-{number}",
            factor_id=str(factor),
            kind=kind,
            text=text,
            confidential=confidential,
        )
        put_remark(session, wish, by=by)
