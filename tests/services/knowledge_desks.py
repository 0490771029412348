"""A partnership to which settings sent their spot checks, or told counts of them with their return."""

from pathlib import Path

from msgspec.structs import replace

from compact_tui.core.return_standing import ReturnKnown, ReturnSeen, ReturnShown, ReturnStanding
from compact_tui.core.returns import Return, with_digest
from compact_tui.core.spot import AskedBy, Heard
from compact_tui.exchange.spot_json import SpotRows, write_rows
from compact_tui.services.collecting import collect
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership_book import keep
from tests.services.collect_desks import entry, partnership, posted, return_by


def heard(number: int, topic: str, *levels: str, on: str = "2026-12-01", unsafe: bool = False) -> tuple[Heard, ...]:
    """What staff of a setting said to questions of a topic."""
    return tuple(
        Heard(
            id=f"h-{number}-{topic}-{at}",
            check="k-1",
            question="q-1",
            fact="f",
            topic=topic,
            bank="umbrellas",
            edition="1",
            group="Porters",
            on=on,
            level=level,
            unsafe=unsafe,
            note="Bob said so",
            initials="BB",
        )
        for at, level in enumerate(levels)
    )


def rows(number: int, *said: Heard) -> bytes:
    """The spot checks of a setting of the register as the file it sends; of nobody for number 0."""
    whose = (AskedBy(id=f"set-{number}", register_id=f"G{number}", name=f"Gallery {number}"),) if number else ()
    return write_rows(SpotRows(heard=said, setting=whose), "2026-12-02")


def send(desk: Desk, folder: Path, name: str, data: bytes) -> None:
    """Collect one file."""
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.json").write_bytes(data)
    collect(desk, [folder / f"{name}.json"])


def knowing_desk(root: Path) -> Desk:
    """A desk of a partnership to which five schools and five nurseries sent answers, and six tell with their return.

    Of tickets a school knew one of two answers, a nursery both; of racks only two schools were asked.
    """
    desk = partnership(root, settings=5)
    more = [entry(number, sector="early-years", kind="nursery") for number in range(6, 11)]
    more += [entry(number) for number in range(11, 17)]
    keep(desk, "register-import", "register", tuple(edit("register", one.id, None, one) for one in more))
    folder = root / "in"
    for number in range(1, 11):
        levels = ("full", "not-yet") if number <= 5 else ("full", "full")  # noqa: PLR2004 - the schools
        racks = heard(number, "rack", "partial") if number in {1, 2} else ()
        send(desk, folder, f"s{number}", rows(number, *heard(number, "tickets", *levels), *racks))
    collect(desk, [posted(root / "returns", *(return_telling(number) for number in range(11, 17)))])
    return desk


def return_telling(number: int, standard: str = "u2", full: int = 3, last: str = "2026-11-20") -> Return:
    """A return that tells that some of four answers on a standard were known."""
    told = ReturnStanding(
        id=standard,
        counted_on="2026-12-01",
        known=ReturnKnown(answers=4, full=full, last=last),
        shown=ReturnShown(audits=0, yes=0, partly=0, no=0, last=""),
        seen=ReturnSeen(items=0, right=0, last=""),
    )
    plain = return_by(number)
    asked = replace(plain.pack, id="umbrella-care", edition="2026.1")
    return with_digest(replace(plain, pack=asked, standing=(told,)))
