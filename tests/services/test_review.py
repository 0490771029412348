"""Review on the small invented pack: what is found, where it leads, and what is set aside."""

from pathlib import Path

import msgspec
import pytest

from compact_tui.core.errors import CompactError, ExitCode, UsageError
from compact_tui.core.review_views import FILTERS, FindingView, ReviewView
from compact_tui.services import answering, grading, records, returns, settings
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from compact_tui.services.history import history, redo, undo
from compact_tui.services.review import review, set_aside, take_up, warning_beside
from tests.services.desks import ALL_CRITERIA, desk_in, reopened, started

IDLE = "The hook is where everybody hangs it."


def found(desk: Desk, rule: str) -> FindingView:
    return next(finding for finding in review(desk).findings if finding.rule == rule)


def rules(view: ReviewView) -> list[str]:
    return [finding.rule for finding in view.findings]


@pytest.fixture
def photo(desk: Desk) -> Desk:
    """An audit with one answer, and a photo of which nobody says where it is."""
    answering.answer(desk, "1.1", "in-hand", note="Ten picked blind.")
    records.add_evidence(desk, {"title": "Photo"}, ("1.1",))
    return desk


def test_what_is_found_comes_worst_first_with_the_counts_in_words(desk: Desk) -> None:
    view = review(desk)

    assert view.title == "Compact audit 2026-2028"
    assert (view.errors, view.findings[0].rule, view.findings[0].severity_word) == (1, "nothing-answered", "error")
    assert [f.severity for f in view.findings] == sorted(
        (f.severity for f in view.findings), key=["error", "warning", "note"].index
    )
    assert view.sentence == "1 error, 8 warnings, 1 note"
    assert dict(view.counts) == {"error": 1, "warning": 8, "note": 1, "set-aside": 0}


def test_the_counts_are_of_all_whatever_is_shown(photo: Desk) -> None:
    for name, _ in FILTERS:
        view = review(photo, name)
        assert (view.sentence, view.filter) == (review(photo).sentence, name)
        assert {f.severity for f in view.findings} <= ({name} if name != "all" else {"warning", "note"})
    assert rules(review(photo, "error")) == rules(review(photo, "set-aside")) == []
    with pytest.raises(UsageError, match="nothing to look through"):
        review(photo, "eror")


@pytest.mark.parametrize(
    ("rule", "place", "standard", "criterion", "field", "title"),
    [
        ("criterion-unanswered", "criterion", "u1", "u1-wet-rack", "answer", "Do wet ones stand apart?"),
        ("standard-not-graded", "grade", "u2", "", "grade", "Keeping umbrellas"),
        ("unsigned", "signing", "", "", "sign_off", ""),
        ("no-numbers", "people", "", "", "lead_phone", ""),
        ("front-sheet", "setup", "", "", "contact_name", ""),
        ("evidence-nowhere", "evidence", "", "", "where", "Photo"),
        ("action-unowned", "actions", "", "", "who", "Buy a spike"),
        ("weak-without-action", "standard", "u1", "", "action", "Taking umbrellas in"),
        ("summary-missing", "grade", "u1", "", "summary", "Taking umbrellas in"),
    ],
)
def test_each_finding_leads_to_the_place_where_it_is_mended(
    photo: Desk, rule: str, place: str, standard: str, criterion: str, field: str, title: str
) -> None:
    grading.grade(photo, "1", "soaked")
    records.add_action(photo, {"what": "Buy a spike"}, ())

    finding = found(photo, rule)

    assert (finding.place, finding.standard, finding.criterion) == (place, standard, criterion)
    assert (finding.field, finding.title) == (field, title)
    assert finding.field_words and finding.field_words != finding.field
    assert bool(finding.record) is (place in {"evidence", "actions"})


