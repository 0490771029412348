"""A second reader: blind at first, then side by side, then what both agree on."""

import msgspec
import pytest

from compact_tui.core.errors import CompactError, UsageError
from compact_tui.services import agency_audits as audits
from compact_tui.services import agency_cases as cases
from compact_tui.services import agency_second as seconds
from compact_tui.services import agency_summary as found
from compact_tui.services.desk import Desk
from tests.services.agency_desks import begun, drawn, filled
from tests.services.desks import reopened


def read_twice(desk: Desk, *answers: str) -> str:
    """An audit of which two cases were read twice; the answers in the order of cases and questions."""
    audit = filled(desk, first="yes", other="partly")
    view = seconds.begin_second(desk, audit, {"share": "50", "seed": "1", "reader": "Deputy"})
    said = iter(answers)
    for line in view.cases:
        for question in ("1", "2"):
            seconds.second_answer(desk, audit, line.ref, question, next(said))
    seconds.finish_second(desk, audit)
    return audit


@pytest.mark.parametrize(("share", "number"), [("", 1), ("1", 1), ("50", 2), ("51", 3), ("100", 4)])
def test_a_share_of_the_finished_cases_is_chosen_and_never_none(desk: Desk, share: str, number: int) -> None:
    view = seconds.begin_second(desk, filled(desk), {"share": share})

    assert len(view.cases) == number
    assert view.reading is not None
    assert list(view.reading.cases) == sorted(view.reading.cases)


def test_only_cases_that_are_done_are_read_again_and_chosen_once(desk: Desk) -> None:
    empty = begun(desk)
    with pytest.raises(CompactError, match="No case is done yet"):
        seconds.begin_second(desk, empty, {})
    audit = drawn(desk)
    for question in ("1", "2"):
        cases.answer(desk, audit, "C03", question, "yes")
    cases.done(desk, audit, "C03")

    assert [line.ref for line in seconds.begin_second(desk, audit, {"share": "100"}).cases] == ["C03"]
    with pytest.raises(CompactError, match="has begun already"):
        seconds.begin_second(desk, audit, {})
    with pytest.raises(CompactError, match="the cases stay"):
        cases.draw(desk, audit, {"total": "5", "size": "2", "redrawn_because": "x"})


def test_the_second_reader_sees_nothing_of_the_first_until_it_is_finished(desk: Desk) -> None:
    audit = filled(desk, first="no", other="not-applicable")
    cases.answer(desk, audit, "C01", "1", note="Zq-first", unsafe=True)
    cases.write_case(desk, audit, "C01", {"strength": "Zq-strong", "learning": "Zq-learn"})
    view = seconds.begin_second(desk, audit, {"share": "100"})
    page = seconds.second_answer(desk, audit, "C01", "1", "yes")

    shown = msgspec.json.encode((view, page, seconds.second(desk, audit), seconds.second_page(desk, audit, "C01")))

    assert b"Zq-" not in shown
    assert (page.blind, page.unsafe, page.done) == (True, False, False)
    assert [one.answer for one in page.questions] == ["yes", ""]
    assert (view.agreement, view.differences, {line.answered for line in view.cases}) == (None, (), {0})
    with pytest.raises(CompactError, match="nothing is compared yet"):
        seconds.decide(desk, audit, "C01", "1", {"answer": "yes"})
    with pytest.raises(CompactError, match="7 questions left"):
        seconds.finish_second(desk, audit)


def test_side_by_side_it_says_how_far_two_agree_and_where_not(desk: Desk) -> None:
    audit = read_twice(desk, "yes", "no", "yes", "partly")

    view = seconds.second(reopened(desk), audit)

    assert view.agreement is not None
    assert (view.agreement.pairs, view.agreement.agreed, view.agreement.percent) == (4, 3, 75)
    assert (view.agreement.kappa, view.agreement.linear) == ("0.60", "0.67")
    (only,) = view.differences
    assert (only.question, only.first_words, only.second_words, only.agreed) == (only.question, "partly", "no", "")
    assert (view.open_differences, view.sentence) == (1, "1 difference to agree on.")


