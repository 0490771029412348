"""What differs between two returns, in words."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from compact_tui.core.audit import Action, Audit, CriterionAnswer, Evidence, Grade, LastGrade, Summary
from compact_tui.core.return_changes import changes_between
from compact_tui.core.returns import PASSING, Return, content_code
from tests.samples import lamp_audit, lamp_pack, lamp_return, setting

LATER: dict[str, Any] = {"by": "Deputy", "at": "2026-12-02T08:00:00Z"}


def said(**changes: object) -> list[tuple[str, str, str]]:
    """Kind, place and words of what changes when the lamp audit does."""
    after = lamp_return(msgspec.structs.replace(lamp_audit(), **changes))
    return [(c.kind, c.where, c.words) for c in changes_between(lamp_return(), after, lamp_pack())]


def but(records: tuple[Any, ...], place: int, /, **changes: object) -> tuple[Any, ...]:
    """Records with one of them changed."""
    return (*records[:place], msgspec.structs.replace(records[place], **changes), *records[place + 1 :])


A = lamp_audit()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"sign_offs": ()}, []),
        (
            {"answers": but(A.answers, 0, answer="flickers")},
            [
                ("suggested", "hall", "Standard 1: The hall: suggested level Bright -> Dim"),
                ("answer", "hall-bulb", "1.1 Is there a bulb? lit -> flickers"),
            ],
        ),
        ({"answers": but(A.answers, 0, note="")}, [("note", "hall-bulb", "1.1 Is there a bulb? note taken out")]),
        ({"answers": but(A.answers, 0, note="Three.")}, [("note", "hall-bulb", "1.1 Is there a bulb? note changed")]),
        ({"answers": but(A.answers, 3, note="Oh.")}, [("note", "stairs-bulb", "2.1 Lit? note added")]),
        (
            {"answers": but(A.answers, 2, reason="No.")},
            [("reason", "hall-shade", "1.3 Is there a shade? reason changed")],
        ),
        (
            {"answers": but(A.answers, 0, **LATER)},
            [("again", "hall-bulb", "1.1 Is there a bulb? answered again, the same")],
        ),
        ({"answers": but(A.answers, 0, private_note="Secret.")}, []),
        (
            {"grades": but(A.grades, 1, level="dim")},
            [("grade", "stairs", "Standard 2: The stairs: grade Bright -> Dim")],
        ),
        ({"grades": A.grades[:1]}, [("grade", "stairs", "Standard 2: The stairs: grade Bright -> Not graded")]),
        (
            {"grades": but(A.grades, 0, reason="It shines.")},
            [("reason", "hall", "Standard 1: The hall: reason for the grade added")],
        ),
        ({"grades": but(A.grades, 0, **LATER)}, [("again", "hall", "Standard 1: The hall: said again, the same")]),
        (
            {"summaries": but(A.summaries, 0, text="Dark.")},
            [("summary", "hall", "Standard 1: The hall: summary changed")],
        ),
        (
            {"evidence": (*A.evidence, Evidence(id="e-3", title="Wattage list", supports=("stairs",)))},
            [("evidence", "e-3", 'Evidence added: "Wattage list"')],
        ),
        ({"evidence": A.evidence[1:]}, [("evidence", "e-1", 'Evidence taken out: "Bulb log"')]),
        (
            {"evidence": but(A.evidence, 0, seen_on="2026-12-01", title="Log")},
            [
                (
                    "evidence",
                    "e-1",
                    'Evidence "Bulb log": title changed and the day it was seen 20 November 2026 -> 1 December 2026',
                )
            ],
        ),
        (
            {"actions": but(A.actions, 0, status="done", done_on="2026-12-02")},
            [
                (
                    "action",
                    "t-1",
                    'Action "Buy a shade": status open -> done and the day it was done not said -> 2 December 2026',
                )
            ],
        ),
        ({"actions": ()}, [("action", "t-1", 'Action taken out: "Buy a shade"')]),
        ({"actions": but(A.actions, 0, **LATER)}, [("again", "t-1", 'Action "Buy a shade": said again, the same')]),
        (
            {"last_grades": but(A.last_grades, 0, level="bright")},
            [("last-time", "stairs", "Last time's grade of standard 2: Glowing -> Bright")],
        ),
        (
            {"last_grades": (*A.last_grades, LastGrade(standard="hall"))},
            [("last-time", "hall", "Last time's grade of standard 1: not said -> not asked")],
        ),
        ({"set_asides": ()}, [("set-aside", "hall", "A finding about 1 was no longer set aside (no-one)")]),
    ],
)
def test_a_change_is_said_with_its_place(changes: dict[str, object], expected: list[tuple[str, str, str]]) -> None:
    assert said(**changes) == expected


def test_the_whole_texts_before_and_after_come_with_the_line() -> None:
    after = lamp_return(msgspec.structs.replace(A, summaries=but(A.summaries, 0, text="Dark.")))

    (change,) = changes_between(lamp_return(), after, lamp_pack())

    assert (change.before, change.after, change.number) == ("Children can read the notices.", "Dark.", "1")


def test_another_front_sheet_is_one_change_that_names_what_is_other() -> None:
    after = lamp_return(who=setting(contact_email="a@example.org", contact_name="Al", due="2027-01-01", areas=()))

    (change,) = changes_between(lamp_return(), after, lamp_pack())

    assert change.words == "The front sheet: the areas it is shared with, the day it is due and the contact changed"


def test_the_words_of_a_pack_that_lacks_an_item_are_its_id() -> None:
    bare = msgspec.structs.replace(lamp_pack(), standard=(), answer=())
    after = lamp_return(msgspec.structs.replace(A, answers=but(A.answers, 3, answer="out")))

    assert "stairs-bulb: lit -> out" in [c.words for c in changes_between(lamp_return(), after, bare)]


def test_a_standard_that_was_not_asked_then_is_said() -> None:
    before = lamp_return()
    less = msgspec.structs.replace(before, standards=before.standards[:1])

    assert [c.words for c in changes_between(less, before, lamp_pack())] == ["Standard 2: The stairs: asked only now"]
    assert [c.words for c in changes_between(before, less, lamp_pack())] == ["Standard 2: The stairs: no longer asked"]


def plain_of(return_: Return) -> Any:
    """A return as a file has it."""
    return msgspec.json.decode(msgspec.json.encode(return_))


def leaves(value: object, steps: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], object]]:
    """Every text, number and truth in plain data, with the way to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*steps, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from leaves(inner, (*steps, at))
    else:
        yield steps, value