def test_a_finding_is_set_aside_with_a_reason_that_travels_and_is_no_warning_any_more(photo: Desk) -> None:
    finding = found(photo, "evidence-nowhere")
    assert any("Photo" in warning for warning in returns.preview(photo).warnings)

    after = set_aside(photo, finding.id, f"  {IDLE}\r\n")

    assert (after.id, after.set_aside) == (finding.id, IDLE)
    view = review(reopened(photo))
    assert (view.findings[-1].id, view.findings[-1].set_aside) == (finding.id, IDLE)
    assert view.sentence == "8 warnings, 1 note, 1 set aside"
    assert rules(review(photo, "set-aside")) == ["evidence-nowhere"]
    assert not any("Photo" in warning for warning in returns.preview(photo).warnings)
    section = next(s for s in returns.preview(photo).page.sections if s.heading == "Set aside")
    text = msgspec.json.encode(section).decode()
    assert "Evidence does not say where it is or who holds it" in text
    assert "Evidence: Photo" in text and IDLE in text and "Lead, 3 December 2026" in text
    (kept,) = open_audit(photo).audit.set_asides
    assert (kept.rule, kept.where, kept.by) == ("evidence-nowhere", finding.where, "Lead")


def test_setting_aside_and_taking_up_are_one_change_each_and_can_be_undone(photo: Desk) -> None:
    finding = found(photo, "evidence-nowhere").id
    before = len(history(photo))

    set_aside(photo, finding, IDLE)
    assert [c.what for c in history(photo)][: len(history(photo)) - before] == ["1.1 evidence-nowhere set aside"]
    undo(photo)
    assert found(photo, "evidence-nowhere").set_aside == ""
    redo(photo)
    assert take_up(photo, finding).set_aside == ""
    assert open_audit(photo).audit.set_asides == ()
    undo(photo)
    assert found(reopened(photo), "evidence-nowhere").set_aside == IDLE


def test_set_aside_again_the_newer_reason_stands(photo: Desk) -> None:
    finding = found(photo, "evidence-nowhere").id

    set_aside(photo, finding, IDLE)
    set_aside(photo, finding, "Ask the porter.")

    assert [a.reason for a in open_audit(photo).audit.set_asides] == ["Ask the porter."]


@pytest.mark.parametrize(
    ("finding", "reason", "said"),
    [
        ("evidence-nowhere@e-7#where", " \n", "Say why it can stand"),
        ("evidence-nowhere@e-77#where", "So.", 'There is no finding "evidence-nowhere@e-77#where".'),
        ("", "So.", 'There is no finding "".'),
        ("placeholder@u1#note", "So.", "There is no finding"),
    ],
)
def test_what_cannot_be_set_aside_is_refused_and_nothing_changes(
    photo: Desk, finding: str, reason: str, said: str
) -> None:
    known = found(photo, "evidence-nowhere").id
    finding = known if finding.startswith("evidence-nowhere@e-7#") else finding

    with pytest.raises(UsageError) as caught:
        set_aside(photo, finding, reason)

    assert said in caught.value.message
    assert open_audit(photo).audit.set_asides == ()


def test_a_finding_that_was_nearly_named_is_offered(photo: Desk) -> None:
    known = found(photo, "evidence-nowhere").id

    with pytest.raises(UsageError) as caught:
        set_aside(photo, known.replace("nowhere", "nowere"), "So.")

    assert caught.value.hint.startswith(f'Did you mean "{known}"?')


def test_a_firm_error_cannot_be_set_aside_and_says_what_to_do(desk: Desk) -> None:
    with pytest.raises(CompactError) as caught:
        set_aside(desk, found(desk, "nothing-answered").id, "Later.")

    assert caught.value.message == "This cannot be set aside: Nothing is answered yet."
    assert "mislead" in caught.value.hint and "Answer the audit" in caught.value.hint
    assert open_audit(desk).audit.set_asides == ()


def test_what_was_not_set_aside_cannot_be_taken_up(photo: Desk) -> None:
    with pytest.raises(UsageError, match="was not set aside"):
        take_up(photo, found(photo, "evidence-nowhere").id)


def strong_but_missed(desk: Desk) -> FindingView:
    answering.answer(desk, "1.1", "need-support")
    grading.grade(desk, "1", "bone-dry", reason="We try.")
    return found(desk, "strong-but-essential-not-met")


def test_no_return_is_made_while_an_error_stands_and_it_says_which_and_where(desk: Desk) -> None:
    error = strong_but_missed(desk)
    said = "1: Taking umbrellas in is graded Bone dry, but 1.1, which is essential, is answered as not met."

    with pytest.raises(CompactError) as caught:
        returns.make(desk)

    assert caught.value.code == ExitCode.PUT_RIGHT
    assert caught.value.message == f"The return was not made: 1 error to put right first. {said}"
    assert error.remedy in caught.value.hint and "compact-tui audit check" in caught.value.hint
    assert returns.preview(desk).held_back == (said,)
    assert not desk.workspace.sent_folder.exists() or not list(desk.workspace.sent_folder.iterdir())
    assert open_audit(desk).audit.returns == ()


