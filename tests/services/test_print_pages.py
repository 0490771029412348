"""Pages to print: what is offered for which audit, what each shows, and where it is written."""

import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.errors import CompactError, UsageError, WorkspaceError
from compact_tui.core.page_kinds import PAGE_KINDS
from compact_tui.core.report_text import page_lines
from compact_tui.services import answering, audits, records
from compact_tui.services.desk import Desk
from compact_tui.services.print_pages import page, pages, print_page
from tests.pages import read_page
from tests.samples import without_levels
from tests.services.desks import at, desk_in, reopened, set_up, small_pack, started_with

WITH_LEVELS = ("support", "blank", "blank-guided", "together", "head", "inspection", "report", "act-now")


@pytest.fixture
def plain(tmp_path: Path) -> Desk:
    """A desk with an audit without levels, and without anything on inspections."""
    pack = without_levels(small_pack())
    standards = tuple(replace(standard, inspection=()) for standard in pack.standard)
    return started_with(tmp_path / "plain", replace(pack, standard=standards))


def ids(desk: Desk) -> tuple[str, ...]:
    return tuple(line.id for line in pages(desk).pages)


def text_of(desk: Desk, page_id: str, standard: str = "") -> str:
    return "\n".join(page_lines(page(desk, page_id, standard), 120))


def test_what_is_offered_fits_the_audit(desk: Desk, plain: Desk) -> None:
    assert ids(desk) == WITH_LEVELS
    assert ids(plain) == ("improvement", "support", "blank", "blank-guided", "together", "head", "report", "act-now")


def test_the_list_has_every_word_that_is_shown(desk: Desk) -> None:
    view = pages(desk)

    assert all(line.words and line.about for line in view.pages)
    assert all(line.sides_words == f"about {line.sides} side{'s' * (line.sides > 1)}" for line in view.pages)
    assert [line.id for line in view.pages if line.asks_standard] == ["together"]
    assert [(s.id, s.number) for s in view.standards] == [("u1", "1"), ("u2", "2"), ("u3", "3")]
    assert view.folder == str(desk.workspace.pages_folder.absolute())
    assert view.sentence.startswith("8 pages can be printed.")


@pytest.mark.parametrize("page_id", [kind.id for kind in PAGE_KINDS])
def test_every_page_is_made_of_an_audit_that_nobody_has_begun(desk: Desk, plain: Desk, page_id: str) -> None:
    for one in (desk, plain):
        if page_id in ids(one):
            printed = print_page(one, page_id, "2")
            html = read_page(Path(printed.page).read_bytes())
            assert (html.wrong, printed.kind) == ([], page_id)
            assert printed.sides >= 1
            assert printed.page in printed.sentence


@pytest.mark.parametrize("page_id", WITH_LEVELS)
def test_every_page_is_made_while_nobody_has_said_who_we_are(desk: Desk, page_id: str) -> None:
    desk.workspace.setting_path.unlink()

    assert Path(print_page(reopened(desk), page_id, "1").page).is_file()


@pytest.mark.parametrize(("page_id", "standard"), [("blank", ""), ("blank-guided", ""), ("together", "1")])
def test_on_pages_to_fill_in_nothing_that_was_answered_is_shown(desk: Desk, page_id: str, standard: str) -> None:
    before = text_of(desk, page_id, standard)
    answering.answer(desk, "u1-ticket", "in-hand", note="Ten tickets.")
    answering.write_note(desk, "u1-ticket", "Ask Bob.", private=True)
    records.add_evidence(desk, {"title": "Ticket roll"}, ("u1-ticket",))

    assert text_of(desk, page_id, standard) == before


def test_a_private_note_is_on_no_page(desk: Desk) -> None:
    answering.answer(desk, "u2-watch", "need-support")
    answering.write_note(desk, "u2-watch", "Ask Bob.", private=True)

    assert [one for one in ids(desk) if "Ask Bob" in text_of(desk, one, "2")] == []


def test_large_pages_are_about_the_standard_that_was_named(desk: Desk) -> None:
    assert page(desk, "together", "u2").title == page(desk, "together", " 2 ").title == "2. Keeping umbrellas"


