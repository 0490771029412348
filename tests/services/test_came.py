"""A file that came by email is told for what it is, and taken by the verb of its kind, or left as it is."""

import os
from pathlib import Path

import pytest

from compact_tui.core.came import KINDS
from compact_tui.core.errors import CompactError, FileNotAcceptableError, UsageError
from compact_tui.exchange.receipt_json import read_receipt
from compact_tui.exchange.reply_json import encode_reply
from compact_tui.exchange.return_json import encode
from compact_tui.services import answering, returns, spot_exchange, walk_exchange
from compact_tui.services.allocating import allocate
from compact_tui.services.books import open_audit
from compact_tui.services.came import look_at_came, preview_came, take_came
from compact_tui.services.collect_letters import make_receipts
from compact_tui.services.collected import returns_here
from compact_tui.services.collecting import collect
from compact_tui.services.desk import Desk
from compact_tui.services.history import undo
from compact_tui.services.part_opening import open_part
from compact_tui.services.reading_files import export_reading
from compact_tui.services.replies_in import show_reply
from compact_tui.services.settings import typed_setting
from tests.exchange.test_came_kinds import headed, mail
from tests.reply_samples import file_in, reply
from tests.services.collect_desks import partnership, return_by
from tests.services.desks import desk_in, reopened, started
from tests.services.part_desks import lender, lent, opened_by, sent_back
from tests.services.test_requests import file_of, request


@pytest.fixture
def school(tmp_path: Path) -> Desk:
    return started(tmp_path / "school", name="Gallery 1", register_id="G1")


@pytest.fixture
def office(tmp_path: Path) -> Desk:
    return partnership(tmp_path / "office")


def saved(folder: Path, name: str, data: bytes) -> str:
    path = folder / name
    path.write_bytes(data)
    return str(path)


def test_a_reply_in_an_email_is_opened_as_if_it_had_been_saved_by_itself(school: Desk, tmp_path: Path) -> None:
    file = saved(tmp_path, "post.eml", mail(("your reply.json", encode_reply(reply())), ("x.png", b"x")))
    before = sorted(tmp_path.iterdir())

    view = look_at_came(school, f'  "{file}" ')
    done = take_came(school, file)

    assert view.sentence == "This is a partnership's reply to a return."
    assert (done.place, done.sentence[:39]) == ("reply", "Rain partnership replied to your return")
    assert show_reply(reopened(school)).id == "rp-1"
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_on_the_wrong_side_it_is_said_where_it_is_opened(kind: str) -> None:
    known = KINDS[kind]

    assert known.elsewhere or {"setting", "partnership"} <= set(known.ways), kind


@pytest.mark.parametrize(
    ("format_", "sentence"),
    [
        ("compact-return", "This is a setting's return: it is opened on the partnership's computer. "
         "Nothing was changed."),
        ("compact-reading", "This is a reader's share of returns: whoever reads for the partnership opens it in an "
         "empty folder of their own, with --workspace FOLDER. Nothing was changed."),
        ("invoice", "This is nothing that this program knows: if somebody sent it for this program, ask them to attach "
         "the file itself, unchanged. Nothing was changed."),
    ],
)  # fmt: skip
def test_a_setting_is_told_what_is_not_for_it(school: Desk, tmp_path: Path, format_: str, sentence: str) -> None:
    file = saved(tmp_path, "a.json", headed(format_))

    assert look_at_came(school, file).sentence == sentence
    for verb in (take_came, preview_came):
        with pytest.raises(UsageError, match="This is") as told:
            verb(school, file)
        assert told.value.message == sentence


@pytest.mark.parametrize("name", ["~nobody-of-this-name/x.json", "a" * 5000])
def test_what_cannot_be_a_file_is_told_like_one_that_is_not_there(school: Desk, name: str) -> None:
    with pytest.raises(FileNotAcceptableError, match="cannot be the name of a file"):
        look_at_came(school, name)