def test_an_error_that_is_set_aside_or_mended_holds_nothing_back(desk: Desk) -> None:
    error = strong_but_missed(desk)
    set_aside(desk, error.id, "The by-law changes on Monday.")
    assert review(desk).errors == 0
    assert returns.make(desk).warnings

    take_up(desk, error.id)
    assert review(desk).errors == 1
    answering.answer(desk, "1.1", "in-hand")
    assert returns.preview(desk).held_back == ()
    returns.make(desk)


def test_what_is_set_aside_is_told_in_the_words_that_leave(photo: Desk) -> None:
    records.add_action(photo, {"what": "Read /home/jane/list.docx aloud to everybody at the desk and at the till"}, ())
    finding = found(photo, "action-unowned")
    assert "jane" not in finding.message

    set_aside(photo, finding.id, "It is read.")

    assert found(photo, "action-unowned").set_aside == "It is read."
    assert not any("does not say who" in warning for warning in returns.preview(photo).warnings)


def test_review_shows_what_was_seen_and_no_return_does(photo: Desk) -> None:
    answering.write_note(photo, "1.1", "Mum rang from 07700 900123.")

    finding = found(photo, "private-contact")

    assert (finding.seen, finding.field_words, finding.number) == (("07700 900123",), "the note", "1.1")
    set_aside(photo, finding.id, "It is the desk's own.")
    folder = returns.make(photo).folder
    told = next(Path(folder).glob("*-return.json")).read_text("utf-8")
    assert '"rule":"private-contact"' in told.replace(" ", "")
    book = open_audit(photo).book.path.read_text("utf-8")
    assert book.count("07700 900123") == 2  # the note itself, and its change in the history


def test_a_reason_that_gives_somebody_away_leads_back_to_review(photo: Desk) -> None:
    set_aside(photo, found(photo, "evidence-nowhere").id, "Ring mum on 07700 900123.")

    finding = found(photo, "private-contact")

    assert (finding.place, finding.field) == ("review", "reason")
    assert len({f.id for f in review(photo).findings}) == len(review(photo).findings)


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("", False),
        ("   ", False),
        ("Ten files were opened on 3/9/2026.", False),
        ("Mum's mobile: 07700 900123", True),
        ("Office mobile: 07700 900999", False),
    ],
)
def test_a_text_is_warned_of_beside_its_field_but_for_what_is_our_own(desk: Desk, text: str, warned: bool) -> None:
    settings.set_up(desk, {"contact_phone": "07700 900999"})

    warning = warning_beside(desk, text)

    assert bool(warning) is warned
    assert "07700" not in warning


def test_a_text_can_be_warned_of_before_anything_is_set_up(tmp_path: Path) -> None:
    assert "phone number" in warning_beside(desk_in(tmp_path), "Mum's mobile: 07700 900123")


def test_without_an_audit_there_is_nothing_to_review(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No audit has been started"):
        review(desk_in(tmp_path))


def test_a_whole_audit_with_nothing_to_question_says_so(tmp_path: Path, no_fsync: None) -> None:
    desk = started(
        tmp_path / "w",
        contact_name="Jo",
        contact_phone="023 9200 0000",
        return_to="all@example.org",
    )
    settings.set_people(
        desk,
        {
            "lead_phone": "023 9200 0001",
            "social_care_phone": "023 9200 0002",
            "out_of_hours_phone": "023 9200 0003",
            "numbers_checked_on": "2026-12-01",
        },
    )
    for criterion in ALL_CRITERIA:
        answering.answer(desk, criterion, "in-hand", note=f"Seen at {criterion}.")
    for number in "123":
        records.add_evidence(desk, {"title": f"Stub {number}", "where": "Desk", "seen_on": "2026-12-01"}, (number,))
        grading.grade(desk, number, "a-few-drops")
        grading.summarise(desk, number, f"Visitors leave drier by {number}.")

    assert rules(review(desk)) == ["unsigned"]
    assert set_aside(desk, found(desk, "unsigned").id, "The chair signs on paper.").set_aside
    assert review(desk, "warning").findings == ()
    assert review(desk).sentence == "1 set aside"
