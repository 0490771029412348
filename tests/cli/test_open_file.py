"""Opening a file that came by email by one command."""

from pathlib import Path

from compact_tui.services import answering
from tests.cli.conftest import SMALL_PACK, Run
from tests.exchange.test_came_kinds import headed, mail
from tests.reply_samples import file_in
from tests.services.desks import reopened
from tests.services.part_desks import lender, lent, opened_by, sent_back
from tests.services.test_requests import file_of, request


def _begun(run: Run) -> None:
    run("setup", "--name", "Brolly House", "--sector", "education")
    run("audit", "start", "--cycle", "2026-2028", "--pack", str(SMALL_PACK))


def test_a_reply_is_opened_at_once(run: Run, tmp_path: Path) -> None:
    _begun(run)

    looked = run("open", str(file_in(tmp_path)), "--dry-run")
    assert looked.out.startswith("This is a partnership's reply to a return.\nNothing was changed.")
    assert run("return", "open").code != 0
    done = run("open", str(file_in(tmp_path)), "--json").data
    assert done["place"] == "reply"
    assert run("return", "open").code == 0


def test_a_request_is_confirmed_first(run: Run, tmp_path: Path) -> None:
    _begun(run)
    file = file_of(tmp_path, request())

    assert "Nothing was taken." in run("open", file).err
    assert "is taken" in run("open", file, "--yes").out


def test_of_several_the_list_says_how_to_name_one_and_what_is_not_for_us_ends_with_3(run: Run, tmp_path: Path) -> None:
    _begun(run)
    file, other = tmp_path / "post.eml", tmp_path / "other.json"
    file.write_bytes(mail(("a.json", file_in(tmp_path).read_bytes()), ("b.gift", b"::x:: Why? {=A ~B}")))
    other.write_bytes(headed("compact-return"))

    unsaid = run("open", str(file), "--yes")
    assert (unsaid.code, "It is not said which of them." in unsaid.err) == (2, True)
    listed = run("open", str(file))
    assert "Take one with: compact-tui open FILE --which ID" in listed.out
    assert [line["id"] for line in run("open", str(file), "--json").data["lines"]] == ["0", "1"]
    assert "replied" in run("open", str(file), "--which", "0").out
    assert run("open", str(file), "--which", "7", "--yes").code == 2
    assert run("open", str(file), "--which", "7", "--dry-run").code == 2
    refused = run("open", str(other))
    assert (refused.code, refused.out.startswith("This is a setting's return: it is opened on the")) == (3, True)


def test_a_part_that_both_changed_says_how_to_choose_and_ends_with_1(run: Run, tmp_path: Path) -> None:
    desk = lender(tmp_path)
    here = ("--workspace", str(desk.workspace.root))
    there = opened_by(desk, lent(desk, "1", "Porters"), tmp_path / "there")
    answering.write_note(there, "u1-ticket", "Nine.")
    answering.write_note(desk, "u1-ticket", "Eight.")
    file = str(sent_back(there))

    left = run(*here, "open", file, "--yes")
    assert (left.code, "Choose by the same command with --both mine, theirs or keep" in left.out) == (1, True)
    assert "1 change to choose" in run(*here, "audit", "part", "list").out
    chosen = run(*here, "open", file, "--yes", "--both", "theirs")
    assert (chosen.code, "Choose by" in chosen.out) == (0, False)
    assert answering.show_criterion(reopened(desk), "u1-ticket").note == "Nine."
