"""``bk release``, ``bk link``."""

import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import click

from bkcore.access import SYSTEM
from bkcore.cli import german
from bkcore.cli.base import DATE, address, day, engine, looking, print_json, settings, today, writing
from bkcore.cli.passwords import password_from
from bkcore.commands.council import (
    ChangeLiveLinkPassword,
    CreateLiveLink,
    MakeRelease,
    RevokeLiveLink,
    RotateLiveLink,
)
from bkcore.model.council import Release
from bkcore.publication import links, static
from bkcore.publication import release as releases
from bkcore.store.unit_of_work import town_day
from bkcore.wording import command_line as wording
from bkcore.wording import publishing
from bkcore.wording.numbers import UNDEFINED, count, date_de, sentence_case

_ID = click.IntRange(1, 2**31 - 1)
_JSON = click.option("--json", "as_json", is_flag=True, help="Als JSON ausgeben.")


@click.group("release", cls=german.Group, help="Veröffentlichungen für den Rat machen und auflisten.")
def release() -> None:
    """Hold the commands on releases."""


@release.command("make", help="Friert den heutigen Stand als neue Veröffentlichung ein.")
@_JSON
def make_command(*, as_json: bool) -> None:
    """Make a release."""
    with writing() as session:
        made = releases.make(session, MakeRelease(), by=SYSTEM)
    if as_json:
        print_json(_plain(made))
    else:
        click.echo(wording.RELEASED.format(number=made.number, day=date_de(town_day(made.made_at))))


@release.command("list", help="Listet alle Veröffentlichungen auf, die neueste zuerst.")
@_JSON
def list_releases(*, as_json: bool) -> None:
    """Print all releases."""
    with looking() as session:
        found = releases.archive(session)
    if as_json:
        print_json([_plain(one) for one in found])
        return
    for one in found:
        line = _plain(one) | {"day": date_de(town_day(one.made_at)), "digest": one.digest[:12]}
        click.echo(wording.RELEASE_LINE.format(**line))


@release.command("publish", help="Schreibt jeden gültigen Link ohne Kennwort als Dateien für einen Webserver.")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@_JSON
def publish_command(folder: Path, *, as_json: bool) -> None:
    """Bring a folder of plain files into step with the valid links."""
    done = static.publish(engine(), settings(), folder, by=SYSTEM, now=datetime.now(UTC))
    if as_json:
        print_json(asdict(done))
        return
    links_written = count(done.links, *publishing.LINKS, feminine=False)
    click.echo(publishing.DONE.format(links=sentence_case(links_written), path=folder, **asdict(done.files)))
    for sentence, left_out in ((publishing.LOCKED, done.locked), (publishing.UNTOLD, done.untold)):
        for identifier, name in left_out:
            click.echo(sentence.format(id=identifier, label=name))


@click.group("link", cls=german.Group, help="Live-Links des Rates anlegen, auflisten, zurückziehen, erneuern.")
def link() -> None:
    """Hold the commands on live links."""


@link.command("create", help="Legt einen Live-Link an und gibt seine Adresse aus; sie steht nur hier.")
@click.option("--audience", type=click.Choice(["council"]), required=True, help="Für wen.")
@click.option("--label", required=True, help="Wofür der Link ist, zum Beispiel „Ausschuss Dezember“.")
@click.option("--expires", type=DATE, help="Letzter Tag; sonst der Tag nach der nächsten Beratung oder 90 Tage.")
@click.option("--pin", type=_ID, help="Nummer einer Veröffentlichung, bei der der Link bleibt.")
@click.option("--sitting", type=DATE, help="Tag der Sitzung, zu der dieser Stand gehört; nur mit --pin.")
@click.option("--password", is_flag=True, help="Mit Kennwort; es wird erfragt oder von der Standardeingabe gelesen.")
def create_command(
    audience: str, label: str, expires: datetime | None, pin: int | None, sitting: datetime | None, *, password: bool
) -> None:
    """Print the address alone."""
    wish = {
        "label": label,
        "audience": audience,
        "expires_on": day(expires),
        "pin": pin,
        "sitting_on": day(sitting),
        "password": password_from(sys.stdin) if password else None,
    }
    command = CreateLiveLink.model_validate(wish)
    with writing() as session:
        issued = links.create_live_link(session, command, by=SYSTEM, key=settings().secret())
    click.echo(address(f"/rat/{issued.token}"))


@link.command("list", help="Listet alle Live-Links auf; ihre Adressen stehen nirgends.")
@_JSON
def list_links(*, as_json: bool) -> None:
    """Print all live links."""
    with looking() as session:
        found = links.list_live_links(session, by=SYSTEM)
    if as_json:
        print_json(links.as_json(found))
        return
    for one in found:
        expires = date_de(one.expires) if one.expires else UNDEFINED
        line = {"id": one.id, "state": _state(one), "expires": expires, "views": one.views, "label": one.label}
        click.echo(wording.LINK_LINE.format(**line))


@link.command("revoke", help="Zieht einen Live-Link zurück; seine Adresse ist sofort tot.")
@click.argument("identifier", metavar="ID", type=_ID)
def revoke_command(identifier: int) -> None:
    """Revoke a live link."""
    with writing() as session:
        links.revoke_live_link(session, RevokeLiveLink(link_id=identifier), by=SYSTEM)


@link.command("rotate", help="Gibt einem Live-Link eine neue Adresse; die alte ist sofort tot.")
@click.argument("identifier", metavar="ID", type=_ID)
def rotate_command(identifier: int) -> None:
    """Print the new address alone."""
    with writing() as session:
        command = RotateLiveLink(link_id=identifier)
        issued = links.rotate_live_link(session, command, by=SYSTEM, key=settings().secret())
    click.echo(address(f"/rat/{issued.token}"))


@link.command("password", help="Gibt einem Live-Link ein neues Kennwort; es wird erfragt, wie bei „bk link create“.")
@click.argument("identifier", metavar="ID", type=_ID)
@click.option("--none", "without", is_flag=True, help="Das Kennwort entfällt.")
def password_command(identifier: int, *, without: bool) -> None:
    """Change or drop the password of a link."""
    wish = {"link_id": identifier, "password": None if without else password_from(sys.stdin)}
    command = ChangeLiveLinkPassword.model_validate(wish)
    with writing() as session:
        links.change_live_link_password(session, command, by=SYSTEM)


def _state(one: links.ListedLink) -> str:
    if one.revoked is not None:
        return wording.LINK_REVOKED
    return wording.LINK_EXPIRED if one.expires is not None and one.expires < today() else wording.LINK_ALIVE


def _plain(one: Release) -> dict[str, object]:
    return {"number": one.number, "made_at": one.made_at, "data_version": one.data_version, "digest": one.digest}


COMMANDS = (release, link)
