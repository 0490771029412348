"""Collecting what settings sent: each return counts once, in whatever it came, however often work was broken off."""

import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.collect_views import Collected
from compact_tui.core.partnership import Match, PartnershipHead, RegisterEntry
from compact_tui.core.returns import Return, with_digest
from compact_tui.exchange.return_json import encode
from compact_tui.services import collecting
from compact_tui.services.collecting import collect
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership_book import begin_partnership, keep
from compact_tui.storage.originals import originals_in
from compact_tui.storage.return_index import ReturnIndex
from tests.samples import lamp_return, setting
from tests.services.desks import desk_in


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = desk_in(tmp_path / "partnership")
    head = PartnershipHead(id="p-1", name="Lamp partnership", pack="lamps", edition="1", cycle="2026-2028")
    register = [RegisterEntry(id=f"G{n}", name=f"Gallery {n}", sector="education") for n in range(1, 9)]
    edits = [edit("partnership", head.id, None, head), *(edit("register", one.id, None, one) for one in register)]
    begin_partnership(made, "partnership-start", "started", tuple(edits))
    return made


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def _return(number: int, return_id: str = "", **changes: object) -> Return:
    made = lamp_return(who=setting(id=f"set-{number}", name=f"Gallery {number}", register_id=f"G{number}"))
    return with_digest(replace(made, id=return_id or f"r-{number}", **changes))


def _here(desk: Desk) -> list[tuple[str, str, bool]]:
    with ReturnIndex(desk.workspace.index_path) as index:
        return [(row.id, row.entry, row.current) for row in index.returns()]


def _counts(made: Collected) -> tuple[int, int, int, int]:
    return (made.accepted, made.duplicates, made.superseded, len(made.quarantined))


def test_a_return_is_taken_once_and_a_second_run_changes_nothing(desk: Desk, inbox: Path) -> None:
    (inbox / "one.json").write_bytes(encode(_return(1)))
    (inbox / "the same again.json").write_bytes(encode(_return(1)))

    first, second = collect(desk, [inbox]), collect(desk, [inbox])

    assert (_counts(first), _counts(second)) == ((1, 1, 0, 0), (0, 2, 0, 0))
    assert _here(desk) == [("r-1", "G1", True)]
    assert [path.read_bytes() for path in originals_in(desk.workspace.originals_folder)] == [encode(_return(1))]


def test_what_the_program_itself_keeps_is_left_out_and_what_settings_send_from_theirs_is_found(
    desk: Desk, inbox: Path
) -> None:
    root = desk.workspace.root
    (inbox / "one.json").write_bytes(encode(_return(1)))
    collect(desk, [inbox])
    own = ("received/x.json", "sent/y/reply.json", "backups/z.json", "facts/a.json", "partnership.q-1.pack.json")
    for name in (*own, "mail/two.json"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(encode(_return(2)) if name.startswith("mail") else b'{"format": "elsewhere"}')
    theirs = root / "mail" / "Gallery 3"
    for name in ("setting.json", "audits/b.json", "sent/return.json"):
        (theirs / name).parent.mkdir(parents=True, exist_ok=True)
        (theirs / name).write_bytes(encode(_return(3)) if name.startswith("sent") else b"{}")

    collected = collect(desk, [root])

    assert (collected.accepted, len(collected.quarantined)) == (2, 0)
    assert [row[0] for row in _here(desk)] == ["r-1", "r-2", "r-3"]


@pytest.mark.parametrize("order", ["ab", "ba"])
def test_a_later_return_takes_the_place_of_the_earlier_in_whatever_order_they_come(
    desk: Desk, inbox: Path, order: str
) -> None:
    made = {"a": _return(1, "r-a"), "b": _return(1, "r-b", supersedes="r-a", made_on="2026-12-05")}
    for at, which in enumerate(order):
        (inbox / f"{at}.json").write_bytes(encode(made[which]))

    collected = collect(desk, [inbox])

    assert _counts(collected) == (2, 0, 1, 0)
    assert _here(desk) == [("r-a", "G1", False), ("r-b", "G1", True)]


def test_mails_and_archives_are_opened_and_what_else_is_in_them_passed_over(desk: Desk, inbox: Path) -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "lead@gallery.example", "Our return"
    mail.set_content("Attached.")
    mail.add_attachment(encode(_return(1)), maintype="application", subtype="json", filename="r.json")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    (inbox / "mail.eml").write_bytes(mail.as_bytes())
    with zipfile.ZipFile(inbox / "rest.zip", "w") as packed:
        packed.writestr("two.json", encode(_return(2)))
        packed.writestr("notes.txt", "hello")
    (inbox / "in.mbox").write_bytes(
        b"From x Thu Dec  3 10:00:00 2026\n"
        + mail.as_bytes()
        + b"\nFrom x Thu Dec  3 11:00:00 2026\n"
        + mail.as_bytes()
    )

    collected = collect(desk, [inbox])

    assert _counts(collected) == (2, 2, 0, 0)
    assert collected.passed == 4


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("cut.json", encode(_return(1))[:-200], "This file cannot be taken as a return"),
        ("altered.json", encode(_return(1)).replace(b'"bright"', b'"dim"', 1), "This return was damaged or altered"),
        ("other.json", b'{"format": "shopping-list"}', "This file is not a return of a Compact audit"),
        ("deep.json", b'{"a":' + b"[" * 100_000, "This file cannot be taken as a return"),
        ("empty.json", b"", "This file cannot be taken as a return"),
        ("no text.json", b'{"format":"\xff\xfe"}', "This file cannot be taken as a return"),
        ("cut.zip", b"PK\x03\x04", "It could not be opened: the archive is damaged"),
    ],
)
def test_what_is_not_sound_is_put_aside_with_its_reason_and_the_rest_is_taken(
    desk: Desk, inbox: Path, name: str, data: bytes, reason: str
) -> None:
    (inbox / name).write_bytes(data)
    (inbox / "sound.json").write_bytes(encode(_return(2)))

    collected = collect(desk, [inbox])

    assert _counts(collected) == (1, 0, 0, 1)
    assert collected.quarantined[0].file == name
    assert collected.quarantined[0].reason.startswith(reason)