@pytest.mark.parametrize(
    ("page_id", "standard", "message", "hint"),
    [
        ("together", "", "which standard", "1, 2, 3"),
        ("together", "u9", 'no standard "u9"', ""),
        ("blanc", "", 'no page "blanc"', 'Did you mean "blank"?'),
        ("zzz", "", 'no page "zzz"', "Pages: support, blank"),
        ("improvement", "", "cannot be printed here", "This audit has grades"),
    ],
)
def test_a_page_that_cannot_be_made_says_why(desk: Desk, page_id: str, standard: str, message: str, hint: str) -> None:
    for verb in (page, print_page):
        with pytest.raises(UsageError) as caught:
            verb(desk, page_id, standard)
        assert message in caught.value.message
        assert hint in caught.value.hint
    assert not desk.workspace.pages_folder.exists()


def test_a_pack_without_inspections_says_so(plain: Desk) -> None:
    with pytest.raises(UsageError) as caught:
        page(plain, "inspection")
    assert "does not say what an inspector asks" in caught.value.hint


def test_the_name_has_the_day_the_page_and_the_audit(desk: Desk) -> None:
    folder = desk.workspace.pages_folder

    assert Path(print_page(desk, "blank").page).name == "2026-12-03-blank-2026-2028-a-3.html"
    assert Path(print_page(desk, "together", "2").page).name == "2026-12-03-together-2-2026-2028-a-3.html"
    assert Path(print_page(desk, "together", "3").page).parent == folder.absolute()
    assert len(list(folder.iterdir())) == 3


def test_the_same_page_of_the_same_day_is_written_anew_and_that_of_another_day_stays(desk: Desk) -> None:
    first = Path(print_page(desk, "support").page)
    answering.answer(desk, "u2-watch", "need-support")
    again = Path(print_page(desk, "support").page)
    later = Path(print_page(at(desk, days=1), "support").page)

    assert first == again
    assert "Is the rack in sight?" in again.read_text("utf-8")
    assert later != first
    assert later.is_file() and first.is_file()


@pytest.mark.parametrize("foreign", [b"", b"Mine.", b"<!DOCTYPE html>compact_tui: blank"])
def test_a_file_that_is_not_ours_is_kept(desk: Desk, foreign: bytes) -> None:
    target = Path(print_page(desk, "blank").page)
    target.write_bytes(foreign)

    with pytest.raises(UsageError, match="is there already"):
        print_page(desk, "blank")
    assert target.read_bytes() == foreign


def test_another_page_of_ours_under_the_name_is_kept_too(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    print_page(desk, "blank", output=str(target))
    before = target.read_bytes()

    for page_id, standard in (("blank-guided", ""), ("together", "1")):
        with pytest.raises(UsageError, match="is not this page"):
            print_page(desk, page_id, standard, str(target))
    assert target.read_bytes() == before
    assert print_page(desk, "blank", output=str(target)).page == str(target)
    assert not desk.workspace.pages_folder.exists()


def test_a_folder_or_a_dead_link_in_its_place_is_kept(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "folder.html").mkdir()
    (tmp_path / "link.html").symlink_to(tmp_path / "gone.html")

    for name in ("folder.html", "link.html"):
        with pytest.raises(UsageError, match="is there already"):
            print_page(desk, "blank", output=str(tmp_path / name))
    assert not (tmp_path / "gone.html").exists()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_told(desk: Desk) -> None:
    desk.workspace.pages_folder.mkdir()
    desk.workspace.pages_folder.chmod(0o500)

    with pytest.raises(WorkspaceError):
        print_page(desk, "blank")


def test_where_the_folder_of_pages_is_a_file_it_is_told_and_left(desk: Desk) -> None:
    desk.workspace.pages_folder.write_text("Mine.")

    with pytest.raises(CompactError):
        print_page(desk, "blank")
    assert desk.workspace.pages_folder.read_text() == "Mine."


def test_without_an_audit_it_says_how_to_begin(tmp_path: Path) -> None:
    for verb in (lambda desk: pages(desk), lambda desk: print_page(desk, "blank")):
        with pytest.raises(UsageError, match="No audit has been started"):
            verb(desk_in(tmp_path / "new"))


def test_two_variations_in_one_audit_are_on_the_paper_once_each(tmp_path: Path) -> None:
    desk = desk_in(tmp_path / "Compact audit")
    set_up(desk, nursery="yes")
    audits.start(desk, cycle="2026")

    text = text_of(desk, "inspection")

    assert "What may be asked: Schools and colleges" in text
    assert "What may be asked: Nurseries, pre-schools and childminders" in text
    assert text.count("1. Leadership and accountability") == 1
    assert text_of(desk, "blank").count("Does everyone know who they answer to?") == 1
