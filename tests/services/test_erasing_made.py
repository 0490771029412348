"""Erasing on a partnership's side: what was made to be sent or published, and erasing that is stopped on the way."""

import json
import shutil
from pathlib import Path

import pytest

from compact_tui.core.errors import WorkspaceError
from compact_tui.core.original_erased import OriginalErased
from compact_tui.services import (
    learning_reports,
)
from compact_tui.services.desk import Desk
from compact_tui.services.erasing import erase
from compact_tui.services.partnership_book import kept
from compact_tui.storage.originals import original_path, originals_in, sha256_of
from tests.services.desks import reopened
from tests.services.erased_text import holding
from tests.services.full_partnership import lines
from tests.services.full_workspace import TEXT

pytestmark = pytest.mark.usefixtures("no_fsync")
WHY = "Asked to be forgotten"


def _originals(desk: Desk) -> list[str]:
    return [path.name for path in originals_in(desk.workspace.originals_folder)]


def test_what_was_made_is_rewritten_or_taken_away_and_said_so(city_desk: Desk) -> None:
    view = erase(city_desk, TEXT)

    sent, reports = city_desk.workspace.sent_folder, city_desk.workspace.reports_folder
    (reply,) = sent.glob("*-reply-g1-*")
    assert sorted(path.suffix for path in reply.iterdir()) == [".html", ".json", ".txt"]
    assert json.loads((reply / "gallery-1-reply.json").read_bytes())["erased_on"] == "2026-12-05"
    assert "If it has not gone yet, make it again." in (reply / "read-me-first.txt").read_text("utf-8")
    assert any("-reply-g1-" in one and "make it again" in one for one in view.again)
    assert any("learning-report.docx: a report; write it again" in one for one in view.again)
    again = learning_reports.write_report(city_desk, "education")
    assert again.left == ()
    assert Path(again.document).parent == reports.absolute()


def test_a_word_file_that_somebody_changed_stays_and_is_told(city_desk: Desk) -> None:
    (document,) = city_desk.workspace.reports_folder.glob("*-learning-report.docx")
    document.write_bytes(document.read_bytes() + b"\0")

    view = erase(city_desk, TEXT)

    assert document.exists()
    assert any(f"reports/{document.name}: it holds the text" in one for one in view.not_reached)


def test_a_draft_that_does_not_hold_it_stays(city_desk: Desk) -> None:
    (folder,) = city_desk.workspace.sent_folder.glob("*-reply-g2-*")

    erase(city_desk, "Buy a lamp.")

    assert not list(folder.glob("*.eml"))
    (other,) = city_desk.workspace.sent_folder.glob("*-reply-g1-*")
    assert list(other.glob("*.eml"))


def test_what_a_person_put_into_a_folder_that_was_sent_is_theirs(city_desk: Desk) -> None:
    (folder,) = city_desk.workspace.sent_folder.glob("*-reply-g1-*")
    shutil.copy(folder / "gallery-1-reply-email.eml", folder / "as-it-went.eml")

    view = erase(city_desk, TEXT)

    assert [path.name for path in folder.glob("*.eml")] == ["as-it-went.eml"]
    assert any("as-it-went.eml: it holds the text" in line for line in view.not_reached)


class Gone(BaseException):
    """The power went."""


@pytest.mark.parametrize("point", ["index", "original", "book"])
def test_a_crash_on_the_way_leaves_what_erasing_again_finishes(
    city_desk: Desk, point: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = {"index": "index_without", "original": "remove_file", "book": "with_entry"}

    def crash(*given: object, **named: object) -> None:
        raise Gone

    with monkeypatch.context() as patch:
        patch.setattr(f"compact_tui.services.erasing.{names[point]}", crash)
        with pytest.raises(Gone):
            erase(city_desk, TEXT, originals=True, because=WHY)
    desk = reopened(city_desk)
    for sha256 in _originals(desk):
        path = original_path(desk.workspace.originals_folder, sha256)
        assert sha256_of(path.read_bytes()) == sha256

    assert erase(desk, TEXT, originals=True, because=WHY).not_done == ()
    assert holding(desk.workspace.root) == []
    assert len(kept(desk, "originals_erased", OriginalErased)) == 4
    assert sorted(lines(desk)) == ["r-1", "r-2", "r-3", "r-4"]


def test_files_that_came_in_wait_where_the_index_cannot_be_rewritten(
    city_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*given: object) -> None:
        raise WorkspaceError("The index is held.")

    before = _originals(city_desk)
    monkeypatch.setattr("compact_tui.services.erasing.index_without", held)

    view = erase(city_desk, TEXT, originals=True, because=WHY)

    assert _originals(city_desk) == before
    assert "The index is held." in view.not_done
    assert sum("waits until the index is done" in one for one in view.not_done) == 3