def test_another_content_under_a_known_id_is_put_aside(desk: Desk, inbox: Path) -> None:
    (inbox / "a.json").write_bytes(encode(_return(1)))
    (inbox / "b.json").write_bytes(encode(_return(1, made_on="2026-12-09")))

    collected = collect(desk, [inbox])

    assert _counts(collected) == (1, 0, 0, 1)
    assert "here already, with other content" in collected.quarantined[0].reason


def test_a_return_of_nobody_in_the_register_is_kept_and_waits_for_a_person(desk: Desk, inbox: Path) -> None:
    stranger = with_digest(
        replace(_return(1), id="r-x", setting=replace(_return(1).setting, name="Moon", register_id=""))
    )
    (inbox / "x.json").write_bytes(encode(stranger))

    collected = collect(desk, [inbox])

    assert (collected.accepted, collected.unmatched) == (1, 1)
    assert _here(desk) == [("r-x", "", True)]


def test_what_a_person_decided_before_holds_when_the_index_is_made_anew(desk: Desk, inbox: Path) -> None:
    (inbox / "1.json").write_bytes(encode(_return(1)))
    keep(desk, "match", "matched", (edit("matches", "r-1", None, Match(id="r-1", entry="G7")),))

    collect(desk, [inbox])

    assert _here(desk) == [("r-1", "G7", True)]


class _Killed(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("at", range(12))
def test_work_that_was_killed_and_run_again_equals_work_that_was_not(
    desk: Desk, inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    for number in range(1, 5):
        (inbox / f"{number}.json").write_bytes(encode(_return(number)))
    (inbox / "5 later.json").write_bytes(encode(_return(1, "r-1b", supersedes="r-1", made_on="2026-12-09")))
    steps = iter(range(100))

    def dying(name: str) -> None:
        real = getattr(collecting, name)

        def one(*args: object, **options: object) -> object:
            if next(steps) == at:
                raise _Killed
            return real(*args, **options)

        monkeypatch.setattr(collecting, name, one)

    with monkeypatch.context():
        for name in ("keep_original", "put_return", "settle"):
            dying(name)
        with pytest.raises(_Killed):
            collect(desk, [inbox])
    monkeypatch.undo()
    collect(desk, [inbox])

    assert _here(desk) == [
        ("r-1", "G1", False),
        ("r-1b", "G1", True),
        ("r-2", "G2", True),
        ("r-3", "G3", True),
        ("r-4", "G4", True),
    ]
    assert len(list(originals_in(desk.workspace.originals_folder))) == 5


def test_work_that_is_stopped_says_so_and_goes_on_where_it_ended(desk: Desk, inbox: Path) -> None:
    for number in range(1, 5):
        (inbox / f"{number}.json").write_bytes(encode(_return(number)))

    first = collect(desk, [inbox], lambda done, of: done < 2)
    second = collect(desk, [inbox], lambda done, of: True)

    assert (first.accepted, first.stopped) == (2, True)
    assert first.sentence.endswith("Stopped; run it again to go on.")
    assert (_counts(second), second.stopped) == ((2, 2, 0, 0), False)