def test_what_both_agree_on_counts_and_can_be_put_better(desk: Desk) -> None:
    audit = read_twice(desk, "yes", "no", "yes", "partly")
    (only,) = seconds.second(desk, audit).differences
    found.summarise(desk, audit, {"works": "x"})
    with pytest.raises(CompactError, match="1 difference between two readers"):
        audits.close(desk, audit)

    seconds.decide(desk, audit, only.case, "2", {"answer": "yes", "note": "Both saw the hook."})
    view = seconds.decide(desk, audit, only.case, "2", {"answer": "no", "note": "It was not ours."})

    assert (view.differences[0].agreed, view.differences[0].note) == ("no", "It was not ours.")
    assert view.open_differences == 0
    second_tally = found.summary(desk, audit).tallies[1]
    assert (second_tally.partly, second_tally.no) == (3, 1)
    assert audits.close(desk, audit).head.status == "closed"


def test_once_compared_neither_reader_is_changed_any_more(desk: Desk) -> None:
    audit = read_twice(desk, "yes", "no", "yes", "partly")
    (only,) = seconds.second(desk, audit).differences

    with pytest.raises(CompactError, match="stays as each of them said"):
        cases.answer(desk, audit, only.case, "2", "no")
    with pytest.raises(CompactError, match="what was read stays"):
        seconds.second_answer(desk, audit, only.case, "2", "partly")
    with pytest.raises(CompactError, match="have been compared"):
        audits.take_back(desk, audit)
    assert cases.case_page(desk, audit, only.case).fixed
    assert seconds.second_page(desk, audit, only.case).fixed
    other = next(line.ref for line in audits.show(desk, audit).cases if not line.second)
    assert cases.answer(desk, audit, other, "2", "no").questions[1].answer == "no"
    assert other in audits.take_back(desk, audit)
    assert cases.case_page(desk, audit, other).questions[1].answer == "partly"


def test_a_decision_is_taken_back_like_everything_else(desk: Desk) -> None:
    audit = read_twice(desk, "yes", "no", "yes", "partly")
    (only,) = seconds.second(desk, audit).differences
    seconds.decide(desk, audit, only.case, "2", {"answer": "no"})

    assert "agreed" in audits.take_back(desk, audit)

    assert seconds.second(desk, audit).open_differences == 1


@pytest.mark.parametrize(
    ("ref", "question", "typed", "part"),
    [
        ("C99", "1", {"answer": "yes"}, "no case"),
        ("same", "1", {"answer": "yes"}, "Both readers said the same"),
        ("differs", "2", {"answer": ""}, "This is needed"),
        ("differs", "2", {"answer": "perhaps"}, "is not one of"),
    ],
)
def test_only_a_difference_is_decided(desk: Desk, ref: str, question: str, typed: dict[str, str], part: str) -> None:
    audit = read_twice(desk, "yes", "no", "yes", "partly")
    (only,) = seconds.second(desk, audit).differences

    with pytest.raises(UsageError, match=part):
        seconds.decide(desk, audit, {"same": only.case, "differs": only.case}.get(ref, ref), question, typed)


def test_a_case_that_is_not_read_twice_has_no_second_page(desk: Desk) -> None:
    audit = filled(desk)
    with pytest.raises(CompactError, match="No second reading has begun"):
        seconds.second_page(desk, audit)
    view = seconds.begin_second(desk, audit, {"share": "25", "seed": "1"})
    other = next(ref for ref in ("C01", "C02") if ref != view.cases[0].ref)

    with pytest.raises(UsageError, match=f'no case "{other}"'):
        seconds.second_page(desk, audit, other)
    assert seconds.second_page(desk, audit).ref == view.cases[0].ref


def test_an_answer_of_the_second_reader_can_be_taken_back(desk: Desk) -> None:
    audit = filled(desk)
    ref = seconds.begin_second(desk, audit, {}).cases[0].ref
    seconds.second_answer(desk, audit, ref, "1", "yes")

    assert seconds.second_answer(desk, audit, ref, "1", "").answered == 0
    with pytest.raises(UsageError, match="is no answer"):
        seconds.second_answer(desk, audit, ref, "1", "sometimes")


