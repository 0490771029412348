"""Standing as a person sees it: ranked, as evidence, and in the return where the setting chooses."""

from pathlib import Path

import pytest

from compact_tui.core.errors import UsageError
from compact_tui.core.standing_shared import StandingShared
from compact_tui.core.standing_views import NOT_HELD
from compact_tui.services import boards, evidence, history, looking, returns, signing, standing, walks
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from compact_tui.services.drafts import draft_of
from tests.samples import without_levels
from tests.services.desks import at, reopened, small_pack, started, started_with
from tests.standing_samples import all_four, audited, hear, walked

ROWS = ("standard", "results", "agencyaudit", "board")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return started(tmp_path / "brolly")


@pytest.fixture
def full(desk: Desk) -> Desk:
    return all_four(desk)


def test_it_works_while_every_other_part_is_empty(desk: Desk) -> None:
    view = standing.standing(desk)

    assert [row.id for row in view.rows] == ["u1", "u2", "u3"]
    assert {row.words for row in view.rows} == {"nothing beside it yet"}
    assert [voice.place for voice in view.rows[0].voices] == ["standard", "results", "agency", "boards"]
    assert view.rows[0].opens.kind == "claimed"
    assert (view.sentence, view.shared) == ("nothing differs so far", False)
    assert NOT_HELD in view.share_words


def test_what_differs_most_stands_first_with_the_most_telling_thing(full: Desk) -> None:
    view = standing.standing(full)

    assert [(row.id, row.line.difference) for row in view.rows] == [
        ("u1", "claims-more"),
        ("u3", "not-claimed"),
        ("u2", "claims-less"),
    ]
    assert view.rows[0].line.because == (
        'Graded Bone dry; 5 of 12 answers in full on "tickets"; files say yes in 4 of 8 answers; '
        'Staff room: "Which umbrella book holds" is out of date.'
    )
    assert view.sentence == "2 of 3 differ"


def test_each_line_opens_what_explains_it(full: Desk) -> None:
    row = standing.standing(full, "1").rows[0]

    assert [voice.place for voice in row.voices] == list(ROWS)
    board, audit = boards.list_boards(full).boards[0].id, row.voices[2].about
    assert [voice.about for voice in row.voices] == ["u1", "tickets", audit, board]
    assert audit.startswith("g-")
    assert row.opens.kind == "known"


def test_one_standard_is_found_by_id_or_number_and_another_word_is_refused(full: Desk) -> None:
    assert [row.id for row in standing.standing(full, "2").rows] == ["u2"]
    assert standing.standing(full, "u2").rows == standing.standing(full, "2").rows
    with pytest.raises(UsageError, match="no standard"):
        standing.standing(full, "9")


@pytest.mark.parametrize(
    ("kind", "title", "where"),
    [
        ("known", "Spot checks, 12 answers on standard 1, last 3 Dec 2026: 5 full, 1 partial and 6 not yet", "Spot"),
        ("shown", "1 single-agency audit, 4 cases on standard 1, last 3 Dec 2026: 4 yes and 4 no", "Single-agency"),
        ("seen", "Notice boards, 3 things on standard 1, last 3 Dec 2026: 2 right and 1 not right", "Walks"),
    ],
)
def test_any_line_becomes_evidence_with_its_figures_and_its_day(full: Desk, kind: str, title: str, where: str) -> None:
    item = standing.standing_evidence(full, "1", kind)

    assert (item.title, item.seen_on, item.supports) == (title, "2026-12-03", ("u1",))
    assert item.kind == "ticket-stub"
    assert item.where.startswith(where)
    voice = next(voice for voice in standing.standing(full, "1").rows[0].voices if voice.kind == kind)
    assert (voice.evidence, voice.evidence_words) == ("kept", "kept as evidence of 3 Dec 2026")
    with pytest.raises(UsageError, match="already"):
        standing.standing_evidence(full, "1", kind)


def test_newer_results_offer_a_newer_piece_and_rewrite_none(full: Desk) -> None:
    first = standing.standing_evidence(full, "1", "known")
    later = at(full, days=5)
    hear(later, "tickets", *("full",) * 8, on=later.today)

    voice = standing.standing(later, "1").rows[0].voices[1]
    assert voice.evidence == "newer"
    assert "there is something newer" in voice.evidence_words

    second = standing.standing_evidence(later, "1", "known")
    kept = {item.id: item.title for item in evidence.list_evidence(later)}
    assert kept == {first.id: first.title, second.id: second.title}
    assert "20 answers" in second.title


def test_evidence_of_another_standard_is_not_this_ones(full: Desk) -> None:
    standing.standing_evidence(full, "2", "known")

    assert [row.voices[1].evidence for row in standing.standing(full).rows] == ["new", "new", "kept"]


