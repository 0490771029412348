"""Learning reports as files: written, kept when changed, traced, and sent with the replies."""

import csv
from pathlib import Path

import pytest
from docx import Document
from msgspec.structs import replace

from compact_tui.core.errors import CompactError, ExitCode, UsageError
from compact_tui.core.learning_report import CITY
from compact_tui.core.partnership import GoodPractice, Learning, RegisterEntry
from compact_tui.core.return_facts import AnswerFact
from compact_tui.services import good_practice, learning_reports, partnership, replies_out
from compact_tui.services.collecting import collect
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership_book import keep
from tests.analysis_samples import ELSEWHERE, MODERATED, SEVEN, SEVEN_BEFORE, collected, facts
from tests.services import collect_desks
from tests.services.desks import reopened
from tests.services.partnership_desks import started_partnership


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing waits for the disk."""
    monkeypatch.setattr("os.fsync", lambda handle: None)


@pytest.fixture
def seven(tmp_path: Path) -> Desk:
    """Seven returns of this round and three of the one before; groups under three are kept back."""
    desk = started_partnership(tmp_path / "partnership", threshold="3")
    collected(desk, (*SEVEN_BEFORE, *SEVEN), MODERATED)
    return reopened(desk)


def test_the_reports_are_listed_with_who_returned_and_whether_they_were_written(seven: Desk) -> None:
    learning_reports.write_report(seven, "education")

    view = learning_reports.list_reports(seven)

    assert [(one.sector, one.returned, one.word) for one in view.lines] == [
        ("education", "5 of 5 returned", "written"),
        ("early-years", "2 of 2 returned", "not written yet"),
        (CITY, "7 of 7 returned", "not written yet"),
    ]
    assert view.lines[0].files == (
        "2026-2028-education-learning-report.docx",
        "2026-2028-education-learning-report.html",
    )
    assert view.sentence == "3 reports, 1 written."
    assert view.lines[0].report == learning_reports.show_report(seven, "education")


def test_a_report_is_written_as_a_word_file_and_a_page_that_say_the_same(seven: Desk) -> None:
    made = learning_reports.write_report(seven, "education")

    words = [one.text for one in Document(made.document).paragraphs]
    html = Path(made.page).read_text("utf-8")
    assert "5 of 5 settings (100%) sent their return." in words
    assert "5 of 5 settings (100%) sent their return." in html
    assert "[1]" not in html
    assert "sent their return [1]." in learning_reports.show_report(seven, "education", numbered=True).in_short[0]
    assert "<svg" in html
    assert made.trace == ""
    assert "r-P" not in html
    assert "Setting P" not in html


def test_a_word_file_that_the_officer_changed_is_never_overwritten(seven: Desk) -> None:
    made = learning_reports.write_report(seven, "education")
    document = Document(made.document)
    document.add_paragraph("My own words.")
    document.save(made.document)
    mine = Path(made.document).read_bytes()

    again = learning_reports.write_report(seven, "education")

    assert Path(made.document).read_bytes() == mine
    assert again.document.endswith("learning-report-2.docx")
    assert again.left == (made.document,)
    assert any("was changed since it was written" in line for line in again.lines)


def test_the_trace_is_written_beside_and_has_names_the_report_has_not(seven: Desk) -> None:
    made = learning_reports.write_report(seven, "education", trace=True)

    with open(made.trace, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    returned = [row for row in rows if (row["figure"], row["counted"]) == ("1", "returned")]
    assert sorted(row["return_id"] for row in returned) == ["r-P1", "r-P2", "r-P3", "r-P4", "r-P5"]
    assert {row["name"] for row in returned} == {f"Setting P{n}" for n in range(1, 6)}
    assert {row["value"] for row in returned} == {"5 of 5 (100%)"}
    assert all(row["value"] in Path(made.page).read_text("utf-8") for row in rows if row["what"].startswith("2 Keep")
               and "by level" not in row["what"])  # fmt: skip


def test_a_report_without_figures_has_no_list_of_returns_and_says_so(seven: Desk) -> None:
    empty = RegisterEntry(id="E1", name="Empty House", sector="other")
    keep(seven, "register", "x", (edit("register", empty.id, None, empty),))

    made = learning_reports.write_report(seven, "other", trace=True)

    assert (made.trace, list(Path(made.page).parent.glob("*.csv"))) == ("", [])
    assert "It has no figures, so there are no returns to list behind them." in made.lines
    assert any(line.startswith("Nobody of this sector has returned yet") for line in made.lines)


def test_whoever_writes_a_report_hears_of_promises_that_are_late_and_its_readers_do_not(seven: Desk) -> None:
    late = Learning(id="le-1", finding="x", cycle="2026-2028", sector="education", will_do="A course", due="2026-03-01")
    others = [replace(late, id=f"le-{n}", sector="", due=f"2026-02-{n:02}") for n in (2, 3, 4)]
    keep(seven, "learning", "x", (edit("learning", late.id, None, late),))

    before = learning_reports.list_reports(seven)
    told, silent = (learning_reports.write_report(seven, sector) for sector in ("education", "early-years"))
    keep(seven, "learning", "x", tuple(edit("learning", one.id, None, one) for one in others))
    several = learning_reports.list_reports(seven).notes[0]

    warning = (
        '1 line of the log is late: le-1 "A course" (by 1 March 2026). Say that it is done, or give it a new day: '
        "compact-tui partnership log le-1 --done DAY, or --due DAY"
    )
    assert (before.sentence, before.notes) == ("3 reports, 0 written; 1 line of the log is late.", (warning,))
    assert (warning in told.lines, warning in silent.lines) == (True, False)
    assert "is late" not in Path(told.page).read_text("utf-8")
    assert several.startswith('4 lines of the log are late: le-2 "A course" (by 2 February 2026), le-3')
    assert "le-4" in several
    assert "and 1 more. Say that each is done" in several


def test_every_report_is_written_at_once_into_a_folder_of_choice(seven: Desk, tmp_path: Path) -> None:
    made = learning_reports.write_reports(seven, output=str(tmp_path / "out"))

    assert [Path(one.page).name for one in made] == [
        "2026-2028-education-learning-report.html",
        "2026-2028-early-years-learning-report.html",
        "2026-2028-city-overview.html",
    ]
    assert not seven.workspace.reports_folder.exists()


def test_a_sector_that_answered_another_audit_gets_its_report_on_that(tmp_path: Path) -> None:
    desk = started_partnership(tmp_path / "partnership", threshold="3")
    collected(desk, (*SEVEN, *ELSEWHERE))

    report = learning_reports.show_report(reopened(desk), "small-group")

    assert "3 of 3 settings (100%) sent their return" in report.in_short[0]
    assert report.sections[1].heading == "What was asked"
    assert "Care of visitors' umbrellas" not in str(report.sections[1])


@pytest.mark.parametrize(("sector", "hint"), [("educatoin", 'Did you mean "education"?'), ("zzz", "There is ")])
def test_a_report_that_is_not_there_is_told_with_the_nearest(seven: Desk, sector: str, hint: str) -> None:
    with pytest.raises(UsageError) as told:
        learning_reports.write_report(seven, sector)

    assert told.value.hint.startswith(hint)
    assert not seven.workspace.reports_folder.exists()


def test_a_line_of_the_log_that_names_a_setting_is_left_out_and_said(seven: Desk) -> None:
    named = Learning(id="le-1", finding="x", cycle="2026-2028", will_do="Visit Setting P1 in May")
    phone = Learning(id="le-2", finding="x", cycle="2026-2028", will_do="Ring 023 9284 1234 for a place")
    keep(seven, "learning", "x", tuple(edit("learning", one.id, None, one) for one in (named, phone)))

    report = learning_reports.show_report(seven, "education")

    assert "Setting P1" not in str(report.sections)
    assert "023 9284 1234" in str(report.sections)
    assert [note.partition(":")[0].partition(' "')[0] for note in report.notes[:2]] == ["Left out", "Look again at"]


def test_good_practice_is_written_down_changed_taken_out_and_brought_back(seven: Desk) -> None:
    view = good_practice.keep_practice(
        seven, {"text": "Pupils show visitors the poster.", "standard": "2", "return_id": "r-P1"}
    )
    one = view.lines[0]
    good_practice.keep_practice(seven, {"sector": "education"}, one.id)

    assert (one.standard, one.standard_word, one.sector_word) == ("u2", "2 Keeping", "all sectors")
    typed = good_practice.practice_typed(seven, one.id)
    assert (typed["text"], typed["standard"]) == ("Pupils show visitors the poster.", "2")
    assert good_practice.list_practice(seven).lines[0].sector == "education"
    assert "Pupils show visitors the poster." in str(learning_reports.show_report(seven, "education").sections)
    assert "r-P1" not in str(learning_reports.show_report(seven, "education"))
    assert good_practice.drop_practice(seven, one.id).lines == ()
    partnership.undo_partnership(seven)
    assert len(good_practice.list_practice(seven).lines) == 1


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        ({"text": "At setting p1 they ask."}, ExitCode.REFUSED, "It names Setting P1"),
        ({"text": "A child born on 3 May 2019."}, ExitCode.REFUSED, "It holds a date of birth"),
        ({"text": ""}, ExitCode.USAGE, "--text: This is needed."),
        ({"text": "Good.", "standard": "9"}, ExitCode.USAGE, 'There is no standard "9"'),
        ({"text": "Good.", "return_id": "r-none"}, ExitCode.USAGE, "r-none"),
    ],
)
def test_what_cannot_be_told_is_refused_and_nothing_is_kept(
    seven: Desk, typed: dict[str, str], code: ExitCode, said: str
) -> None:
    with pytest.raises(CompactError, match=said) as told:
        good_practice.keep_practice(seven, typed)

    assert (told.value.code, good_practice.list_practice(seven).lines) == (code, ())


def test_good_practice_of_no_such_id_is_told(seven: Desk) -> None:
    with pytest.raises(UsageError, match='no good practice "gp-x"'):
        good_practice.drop_practice(seven, "gp-x")


def test_good_practice_of_an_earlier_round_says_so_and_can_be_taken_over(seven: Desk) -> None:
    old = GoodPractice(id="gp-1", text="Pupils show the poster.", sector="education", cycle="2024-2026")
    keep(seven, "good-practice", "x", (edit("good_practice", old.id, None, old),))

    before = good_practice.list_practice(seven)
    assert "the poster" not in str(learning_reports.show_report(seven, "education").sections)
    after = good_practice.take_over_practice(seven, "gp-1")

    assert before.lines[0].round_words == "2024-2026: not in this round's reports"
    assert before.lines[0].about == "Education, 2024-2026"
    assert before.sentence == "1 example of good practice, 1 not in this round's reports."
    assert [(one.cycle, one.sector, one.in_round) for one in after.lines] == [
        ("2024-2026", "education", False),
        ("2026-2028", "education", True),
    ]
    assert after.lines[1].round_words == "2026-2028"
    assert "the poster" in str(learning_reports.show_report(seven, "education").sections)
    good_practice.keep_practice(seven, {"sector": ""}, "gp-1")
    for_all = good_practice.take_over_practice(seven, "gp-1")
    assert [(one.sector, one.in_round) for one in for_all.lines] == [("", False), ("education", True), ("", True)]
    for which in ("gp-1", after.lines[1].id):
        with pytest.raises(UsageError, match="The reports of 2026-2028 tell this already"):
            good_practice.take_over_practice(seven, which)


def test_a_setting_that_joined_later_is_told_of_in_the_list_and_left_out_of_the_report(seven: Desk) -> None:
    good_practice.keep_practice(seven, {"text": "What Lighthouse House does."})
    collected(seven, (replace(facts("P9", "education", "nursery", answers=(AnswerFact("u1-ticket", "u1", "x", "met"),)),
                              name="Lighthouse House"),))  # fmt: skip

    view = good_practice.list_practice(seven)

    assert view.lines[0].warnings == ("It names Lighthouse House, and a learning report names no setting.",)
    assert view.sentence == "1 example of good practice, 1 to look at again."
    assert "Lighthouse" not in str(learning_reports.show_report(seven, "education").sections)


@pytest.fixture
def galleries(tmp_path: Path) -> Desk:
    """A partnership that collected two returns of one sector."""
    desk = collect_desks.partnership(tmp_path / "partnership")
    collect(desk, [collect_desks.posted(tmp_path / "in", *(collect_desks.return_by(n) for n in (1, 2)))])
    return desk


def test_a_reply_takes_the_newest_report_of_its_sector_with_it_and_says_so(galleries: Desk) -> None:
    written = learning_reports.write_report(galleries, "education")

    made = replies_out.make_replies(galleries, ["G1"])

    folder = Path(made.made[0].folder)
    assert (folder / "learning-report.html").read_bytes() == Path(written.page).read_bytes()
    assert made.notes[1:] == (f"With Education: {written.page}",)
    assert "Our learning report is attached" in (folder / "gallery-1-reply.html").read_text("utf-8")


def test_a_changed_word_file_goes_instead_and_another_named_one_before_it(galleries: Desk, tmp_path: Path) -> None:
    written = learning_reports.write_report(galleries, "education")
    document = Document(written.document)
    document.add_paragraph("Mine.")
    document.save(written.document)
    other = tmp_path / "other.html"
    other.write_text("<p>Other</p>")

    newest = replies_out.make_replies(galleries, ["G1"])
    named = replies_out.make_replies(galleries, ["G2"], report=str(other))

    assert (Path(newest.made[0].folder) / "learning-report.docx").read_bytes() == Path(written.document).read_bytes()
    assert (Path(named.made[0].folder) / "learning-report.html").read_text() == "<p>Other</p>"


@pytest.mark.parametrize("written", [True, False])
def test_a_reply_goes_without_where_that_is_wanted_or_none_was_written(galleries: Desk, written: bool) -> None:
    if written:
        learning_reports.write_report(galleries, "education")

    made = replies_out.make_replies(galleries, attach=not written)

    assert not list(Path(made.made[0].folder).glob("learning-report*"))
    assert made.notes[-1].startswith("No learning report is attached")