def test_whatever_is_other_in_the_content_is_told_and_nothing_else_is() -> None:
    full = msgspec.structs.replace(
        A,
        answers=(*A.answers, CriterionAnswer(criterion="attic", answer="lit")),
        grades=(*A.grades, Grade(standard="attic", level="dim")),
        summaries=(*A.summaries, Summary(standard="attic", text="Old.")),
        actions=(*A.actions, Action(id="t-old", what="Sweep", supports=("attic",))),
    )
    before, looked = lamp_return(full), 0
    for steps, value in leaves(plain_of(before)):
        if isinstance(value, int) or steps[-1] in {"format", "format_version", "record", "digest"}:
            continue
        plain = plain_of(before)
        inner = plain
        for step in steps[:-1]:
            inner = inner[step]
        inner[steps[-1]] = f"{value}x"
        after = msgspec.convert(plain, Return)
        told = changes_between(before, after, lamp_pack())
        assert bool(told) is (steps[0] not in PASSING), steps
        assert bool(told) is (content_code(before) != content_code(after)), steps
        looked += 1
    assert looked > 150


def test_the_same_things_in_another_order_are_told_as_another_form() -> None:
    after = lamp_return(msgspec.structs.replace(A, evidence=A.evidence[::-1]))

    assert [c.kind for c in changes_between(lamp_return(), after, lamp_pack())] == ["form"]


def test_an_audit_without_anything_in_it_differs_in_every_answer() -> None:
    empty = lamp_return(Audit(head=A.head))

    kinds = {c.kind for c in changes_between(lamp_return(), empty, lamp_pack())}

    assert {"answer", "grade", "summary", "evidence", "action", "last-time", "set-aside"} <= kinds


def test_what_was_said_about_items_that_are_not_asked_is_told_as_that() -> None:
    old = (*A.answers, CriterionAnswer(criterion="attic", answer="lit"))

    assert [kind for kind, _, _ in said(answers=old)] == ["parked"]