def marked_by_the_second(desk: Desk) -> tuple[str, str]:
    """An audit, summed up, and the case in which its second reader read of a child who may be unsafe."""
    audit = filled(desk)
    found.summarise(desk, audit, {"works": "Much."})
    ref = seconds.begin_second(desk, audit, {}).cases[0].ref
    seconds.second_answer(desk, audit, ref, "1", unsafe=True)
    return audit, ref


def test_a_child_who_may_be_unsafe_holds_the_audit_back_whichever_reader_read_it(desk: Desk) -> None:
    audit, ref = marked_by_the_second(desk)

    page = seconds.second_page(reopened(desk), audit, ref)
    assert (page.unsafe, page.questions[0].unsafe, page.questions[1].unsafe) == (True, True, False)
    assert (page.answered, page.act_now[:24], page.told_on) == (0, "Stop, and act on it now:", "")
    (line,) = seconds.second(desk, audit).cases
    assert (line.unsafe, line.told, line.state) == (True, False, "not begun")
    assert audits.show(desk, audit).act_now.startswith(f"{ref}: a child may be unsafe.")
    first = cases.case_page(desk, audit, ref)
    assert first.act_now.startswith("The second reader has read it here. Stop")
    assert (first.unsafe, [one.unsafe for one in first.questions]) == (True, [False, False])
    for asked in first.questions:
        seconds.second_answer(desk, audit, ref, asked.id, asked.answer)
    seconds.finish_second(desk, audit)
    with pytest.raises(CompactError, match="nobody has said that the lead was told"):
        audits.close(desk, audit)

    told = seconds.second_told(desk, audit, ref)

    assert (told.act_now, told.unsafe, told.told_on) == ("", True, "2026-12-03")
    assert (told.questions[0].answer, told.questions[0].unsafe) == (first.questions[0].answer, True)
    assert cases.case_page(desk, audit, ref).told_on == "2026-12-03"
    assert audits.show(desk, audit).act_now == ""
    assert seconds.second(desk, audit).cases[0].told
    assert audits.close(desk, audit).head.status == "closed"


def test_whoever_says_on_the_first_page_that_the_lead_was_told_says_so_for_both(desk: Desk) -> None:
    audit, ref = marked_by_the_second(desk)
    cases.answer(desk, audit, ref, "2", unsafe=True)

    page = cases.told(desk, audit, ref)

    assert (page.act_now, page.told_on) == ("", "2026-12-03")
    assert seconds.second_page(desk, audit, ref).act_now == ""
    assert audits.show(desk, audit).act_now == ""
    assert cases.told(desk, audit, ref) == page


def test_the_second_reader_settles_only_their_own_and_sees_nothing_of_the_first(desk: Desk) -> None:
    audit, ref = marked_by_the_second(desk)
    cases.answer(desk, audit, ref, "2", unsafe=True)

    page = seconds.second_told(desk, audit, ref)

    assert (page.act_now, page.questions[1].unsafe) == ("", False)
    assert cases.case_page(desk, audit, ref).act_now.startswith("Stop, and act on it now")
    assert audits.show(desk, audit).act_now.startswith(ref)
    assert seconds.second_told(desk, audit, ref) == page


def test_the_second_readers_mark_is_taken_back_and_then_nothing_was_told(desk: Desk) -> None:
    audit, ref = marked_by_the_second(desk)
    seconds.second_answer(desk, audit, ref, "1", "no")
    seconds.second_told(desk, audit, ref)

    page = seconds.second_answer(desk, audit, ref, "1", unsafe=False)

    assert (page.questions[0].answer, page.answered) == ("no", 1)
    assert (page.unsafe, page.act_now, page.told_on) == (False, "", "")
    assert audits.show(desk, audit).act_now == ""
    for verb in (seconds.second_told, cases.told):
        with pytest.raises(CompactError, match=f"Nothing in {ref} says"):
            verb(desk, audit, ref)
    seconds.second_answer(desk, audit, ref, "1", unsafe=True)
    assert audits.show(desk, audit).act_now.startswith(ref)
