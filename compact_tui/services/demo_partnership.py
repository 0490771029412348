"""A made-up partnership with its settings and everything they sent, to practise a whole year on."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from msgspec.structs import replace

from compact_tui.core.audit_views import View
from compact_tui.core.cohort import FATES, CohortSetting, Draw, cohort
from compact_tui.core.cohort_return import cohort_return, setting_id
from compact_tui.core.cohort_spot import DemoTopics, cohort_heard, sends_spot_checks
from compact_tui.core.errors import UsageError
from compact_tui.core.pack import AuditPack
from compact_tui.core.spot import AskedBy
from compact_tui.core.text import count
from compact_tui.core.variation import for_variation
from compact_tui.exchange.cohort_mail import archive_of, hostile_files, mail_with, mailbox_of
from compact_tui.exchange.return_json import encode
from compact_tui.exchange.spot_json import SpotRows, write_rows
from compact_tui.services.demo import empty_folder
from compact_tui.services.desk import Desk
from compact_tui.services.packs import pack_for
from compact_tui.services.partnership import keep_contact, start_partnership
from compact_tui.services.register import import_register
from compact_tui.storage.atomic import make_folder, write_atomically
from compact_tui.storage.content import read_content

SETTINGS, MOST = 200, 100_000
_OURS, _THEIRS = "Portsmouth", "Southampton"
_COLUMNS = ("id", "name", "sector", "kind", "contact_name", "contact_email", "other_areas")
_FILE, _MAIL, _MAILBOX, _ARCHIVE = "file", "mail", "mailbox", "archive"


class CohortMade(View, frozen=True, kw_only=True):
    """What was made."""

    folder: str
    inbox: str
    """The folder to collect from."""
    last_round: str
    """The folder with the returns of the round before."""
    register: str
    settings: int
    seed: int
    fates: tuple[tuple[str, int], ...]
    """How many settings there are of each fate."""
    returns: int
    """Returns of this round that can be taken, each counted once."""
    sentence: str


def demo_partnership(desk: Desk, *, settings: int = SETTINGS, seed: int = 1) -> CohortMade:
    """Make a partnership in the desk's workspace, which must be empty or not there yet; nothing is collected yet.

    The same number of settings, seed and day give the same files.

    Args:
        desk: Where, when and who.
        settings: How many settings its register has.
        seed: Which cohort.

    Raises:
        UsageError: If something is there already, or the number cannot be used.
        WorkspaceError: If anything cannot be written.
    """
    if not 1 <= settings <= MOST:
        raise UsageError(f"A cohort has from 1 to {MOST:,} settings.", "Nothing was made.")
    root = empty_folder(desk)
    every = tuple(cohort(settings, seed, _THEIRS))
    register = root / "register.csv"
    _start(desk, every, register)
    inbox, before = root / "inbox", root / "last-round"
    returns = _write_inbox(desk, inbox, every, seed)
    make_folder(before)
    for one in every[:: 3 if settings > MOST // 50 else 1]:
        if Draw(seed, one.number, "before").part() < 0.7:
            write_atomically(before / f"{one.entry.id}.json", _encoded(desk, one, seed, rounds_ago=1))
    fates = Counter(one.fate for one in every)
    return CohortMade(
        folder=str(root),
        inbox=str(inbox),
        last_round=str(before),
        register=str(register),
        settings=settings,
        seed=seed,
        fates=tuple((fate, fates[fate]) for fate in FATES),
        returns=returns,
        sentence=f"A made-up partnership with {count(settings, 'setting')} is in {root}. "
        f"{count(returns, 'return')} can be collected.",
    )


def _start(desk: Desk, every: tuple[CohortSetting, ...], register: Path) -> None:
    typed = {
        "name": "Made-up Safeguarding Partnership",
        "area": _OURS,
        "cycle": _cycle(desk),
        "due": _due(desk).isoformat(),
        "return_to": "returns@partnership.example",
        "other_areas": f"{_THEIRS} = returns@other-area.example",
    }
    start_partnership(desk, typed)
    for what, name, value in (
        ("social-care", "Children's social care", "023 9200 0002"),
        ("out-of-hours", "Out of hours", "0300 555 1373"),
        ("lado", "Designated officer", "023 9200 0004"),
    ):
        keep_contact(desk, {"what": what, "name": name, "value": value, "checked_on": desk.today, "source": "made up"})
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(_COLUMNS)
    for one in every:
        said = [getattr(one.entry, name) for name in _COLUMNS]
        rows.writerow([", ".join(value) if isinstance(value, tuple) else value for value in said])
    write_atomically(register, text.getvalue().encode())
    import_register(desk, register)


def _write_inbox(desk: Desk, inbox: Path, every: tuple[CohortSetting, ...], seed: int) -> int:
    """Everything that came in, each thing in what it came; how many returns of it can be taken."""
    make_folder(inbox)
    topics = read_content("demo/known.toml", DemoTopics)
    mails: list[bytes] = []
    packed: list[tuple[str, bytes]] = []
    sound, returns = b"", 0
    for one in every:
        for at, data in enumerate(_sent(desk, one, seed), 1):
            returns += one.fate != "damaged" and not (one.fate == "twice" and at > 1)
            sound = sound or (data if one.fate != "damaged" else b"")
            name = f"{one.entry.id}-{at}.json"
            mail = mail_with(one.entry.contact_email, f"Our return: {one.entry.name}", name, data)
            way = Draw(seed, one.number, "way").weighed((_FILE, _MAIL, _MAILBOX, _ARCHIVE), (55, 25, 12, 8), at)
            if way == _FILE:
                write_atomically(inbox / name, data)
            elif way == _MAIL:
                write_atomically(inbox / f"{one.entry.id}-{at}.eml", mail)
            elif way == _MAILBOX:
                mails.append(mail)
            else:
                packed.append((name, data))
        if sends_spot_checks(one, seed):
            write_atomically(inbox / f"{one.entry.id}-spot-checks.json", _spot_checks(desk, one, seed, topics))
    if mails:
        write_atomically(inbox / "exported.mbox", mailbox_of(mails))
    if packed:
        write_atomically(inbox / "from-the-council.zip", archive_of(packed))
    make_folder(inbox / "odd")
    for name, data in hostile_files(sound):
        write_atomically(inbox / "odd" / name, data)
    return returns


def _spot_checks(desk: Desk, one: CohortSetting, seed: int, topics: DemoTopics) -> bytes:
    checks, heard = cohort_heard(one, topics.topic, seed, _due(desk).isoformat())
    whose = AskedBy(id=setting_id(one, seed), register_id=one.entry.id, name=one.entry.name)
    return write_rows(SpotRows(checks=checks, heard=heard, setting=(whose,)), desk.today)


def _sent(desk: Desk, one: CohortSetting, seed: int) -> Iterator[bytes]:
    """What a setting sent, in the order in which it did."""
    if one.fate == "never":
        return
    first = _encoded(desk, one, seed)
    yield first[: len(first) * 2 // 3] if one.fate == "damaged" else first
    if one.fate == "twice":
        yield first
    elif one.fate == "resent":
        yield _encoded(desk, one, seed, again=True)


def _encoded(desk: Desk, one: CohortSetting, seed: int, *, again: bool = False, rounds_ago: int = 0) -> bytes:
    pack, variation = _pack(one)
    days = Draw(seed, one.number, "day").number(2, 70)
    day = _due(desk) + timedelta(days=days % 12 + 1 if one.fate == "late" else -days)
    return encode(
        cohort_return(
            one,
            pack,
            seed,
            variation=variation,
            cycle=_cycle(desk, rounds_ago),
            made_on=(day + timedelta(days=1 if again else 0) - timedelta(days=730 * rounds_ago)).isoformat(),
            areas=(_OURS, *one.entry.other_areas),
            again=again,
        )
    )


_SEEN: dict[tuple[str, bool], tuple[AuditPack, str]] = {}
"""The packs as sectors see them, which are the same for every cohort."""


def _pack(one: CohortSetting) -> tuple[AuditPack, str]:
    key = (one.entry.sector, one.fate == "earlier-edition")
    if key not in _SEEN:
        pack = pack_for(one.entry.sector)
        variation = next((v.id for v in pack.variation if v.sector == one.entry.sector), "")
        seen = for_variation(pack, variation)
        if key[1]:
            seen = replace(seen, pack=replace(seen.pack, edition=f"before {seen.pack.edition}"))
        _SEEN[key] = (seen, variation)
    return _SEEN[key]


def _due(desk: Desk) -> date:
    return date.fromisoformat(desk.today) - timedelta(days=14)


def _cycle(desk: Desk, rounds_ago: int = 0) -> str:
    year = int(desk.today[:4]) - 2 * rounds_ago
    return f"{year}-{year + 2}"
