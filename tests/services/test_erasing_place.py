"""Emptying one field of a partnership's record, with all that ever stood in it and what was made of it."""

import pytest
from msgspec.structs import replace

from compact_tui.core.errors import UsageError
from compact_tui.core.partnership import RegisterEntry
from compact_tui.core.read_records import Remark
from compact_tui.services.desk import Desk, edit
from compact_tui.services.erasing import erase
from compact_tui.services.partnership_book import keep, kept
from tests.services.desks import at, reopened
from tests.services.erased_text import MARKER, bare, holding
from tests.services.full_workspace import TEXT

pytestmark = pytest.mark.usefixtures("no_fsync")
EARLIER = "What is it that hums?"


def test_a_remark_is_emptied_in_the_book_its_history_and_the_reply_that_was_made(city_desk: Desk) -> None:
    remark = next(one for one in kept(city_desk, "remarks", Remark) if one.text == f"Who is {TEXT}?")
    earlier = replace(remark, text=EARLIER)
    keep(city_desk, "x", "x", (edit("remarks", remark.id, remark, earlier),))
    keep(at(city_desk, days=1), "x", "x", (edit("remarks", remark.id, earlier, remark),))

    view = erase(city_desk, f"{remark.id.upper()}#text")

    root = city_desk.workspace.root
    assert view.not_done == ()
    assert [one.text for one in kept(reopened(city_desk), "remarks", Remark) if one.id == remark.id] == [MARKER]
    assert holding(root, EARLIER) == holding(root, f"Who is {TEXT}?") == []
    assert not list(root.glob("sent/*-reply-g1-*/*.eml"))
    assert [one.name for one in kept(city_desk, "register", RegisterEntry) if bare(TEXT) in bare(one.name)]


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("G9#note", "no place"),
        ("G3#notes", "did you mean"),
        ("G3#id", 'no "id"'),
        ("PLANTED#reason", "records called"),
    ],
)
def test_a_place_that_is_not_there_is_said(city_desk: Desk, place: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        erase(city_desk, place)

    assert said in f"{caught.value.message} {caught.value.hint}".replace("Did", "did")
    assert "Nothing was erased." in caught.value.hint
