"""Erasing from what came to a setting or a reader: the reply, the draft of the answer and the returns stay usable."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.read_records import Remark
from compact_tui.exchange.reply_json import encode_reply
from compact_tui.services import allocating, moderating, reading_back, reading_files, replies_in
from compact_tui.services.erasing import erase
from compact_tui.services.partnership_book import kept
from tests.reply_samples import reply, return_made
from tests.services.desks import desk_in, reopened, started
from tests.services.erased_text import holding
from tests.services.full_workspace import TEXT
from tests.services.reading_desks import galleries

pytestmark = pytest.mark.usefixtures("no_fsync")
MARK = "[erased 3 December 2026]"


def test_a_reply_and_the_draft_of_the_answer_are_read_on_without_it(tmp_path: Path) -> None:
    setting = started(tmp_path / "ws")
    return_made(setting)
    came = reply()
    first, *rest = came.remarks
    file = tmp_path / "reply.json"
    file.write_bytes(encode_reply(replace(came, remarks=(replace(first, text=f"Who is {TEXT}?"), *rest))))
    asked = next(one.id for one in replies_in.open_reply(setting, str(file)).remarks if one.open)
    replies_in.answer_remark(setting, asked, f"It is {TEXT}.")
    replies_in.make_answer(setting)

    view = erase(setting, TEXT)

    assert holding(setting.workspace.root) == []
    assert view.not_done == ()
    again = replies_in.show_reply(reopened(setting))
    assert [one.answer for one in again.remarks if one.id == asked] == [f"It is {MARK}."]
    assert any(f"Who is {MARK}?" in one.words for one in again.remarks)
    made = Path(replies_in.make_answer(reopened(setting)).folder)
    assert MARK in next(made.glob("*.json")).read_text("utf-8")


def test_a_reader_goes_on_and_gives_back_without_it(tmp_path: Path) -> None:
    desk = galleries(tmp_path / "partnership", 2)
    allocating.allocate(desk, {"readers": "Ann"})
    moderating.remark(desk, "r-1", {"kind": "comment", "text": f"Seen by {TEXT}."})
    file = Path(reading_files.export_reading(desk, {"reader": "Ann"}).path)
    ann = desk_in(tmp_path / "ann", who="Ann", name="a")
    reading_files.open_reading(ann, file)
    moderating.remark(ann, "r-2", {"kind": "comment", "text": f"Ring {TEXT}."})

    erase(ann, TEXT)

    assert holding(ann.workspace.root) == []
    back = Path(reading_files.export_reading(reopened(ann), {}).path)
    assert TEXT not in json.dumps(json.loads(back.read_bytes()), ensure_ascii=False)
    reading_back.import_reading(desk, back)
    assert f"Ring {MARK}." in [one.text for one in kept(desk, "remarks", Remark)]


def test_our_copy_of_what_a_reader_was_given_says_that_it_is_not_as_it_was(tmp_path: Path) -> None:
    desk = galleries(tmp_path / "partnership", 2)
    allocating.allocate(desk, {"readers": "Ann"})
    moderating.remark(desk, "r-1", {"kind": "comment", "text": f"Seen by {TEXT}."})
    file = Path(reading_files.export_reading(desk, {"reader": "Ann"}).path)

    erase(desk, TEXT)

    assert json.loads(file.read_bytes())["erased_on"] == "2026-12-03"
    assert holding(desk.workspace.root) == []
