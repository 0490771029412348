"""Where the sector stands, in replies beside reports and other replies: told where nobody's grade can be worked out."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from compact_tui.core.partnership import FiguresPublished, RegisterEntry
from compact_tui.core.reply import Reply
from compact_tui.core.requests_made import MadeView
from compact_tui.core.return_facts import ReturnFacts
from compact_tui.exchange.reply_json import read_reply
from compact_tui.exchange.return_json import encode
from compact_tui.services import learning_reports, moderating
from compact_tui.services.collecting import collect
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership_book import begin_partnership, kept
from compact_tui.services.partnership_pack import keep_pack
from compact_tui.services.replies_out import make_replies
from compact_tui.services.round_returns import counted_returns
from tests.samples import lamp_pack
from tests.services.desks import at, desk_in, reopened
from tests.services.reading_desks import HEAD, galleries, gallery

pytestmark = pytest.mark.usefixtures("no_fsync")
LEFT_OUT = "Education: these replies leave out how many are at which grade."


@pytest.fixture
def six(tmp_path: Path) -> Desk:
    """Six of sixteen galleries of one sector sent their return."""
    desk = desk_in(tmp_path / "p", who="Chair", name="g")
    register = [RegisterEntry(id=f"G{n}", name=f"Gallery {n}", sector="education") for n in range(1, 17)]
    edits = [edit("partnership", HEAD.id, None, HEAD), *(edit("register", one.id, None, one) for one in register)]
    begin_partnership(desk, "partnership-start", "started", tuple(edits))
    keep_pack(desk, lamp_pack())
    return _sent(desk, range(1, 7))


def _sent(desk: Desk, numbers: Iterable[int]) -> Desk:
    """The desk of the next day, to which more galleries sent their return; the seventh is dim in the hall."""
    inbox = desk.workspace.root.parent / "inbox"
    inbox.mkdir(exist_ok=True)
    for n in numbers:
        (inbox / f"{n}.json").write_bytes(encode(gallery(n, "dim" if n == 7 else "bright")))  # noqa: PLR2004
    collect(desk, [inbox])
    return reopened(at(desk, days=1))


def _told(made: MadeView) -> list[str]:
    """Where the sector stands in the hall, as each reply tells it."""
    files = [next(Path(one.folder).glob("*-reply.json")) for one in made.made]
    replies: list[Reply] = [read_reply(file.read_bytes()) for file in files]
    return [reply.grades[0].sector for reply in replies]


def _left_out(made: MadeView) -> list[str]:
    return [note for note in made.notes if note.startswith(LEFT_OUT)]


def _published(desk: Desk) -> list[tuple[int, bool]]:
    made = kept(reopened(desk), "figures_published", FiguresPublished)
    return [(len(one.counted), one.spread) for one in made]


def test_a_reply_after_one_more_return_leaves_out_what_would_tell_its_grade(six: Desk) -> None:
    learning_reports.write_report(six, "education")
    later = _sent(six, [7])

    made = make_replies(later, ["G1", "G7"])

    assert _told(made) == ["", ""]
    assert _left_out(made) == [
        f"{LEFT_OUT} Since the figures of 4 December 2026 were published: 1 return came in. Whoever has both could "
        "work out theirs. With 4 more returns they tell it again."
    ]
    folder = Path(made.made[0].folder)
    assert (folder / "learning-report.html").exists()
    assert "not shown: it could tell of a few" in next(folder.glob("*-reply.html")).read_text("utf-8")
    assert _published(later) == [(6, False)]


def test_replies_to_the_same_returns_tell_it_every_time_and_it_is_kept_once(six: Desk) -> None:
    first = make_replies(six, ["G1", "G2"])
    moderating.moderate(six, "r-3", "hall", "glowing", "We saw it.")
    then = make_replies(reopened(at(six, days=1)), ["G3"])
    learning_reports.write_report(reopened(six), "education")
    rest = make_replies(reopened(six))

    assert [*_told(first), *_told(then), *_told(rest)] == ["Bright 6, Glowing 0, Dim 0 (of 6)"] * 6
    assert [_left_out(made) for made in (first, then, rest)] == [[], [], []]
    assert _published(six) == [(6, True), (6, False)]


def test_what_replies_told_is_looked_at_before_the_next_report_and_the_next_reply(six: Desk) -> None:
    make_replies(six, ["G1"])
    later = _sent(six, [7])

    notes = learning_reports.show_report(later, "education").notes

    assert any("1 return came in. Whoever has both could work out theirs." in note for note in notes)
    assert _told(make_replies(later, ["G7"])) == [""]


def test_after_enough_returns_it_is_told_again(six: Desk) -> None:
    make_replies(six, ["G1"])

    made = make_replies(_sent(six, range(7, 12)), ["G7"])

    assert _told(made) == ["Bright 10, Glowing 0, Dim 1 (of 11)"]


def test_what_is_left_out_says_how_many_more_are_wanted_beside_all_that_was_published(six: Desk) -> None:
    make_replies(six, ["G1"])
    seven = _sent(six, [7])
    learning_reports.write_report(seven, "education")

    made = make_replies(_sent(seven, [8]), ["G8"])

    assert "1 return came in" in _left_out(made)[0]
    assert "With 4 more returns" in _left_out(made)[0]


def test_replies_after_a_report_on_the_same_returns_add_nothing_to_remember(six: Desk) -> None:
    learning_reports.write_report(six, "education")
    moderating.moderate(six, "r-3", "hall", "glowing", "We saw it.")

    assert _left_out(make_replies(reopened(six))) == []
    assert _published(six) == [(6, False)]


def test_the_returns_are_read_once_for_all_replies(six: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    learning_reports.write_report(six, "education")
    read: list[str] = []

    def counted(desk: Desk, cycle: str) -> Iterator[ReturnFacts]:
        read.append(cycle)
        return counted_returns(desk, cycle)

    monkeypatch.setattr("compact_tui.services.publishing.counted_returns", counted)
    assert len(make_replies(reopened(six)).made) == 6

    assert read == [HEAD.cycle]


def test_what_no_reply_told_is_not_remembered(six: Desk, tmp_path: Path) -> None:
    make_replies(six, ["G1"], lambda at, of: False)
    too_few = galleries(tmp_path / "few", 4)
    make_replies(too_few)

    assert (_published(six), _published(too_few)) == ([], [])
