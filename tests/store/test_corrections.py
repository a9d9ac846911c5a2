"""An invitation that was made out or sent wrongly: corrected, or given a new link."""

import pytest
from sqlmodel import Session, select

from bkcore.access import Actor
from bkcore.commands.assessments import CloseRound, InviteRater, WriteRemark
from bkcore.commands.rounds import CorrectInvitation, RecordDispatch, RemindRater, RenewInvitation
from bkcore.errors import LinkDead, LinkWasSent, NotFound, NotPermitted, RoundClosed
from bkcore.model.access import AccessLink
from bkcore.model.assessments import Remark
from bkcore.model.journal import JournalEntry
from bkcore.reports.invitations import Invitation, invitations
from bkcore.services.access import invite_rater
from bkcore.services.corrections import correct_invitation, renew_invitation
from bkcore.services.personal_links import IssuedLink
from bkcore.services.remarks import write_remark
from bkcore.services.reminders import record_dispatch, remind_rater
from bkcore.services.rounds import close_round
from bkcore.services.visits import link_behind
from bkcore.wording.messages import message
from tests import factories
from tests.factories import ADMINISTRATION, STEERING_GROUP, lead_of

WRONG, RIGHT = "falsch@beispiel.de", "richtig@beispiel.de"


def invited(session: Session, *, mail: str | None = WRONG, sent: bool = False) -> IssuedLink:
    factories.project(session)
    factories.open_a_round(session)
    wish = InviteRater(round="herbst-2026", project="jugendkonferenz", label="Leitung", mail=mail)
    issued = invite_rater(session, wish, by=ADMINISTRATION)
    if sent:
        record_dispatch(session, RecordDispatch(link_id=issued.link.id), by=ADMINISTRATION)
    return issued


def corrected(session: Session, issued: IssuedLink, *, label: str = "Leitung", mail: str | None = RIGHT) -> None:
    wish = CorrectInvitation(link_id=issued.link.id, label=label, mail=mail)
    correct_invitation(session, wish, by=ADMINISTRATION)


def renewed(session: Session, issued: IssuedLink, *, label: str = "Leitung", mail: str | None = RIGHT) -> IssuedLink:
    wish = RenewInvitation(link_id=issued.link.id, label=label, mail=mail)
    return renew_invitation(session, wish, by=ADMINISTRATION)


def seen(session: Session) -> Invitation:
    (entry,) = invitations(session, round_slug="herbst-2026", by=ADMINISTRATION)
    return entry


def wrote(session: Session, issued: IssuedLink) -> None:
    lead = lead_of("jugendkonferenz", assessment_id=issued.link.assessment_id)
    for factor, confidential in (("augenhoehe", True), ("verankerung", False)):
        wish = WriteRemark(
            assessment_id=issued.link.assessment_id, factor_id=factor, text="Erlebt.", confidential=confidential
        )
        write_remark(session, wish, by=lead)


def test_what_was_typed_wrong_is_corrected_and_the_link_stays(session: Session) -> None:
    issued = invited(session)
    corrected(session, issued, label="Projektleitung")
    assert (seen(session).label, seen(session).mail) == ("Projektleitung", RIGHT)
    assert link_behind(session, issued.token).id == issued.link.id
    again = remind_rater(session, RemindRater(assessment_id=issued.link.assessment_id), by=ADMINISTRATION)
    assert (again.link.label, again.link.mail) == ("Projektleitung", RIGHT)
    corrected(session, again, mail=None)
    assert WRONG not in {link.mail for link in session.exec(select(AccessLink))}
    assert seen(session).mail is None


def test_a_link_that_went_to_another_address_must_be_replaced_not_only_relabelled(session: Session) -> None:
    issued = invited(session, sent=True)
    with pytest.raises(LinkWasSent) as refused:
        corrected(session, issued)
    assert "Neuen Link geben" in message(refused.value)
    assert WRONG not in message(refused.value)
    corrected(session, issued, label="Projektleitung", mail=WRONG)
    corrected(session, issued, mail=None)


def test_a_new_link_goes_to_the_right_address_and_the_old_ones_are_dead_at_once(session: Session) -> None:
    first = invited(session, sent=True)
    again = remind_rater(session, RemindRater(assessment_id=first.link.assessment_id), by=ADMINISTRATION)
    new = renewed(session, again)
    for dead in (first, again):
        with pytest.raises(LinkDead):
            link_behind(session, dead.token)
    assert link_behind(session, new.token).assessment_id == first.link.assessment_id
    assert WRONG not in {link.mail for link in session.exec(select(AccessLink))}
    entry = seen(session)
    assert (entry.mail, entry.sent_on, entry.reminders, entry.reminded_on) == (RIGHT, None, 0, None)


def test_a_new_link_to_the_same_address_keeps_what_is_known_about_it(session: Session) -> None:
    first = invited(session, sent=True)
    again = remind_rater(session, RemindRater(assessment_id=first.link.assessment_id), by=ADMINISTRATION)
    renewed(session, again, mail=WRONG)
    assert (seen(session).reminders, seen(session).sent_on is None) == (1, False)


@pytest.mark.parametrize(("mail", "left"), [(RIGHT, ["verankerung"]), (WRONG, ["augenhoehe", "verankerung"])])
def test_confidential_words_never_travel_to_another_address(session: Session, mail: str, left: list[str]) -> None:
    issued = invited(session)
    wrote(session, issued)
    renewed(session, issued, mail=mail)
    assert sorted(row.factor_id for row in session.exec(select(Remark))) == left


def test_no_journal_entry_holds_an_address(session: Session) -> None:
    issued = invited(session)
    corrected(session, issued, label="Projektleitung")
    renewed(session, issued, mail=WRONG)
    entries = session.exec(select(JournalEntry)).all()
    assert {"correct_invitation", "renew_invitation"} <= {entry.action for entry in entries}
    assert "beispiel.de" not in "".join(str(entry.details) + entry.key for entry in entries)


def test_correcting_to_what_is_there_changes_nothing(session: Session) -> None:
    issued = invited(session)
    before = len(session.exec(select(JournalEntry)).all())
    corrected(session, issued, mail=WRONG)
    assert len(session.exec(select(JournalEntry)).all()) == before


def test_only_an_invitation_of_a_round_that_is_not_over_can_be_corrected(session: Session) -> None:
    issued = invited(session)
    with pytest.raises(NotFound):
        correct_invitation(session, CorrectInvitation(link_id=999), by=ADMINISTRATION)
    with pytest.raises(NotFound):
        renew_invitation(session, RenewInvitation(link_id=999), by=ADMINISTRATION)
    close_round(session, CloseRound(slug="herbst-2026"), by=ADMINISTRATION)
    with pytest.raises(RoundClosed):
        corrected(session, issued)
    with pytest.raises(RoundClosed):
        renewed(session, issued)


@pytest.mark.parametrize("actor", [STEERING_GROUP, lead_of("jugendkonferenz")])
def test_only_the_administration_corrects(session: Session, actor: Actor) -> None:
    issued = invited(session)
    with pytest.raises(NotPermitted):
        correct_invitation(session, CorrectInvitation(link_id=issued.link.id), by=actor)
    with pytest.raises(NotPermitted):
        renew_invitation(session, RenewInvitation(link_id=issued.link.id), by=actor)