def test_what_is_too_large_is_told_and_where_a_large_mailbox_goes(
    school: Desk, office: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("compact_tui.services.came.LARGEST", 10)
    file = saved(tmp_path, "post.mbox", b"From somebody\n")

    told = []
    for desk in (school, office):
        with pytest.raises(FileNotAcceptableError) as error:
            look_at_came(desk, file)
        told.append(error.value.hint)

    assert "Nothing that is sent for this program is so large." in told[0]
    assert told[1] == f"{told[0]} A mailbox of any size is taken in by Collect."


def test_a_pipe_is_no_file(school: Desk, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")

    with pytest.raises(FileNotAcceptableError, match="no file but a pipe"):
        look_at_came(school, str(tmp_path / "pipe.json"))


def test_a_partnership_is_told_what_is_for_a_setting(office: Desk, tmp_path: Path) -> None:
    view = look_at_came(office, str(file_in(tmp_path)))

    assert view.sentence == (
        "This is a partnership's reply to a return: it is opened on the computer of the setting. Nothing was changed."
    )


def test_a_receipt_is_noted_beside_its_return(school: Desk, office: Desk) -> None:
    answering.answer(school, "u1-ticket", "in-hand")
    made = returns.make(school)
    collect(office, [Path(made.return_file)])
    file = next(Path(make_receipts(office).folder).glob("*-receipt.json"))

    done = take_came(school, str(file))

    assert done.place == "return"
    assert open_audit(reopened(school)).audit.returns[-1].receipt_ref == read_receipt(file.read_bytes()).id


def test_a_request_is_shown_first_and_then_taken(school: Desk, tmp_path: Path) -> None:
    file = file_of(tmp_path, request())

    shown = preview_came(school, file).request
    assert shown is not None
    assert not shown.taken
    assert "is taken" in take_came(school, file).sentence
    assert typed_setting(reopened(school))["return_to"] != ""


def test_a_file_that_is_another_than_was_looked_at_is_not_taken(school: Desk, tmp_path: Path) -> None:
    file = file_of(tmp_path, request())
    seen = look_at_came(school, file).sha256
    Path(file).write_bytes(Path(file).read_bytes() + b"\n")

    for verb in (preview_came, take_came):
        with pytest.raises(FileNotAcceptableError, match="has changed since you looked at it"):
            verb(school, file, seen=seen)
    assert typed_setting(reopened(school))["return_to"] == ""
    take_came(school, file, seen=look_at_came(school, file).sha256)
    assert typed_setting(reopened(school))["return_to"] != ""


def test_a_part_that_came_back_is_merged_and_undo_takes_it_back(tmp_path: Path) -> None:
    desk = lender(tmp_path)
    there = opened_by(desk, lent(desk, "u2", "Stewards"), tmp_path / "there")
    answering.answer(there, "u2-watch", "in-hand", note="Two on the door.")
    file = saved(tmp_path, "back.eml", mail(("back.json", sent_back(there).read_bytes())))

    shown = preview_came(desk, file).merge
    assert shown is not None
    assert (shown.done, shown.theirs) == (False, 2)
    done = take_came(desk, file)
    assert done.merge is not None
    assert answering.show_criterion(reopened(desk), "u2-watch").note == "Two on the door."
    undo(desk)
    assert answering.show_criterion(reopened(desk), "u2-watch").note != "Two on the door."


def test_a_part_that_was_lent_to_us_is_opened_beside_the_email(school: Desk, tmp_path: Path) -> None:
    desk = lender(tmp_path / "lender")
    file = saved(tmp_path, "lent.eml", mail(("part.json", lent(desk, "u2", "Stewards").read_bytes())))

    told = preview_came(school, file)
    done = take_came(school, file)

    folder = tmp_path / "part-stewards-brolly-house"
    assert str(folder) in told.lines[1]
    assert (folder / "setting.json").is_file()
    assert str(folder) in done.lines[0]
    plain = open_part(school, {"file": str(lent(desk, "u3", "Door")), "folder": ""})
    assert Path(plain.folder).name == "part-door-brolly-house"


def test_rows_of_another_computer_are_looked_at_and_taken(school: Desk, tmp_path: Path) -> None:
    other = started(tmp_path / "other", name="Gallery 1")
    spot_exchange.export_rows(other, tmp_path / "rows.json")
    walk_exchange.export_walks(other, tmp_path / "walks.json")

    for name, place in (("rows.json", "spot"), ("walks.json", "boards")):
        file = str(tmp_path / name)
        assert preview_came(school, file).lines[0].startswith("0 records would be taken in")
        done = take_came(school, file)
        assert (done.sentence[:21], done.place) == ("0 records taken in, 0", place)


def test_a_question_bank_is_looked_at_before_it_is_taken(school: Desk, tmp_path: Path) -> None:
    file = saved(tmp_path, "own.gift", b"::Rain:: What keeps us dry? {=A roof ~A hope}")

    told = preview_came(school, file)
    assert told.lines[-1] == "Nothing was written."
    done = take_came(school, file)
    assert done.place == "banks"
    assert len(list(school.workspace.banks_folder.glob("*.toml"))) == 1


def test_a_copy_of_our_own_book_is_merged(school: Desk, tmp_path: Path) -> None:
    book = next(iter(school.workspace.audit_paths()))
    file = saved(tmp_path, "from-a-stick.json", book.read_bytes())

    shown = preview_came(school, file).merge
    assert shown is not None
    assert shown.theirs == 0
    with pytest.raises(FileNotAcceptableError):
        preview_came(desk_in(tmp_path / "empty"), file)


def test_what_is_collected_is_one_row_whatever_it_came_in(office: Desk, tmp_path: Path) -> None:
    two = mail(("a.json", encode(return_by(1))), ("b.json", encode(return_by(2))), ("c.json", b'{"format"'))
    view = look_at_came(office, saved(tmp_path, "post.eml", two))

    assert [(line.id, line.words, line.way) for line in view.lines] == [
        ("collect", "2 times a setting's return", "collect"),
        ("2", "a damaged file", ""),
    ]
    assert view.sentence == "2 things came in it, 1 of which can be opened here."
    assert preview_came(office, view.file).lines[0] == view.lines[0].sentence
    done = take_came(office, view.file)
    assert (done.place, done.sentence[:15]) == ("collect", "2 returns taken")
    assert any("c.json" in line for line in done.lines)
    assert done.word == "taken"
    wrong = take_came(office, saved(tmp_path, "w.json", headed("compact-return")))
    assert (wrong.state, wrong.word) == ("attention", "put aside")
    assert len(returns_here(reopened(office)).returns) == 2


def test_a_readers_share_is_opened_in_an_empty_folder_and_the_decisions_come_back(office: Desk, tmp_path: Path) -> None:
    take_came(office, saved(tmp_path, "r.json", encode(return_by(1))))
    allocate(office, {"readers": "Sam Hill"})
    out = export_reading(office, {"reader": "Sam Hill"}).path
    reader = desk_in(tmp_path / "reader")

    assert str(tmp_path / "reader") in preview_came(reader, out).lines[0]
    assert take_came(reader, out).place == "partnership"
    back = export_reading(reopened(reader), {}).path
    shown = preview_came(office, back).merge
    assert shown is not None
    assert take_came(office, back).place == "readqueue"


def test_of_several_one_has_to_be_named(school: Desk, tmp_path: Path) -> None:
    both = mail(("a.json", encode_reply(reply())), ("b.gift", b"x"), ("c.json", headed("compact-return")))
    file = saved(tmp_path, "post.eml", both)

    for line, words in (("", "It is not said which"), ("9", "It is not said which"), ("2", "This is a setting's ret")):
        with pytest.raises(UsageError, match=words):
            take_came(school, file, line)
    assert take_came(school, file, "0").place == "reply"


def test_a_pack_leads_to_its_place(school: Desk, tmp_path: Path) -> None:
    done = take_came(school, saved(tmp_path, "pack.toml", b'[pack]\nid = "x"\n'))

    assert (done.place, done.lines) == ("packs", ("Press enter: the place of audit packs takes it, by its path.",))


@pytest.mark.parametrize(
    ("named", "words"),
    [
        ("  ", "No file is named."),
        ("{here}", "is a folder"),
        ("{here}/school", "compact-tui --workspace"),
        ("{here}/office", "compact-tui --workspace"),
        ("{here}/gone.json", "is not there"),
    ],
)
@pytest.mark.usefixtures("office")
def test_what_is_no_file_is_said(school: Desk, tmp_path: Path, named: str, words: str) -> None:
    with pytest.raises(CompactError) as told:
        look_at_came(school, named.format(here=tmp_path))

    assert words in f"{told.value.message} {told.value.hint}"


def test_a_workspace_of_both_sides_opens_what_is_for_either(office: Desk, tmp_path: Path) -> None:
    started(office.workspace.root, name="Gallery 1")
    desk = reopened(office)

    assert [look_at_came(desk, saved(tmp_path, f"{kind}.json", headed(kind))).lines[0].way
            for kind in ("compact-return", "compact-reply")] == ["collect", "open"]  # fmt: skip
