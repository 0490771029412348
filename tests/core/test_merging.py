"""Merging two versions of records that came from one."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compact_tui.core.change import Edit
from compact_tui.core.merge_values import BOTH, MINE, THEIRS, Choices, MergeLine, Saying, TableRule
from compact_tui.core.merge_words import AUDIT_RULES, LENT_RULES, MergeView, merge_view, saying_of
from compact_tui.core.merging import Merged, merge
from tests.samples import umbrella_pack

Record = dict[str, Any]
Records = dict[str, dict[str, Record]]

RULES = {
    "answers": TableRule(
        together=("answer", "reason"),
        leads=("answer", "reason"),
        texts=("note", "reason"),
        blank=lambda key: answer(key),
    ),
    "things": TableRule(),
}


def answer(key: str, word: str = "", note: str = "", reason: str = "", by: str = "", at: str = "") -> Record:
    return {"key": key, "answer": word, "note": note, "reason": reason, "by": by, "at": at}


def met(
    base: Record | None,
    mine: Record | None,
    theirs: Record | None,
    choices: Choices | None = None,
    *,
    me: str = "Ours",
    them: str = "Theirs",
) -> Merged:
    """The merge of one answer."""
    sides = [{"answers": {"c": one} if one else {}} for one in (base, mine, theirs)]
    return merge(*sides, rules=RULES, choices=choices, saying=Saying(me=me, them=them))


def after(merged: Merged, mine: Record | None) -> Record | None:
    """What stands after the edits of a merge of one answer."""
    (edit,) = merged.edits or (Edit("answers", "c", mine, mine),)
    assert edit.before == mine
    return edit.after


BASE = answer("c", "met", "Old.", by="Lead", at="1")


@pytest.mark.parametrize(
    ("mine", "theirs", "lines", "stands"),
    [
        (BASE, BASE, [], BASE),
        (BASE, BASE | {"note": "New."}, [("note", THEIRS)], BASE | {"note": "New."}),
        (BASE | {"note": "New."}, BASE, [("note", MINE)], BASE | {"note": "New."}),
        (BASE | {"note": "Both."}, BASE | {"note": "Both."}, [], BASE | {"note": "Both."}),
        (BASE | {"note": "A."}, BASE | {"note": "B."}, [("note", BOTH)], BASE | {"note": "A."}),
        (
            BASE | {"note": "A."},
            BASE | {"answer": "not", "by": "HR", "at": "2"},
            [("note", MINE), ("answer", THEIRS)],
            BASE | {"note": "A.", "answer": "not", "by": "HR", "at": "2"},
        ),
        (
            BASE | {"answer": "partly", "at": "3"},
            BASE | {"answer": "n/a", "reason": "None here.", "by": "HR", "at": "2"},
            [("answer", BOTH)],
            BASE | {"answer": "partly", "at": "3"},
        ),
        (None, BASE, [], None),
        (BASE, None, [("answer", THEIRS), ("note", THEIRS)], answer("c")),
    ],
)
def test_each_field_is_same_or_ours_or_theirs_or_both(
    mine: Record | None, theirs: Record | None, lines: list[tuple[str, str]], stands: Record | None
) -> None:
    base = BASE if mine is not None else None
    merged = met(base, mine, theirs if mine is not None else None)

    assert sorted((line.field, line.state) for line in merged.lines) == sorted(lines)
    assert after(merged, mine) == stands


def test_an_answer_that_only_they_gave_comes_in_with_who_and_when() -> None:
    theirs = answer("c", "met", "Seen.", by="HR", at="2")

    merged = met(None, None, theirs)

    assert merged.edits == (Edit("answers", "c", None, theirs),)


def test_a_note_of_theirs_beside_our_answer_leaves_our_name_on_the_answer() -> None:
    merged = met(BASE, BASE | {"answer": "not", "at": "2"}, BASE | {"note": "More.", "by": "HR", "at": "3"})

    assert after(merged, BASE | {"answer": "not", "at": "2"}) == BASE | {"answer": "not", "note": "More.", "at": "2"}


def test_what_only_they_changed_can_be_refused() -> None:
    theirs = BASE | {"note": "New."}

    merged = met(BASE, BASE, theirs, Choices({"answers/c/note": "mine"}))

    assert not merged.edits
    assert [line.choice for line in merged.lines] == ["mine"]


@pytest.mark.parametrize(
    ("way", "note"),
    [("mine", "A."), ("theirs", "B."), ("keep", "Lead: A.\n\nHR: B."), ("", "A."), ("sideways", "A.")],
)
def test_what_both_changed_is_as_it_was_chosen(way: str, note: str) -> None:
    mine, theirs = BASE | {"note": "A."}, BASE | {"note": "B."}

    for choices in (Choices({"answers/c/note": way}), Choices(both=way)):
        merged = met(BASE, mine, theirs, choices, me="Lead", them="HR")
        result = after(merged, mine)
        assert result is not None
        assert result["note"] == note == merged.lines[0].result
        assert len(merged.undecided) == (way in ("", "sideways"))


def test_both_texts_are_kept_under_the_names_of_those_who_answered() -> None:
    mine, theirs = BASE | {"note": "A."}, BASE | {"note": "B.", "answer": "not", "by": "Officer", "at": "2"}

    merged = met(BASE, mine, theirs, Choices(both="keep"), me="Us", them="HR")

    result = after(merged, mine)
    assert result is not None
    assert result["note"] == "Lead: A.\n\nOfficer: B."
    again = met(BASE, result, theirs, Choices(both="keep"), me="Us", them="HR")
    assert not again.edits
    assert not again.undecided


def test_two_answers_cannot_both_be_kept_but_two_reasons_for_one_can() -> None:
    apart = met(BASE, BASE | {"answer": "not"}, BASE | {"answer": "partly"}, Choices(both="keep"))
    alike = met(
        BASE, BASE | {"answer": "n/a", "reason": "A"}, BASE | {"answer": "n/a", "reason": "B"}, Choices(both="keep")
    )

    assert [(line.ways, line.choice) for line in apart.lines] == [(("mine", "theirs"), "")]
    assert [(line.ways, line.choice) for line in alike.lines] == [(("mine", "theirs", "keep"), "keep")]
    assert [edit.after["reason"] for edit in alike.edits if edit.after] == ["Ours: A\n\nTheirs: B"]


THING = {"id": "t", "title": "Roll", "supports": ["a"], "by": "Lead", "at": "1"}


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "both", "state", "stands"),
    [
        (None, None, THING, "", THEIRS, THING),
        (None, THING, None, "", MINE, THING),
        (THING, THING, None, "", THEIRS, None),
        (THING, None, THING, "", MINE, None),
        (THING, THING | {"title": "New"}, None, "", BOTH, THING | {"title": "New"}),
        (THING, THING | {"title": "New"}, None, "theirs", BOTH, None),
        (THING, None, THING | {"title": "New"}, "", BOTH, None),
        (THING, None, THING | {"title": "New"}, "theirs", BOTH, THING | {"title": "New"}),
        (THING, None, THING | {"title": "New"}, "keep", BOTH, None),
        (
            THING,
            THING | {"supports": ["a", "b"]},
            THING | {"supports": ["c", "a"]},
            "keep",
            BOTH,
            THING | {"supports": ["a", "b", "c"]},
        ),
    ],
)
def test_a_record_is_added_removed_or_changed_on_either_side(
    base: Record | None, mine: Record | None, theirs: Record | None, both: str, state: str, stands: Record | None
) -> None:
    sides = [{"things": {"t": one} if one else {}} for one in (base, mine, theirs)]

    merged = merge(*sides, rules=RULES, choices=Choices(both=both))

    assert [line.state for line in merged.lines] == [state]
    assert (merged.edits[0].after if merged.edits else mine) == stands
    assert bool(merged.undecided) == (state == BOTH and (both == "" or (both == "keep" and stands is None)))


def test_what_never_leaves_stays_as_it_is_here() -> None:
    mine = {"criterion": "c", "answer": "met", "note": "", "private_note": "Ask Bob.", "reason": "", "by": "", "at": ""}
    theirs = mine | {"answer": "not", "private_note": ""}
    piece = {"id": "e", "title": "Roll", "file": "/here/roll.pdf", "sha256": "1", "file_size": 3, "file_on": "2"}
    sent = {"id": "e", "title": "New roll", "file": "", "sha256": "", "file_size": 0, "file_on": ""}
    base: Records = {"answers": {"c": theirs | {"answer": "met"}}, "evidence": {"e": sent | {"title": "Roll"}}}

    merged = merge(
        base,
        {"answers": {"c": mine}, "evidence": {"e": piece}},
        {"answers": {"c": theirs}, "evidence": {"e": sent}},
        rules=LENT_RULES,
    )

    assert [line.id for line in merged.lines] == ["answers/c/answer", "evidence/e/title"]
    assert [edit.after for edit in merged.edits] == [mine | {"answer": "not"}, piece | {"title": "New roll"}]


def test_lines_are_said_in_the_words_of_the_pack() -> None:
    pack = umbrella_pack()
    blank = {"criterion": "u1-ticket", "note": "", "private_note": "", "by": "", "at": ""}
    mine = {"answers": {"u1-ticket": blank | {"answer": "in-hand", "reason": ""}}}
    theirs: Records = {
        "answers": {"u1-ticket": blank | {"answer": "no-rain-here", "reason": "Dry."}},
        "evidence": {
            "e": {
                "id": "e",
                "title": "Roll",
                "kind": "ticket-stub",
                "where": "Door",
                "seen_on": "2026-12-01",
                "supports": ["u1-ticket"],
            }
        },
    }

    merged = merge({}, mine, theirs, rules=AUDIT_RULES, saying=saying_of(pack, "Lead", "HR"))

    first, second = merged.lines
    assert (first.place, first.words, first.base) == ("1.1", "Answer", "")
    assert (first.mine, first.theirs) == ("In hand", "No rain here: Dry.")
    assert (second.place, second.words, second.theirs) == ("1.1", "Evidence", "Roll, Door")
    view = merge_view("Part", merged)
    assert view.sentence == (
        "1 changed by them and 1 changed by both. 1 change waits for your choice; ours stays until then."
    )
    assert (view.take_words, view.taken, view.undecided) == ("Take in 1 change", 1, 1)


TEXT = st.text("ab \n:=é", max_size=6).map(str.strip)
WHO = st.sampled_from(["", "Lead", "HR"])
ANSWERS = st.builds(
    lambda word, note, reason, by, at: answer("?", word, note, reason, by, at),
    st.sampled_from(["", "met", "not", "n/a"]),
    TEXT,
    TEXT,
    WHO,
    st.sampled_from(["", "1", "2", "3"]),
)
THINGS = st.fixed_dictionaries(
    {"title": TEXT, "supports": st.lists(st.sampled_from("abc"), unique=True, max_size=3), "by": WHO, "at": WHO}
)


def _keyed(records: dict[str, Record]) -> dict[str, Record]:
    return {key: record | {"key": key} for key, record in records.items()}


SIDES = st.fixed_dictionaries(
    {
        "answers": st.dictionaries(st.sampled_from("xyz"), ANSWERS, max_size=3).map(_keyed),
        "things": st.dictionaries(st.sampled_from("pqr"), THINGS, max_size=3),
    }
)
WAYS = st.sampled_from(["", "mine", "theirs", "keep"])


def applied(mine: Records, merged: Merged) -> Records:
    result: Records = {table: dict(rows) for table, rows in mine.items()}
    for edit in merged.edits:
        assert result[edit.table].get(edit.id) == edit.before
        result[edit.table].pop(edit.id, None) if edit.after is None else result[edit.table].update(
            {edit.id: edit.after}
        )
    return result


def texts_of(side: Mapping[str, Mapping[str, Record]]) -> set[str]:
    """Every text that a person typed on a side."""
    names = ("note", "reason", "title", "answer")
    return {record[name] for rows in side.values() for record in rows.values() for name in names if record.get(name)}


def told(lines: tuple[MergeLine, ...]) -> str:
    return "\n".join(text for line in lines for text in (line.base, line.mine, line.theirs))


@given(SIDES, SIDES, SIDES, WAYS)
@settings(derandomize=True, deadline=None, max_examples=120)
def test_no_text_of_either_side_is_dropped_unseen(base: Records, mine: Records, theirs: Records, both: str) -> None:
    merged = merge(base, mine, theirs, rules=RULES, choices=Choices(both=both))

    result = applied(mine, merged)
    here = "\n".join(texts_of(result)) + told(merged.lines)
    assert all(text in here for text in texts_of(mine) | texts_of(theirs))


@given(SIDES, SIDES)
@settings(derandomize=True, deadline=None, max_examples=100)
def test_where_only_one_side_changed_the_result_is_that_side(base: Records, changed: Records) -> None:
    assert not merge(base, changed, base, rules=RULES).edits

    result = applied(base, merge(base, base, changed, rules=RULES))

    assert contents(result) == contents(changed)


def contents(side: Records) -> object:
    """What a side says, without who and when, and without answers that say nothing."""
    answers = {
        key: {name: value for name, value in record.items() if name not in ("by", "at")}
        for key, record in side["answers"].items()
        if any(record[name] for name in ("answer", "note", "reason"))
    }
    things = {
        key: {name: v for name, v in record.items() if name not in ("by", "at")}
        for key, record in side["things"].items()
    }
    return answers, things


@given(SIDES, SIDES, SIDES, WAYS)
@settings(derandomize=True, deadline=None, max_examples=120)
def test_the_same_file_taken_twice_changes_nothing_more(
    base: Records, mine: Records, theirs: Records, both: str
) -> None:
    once = applied(mine, merge(base, mine, theirs, rules=RULES, choices=Choices(both=both)))

    again = merge(base, once, theirs, rules=RULES, choices=Choices(both="" if both == "keep" else both))

    assert not again.edits


@given(SIDES, SIDES, SIDES)
@settings(derandomize=True, deadline=None, max_examples=100)
def test_the_order_of_lines_is_that_of_our_records_and_counts_add_up(
    base: Records, mine: Records, theirs: Records
) -> None:
    merged = merge(base, mine, theirs, rules=RULES)
    view: MergeView = merge_view("Part", merged)

    seen = list(dict.fromkeys((line.table, line.record) for line in merged.lines))
    wanted = [(table, key) for table in RULES for key in dict.fromkeys([*mine[table], *theirs[table], *base[table]])]
    assert seen == [pair for pair in wanted if pair in set(seen)]
    assert view.mine + view.theirs + view.both == len(view.lines)
    assert view.same + len(seen) == len(wanted)