@pytest.mark.parametrize(
    ("kind", "said"), [("claimed", "What we say ourselves"), ("knwon", '"known"'), ("seen", "3 things")]
)
def test_what_cannot_become_evidence_says_why(desk: Desk, kind: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        standing.standing_evidence(desk, "1", kind)

    assert said in f"{caught.value.message} {caught.value.hint}"
    assert evidence.list_evidence(desk) == ()


def test_few_answers_are_shown_as_few_and_never_become_evidence(desk: Desk) -> None:
    hear(desk, "tickets", "full", "full", "not-yet", "full")

    row = standing.standing(desk, "1").rows[0]

    assert row.voices[1].words == "4 answers: too few to tell"
    assert (row.line.difference, row.voices[1].evidence) == ("too-little", "")


def test_nothing_of_it_leaves_unless_the_setting_says_so(full: Desk) -> None:
    assert draft_of(full, open_audit(full), "").standing == ()
    before = returns.preview(full)
    assert "What staff know, files show and boards show is not in the return" in before.standing_words
    assert not any("know" in section.heading for section in before.page.sections)


def test_shared_counts_travel_and_are_seen_in_the_preview(full: Desk) -> None:
    told = standing.share_standing(full, True)

    first, second, third = draft_of(full, open_audit(full), "").standing
    assert (told.standards, told.counted_on) == (3, "2026-12-03")
    assert (first.id, first.known.answers, first.known.full, first.known.last) == ("u1", 12, 5, "2026-12-03")
    assert (first.shown.audits, first.shown.yes, first.shown.partly, first.shown.no) == (1, 4, 0, 4)
    assert (first.seen.items, first.seen.right, first.seen.last) == (3, 2, "2026-12-03")
    assert (second.known.answers, second.shown.audits, second.seen.items) == (9, 0, 0)
    assert (third.known.answers, third.shown.last, third.counted_on) == (12, "", "2026-12-03")
    preview = returns.preview(full)
    section = next(s for s in preview.page.sections if s.heading == "What staff know, files show and boards show")
    assert "never held against anyone" in str(section.blocks[0])
    assert "5 of 12 answers in full; 3 Dec 2026" in str(section.blocks[1])
    assert "3 Dec 2026, travel with the return" in preview.standing_words


def test_what_travels_stays_as_it_was_until_it_is_counted_again(full: Desk) -> None:
    standing.share_standing(full, True)
    code = returns.preview(full).code
    later = at(full, days=400)

    assert returns.preview(later).code == code
    hear(later, "tickets", *("full",) * 9, on=later.today)
    view = standing.standing(later)
    assert (returns.preview(later).code, view.newer_counts) == (code, True)
    assert "There are newer ones" in view.share_words

    standing.share_standing(later, True)
    assert returns.preview(later).code != code
    assert not standing.standing(later).newer_counts


def test_said_again_with_the_same_counts_nothing_changes(full: Desk) -> None:
    standing.share_standing(full, True)
    changes = len(history.history(full))

    standing.share_standing(at(full, days=1), True)

    assert len(history.history(full)) == changes


def test_sharing_is_taken_back_by_no_and_by_undo(full: Desk) -> None:
    standing.share_standing(full, True)
    history.undo(full)
    assert open_audit(full).audit.standing == ()
    history.redo(full)
    assert len(open_audit(reopened(full)).audit.standing) == 3

    told = standing.share_standing(full, False)

    assert open_audit(full).audit.standing == ()
    assert (told.shared, NOT_HELD in told.sentence) == (False, True)


def test_few_answers_cases_and_things_do_not_travel(desk: Desk) -> None:
    hear(desk, "tickets", "full", "full", "not-yet", "full")
    audited(desk, first="", other="")
    walked(desk, "there", "wrong")

    standing.share_standing(desk, True)

    counted = open_audit(desk).audit.standing[0]
    assert counted == StandingShared(standard="u1", counted_on="2026-12-03", by="Lead", at=counted.at)


def test_the_return_that_is_made_holds_them_and_reads_back(full: Desk) -> None:
    standing.share_standing(full, True)

    made = returns.make(full)

    assert returns.verify_file(Path(made.return_file)).unknown == ()
    assert '"counted_on": "2026-12-03"' in Path(made.return_file).read_text("utf-8")


def test_the_heads_page_names_where_other_signs_differ(full: Desk) -> None:
    page = signing.signing(full).page

    section = next(section for section in page.sections if section.heading == "Where other signs differ")
    assert "1 Taking umbrellas in: Graded Bone dry; 5 of 12 answers" in str(section)
    assert "2 Keeping umbrellas" in str(section)


def test_a_pack_without_grades_is_claimed_by_its_answers(tmp_path: Path) -> None:
    desk = started_with(tmp_path, without_levels(small_pack()))
    hear(desk, "tickets", *("not-yet",) * 6)

    row = standing.standing(desk, "1").rows[0]

    assert row.line.because == '0 of 3 questions answered so far; 0 of 6 answers in full on "tickets".'
    assert row.line.difference == "not-claimed"


def test_a_walk_that_puts_it_right_is_what_counts(full: Desk) -> None:
    later = at(full, days=3)
    later.shelf.notice_list = full.shelf.notice_list
    walk = walks.begin_walk(later).walk
    board = boards.list_boards(later).boards[0].id
    looking.look(later, walk, board, "edition", mark="there")

    assert standing.standing(later, "1").rows[0].voices[3].words == "3 of 3 things right"
