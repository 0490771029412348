"""Finding words and numbers anywhere in an audit."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compact_tui.core.audit import Action, Audit, CriterionAnswer, Evidence, Grade, Summary
from compact_tui.core.pack import AuditPack
from compact_tui.core.search import find
from tests.samples import head, umbrella_pack

PACK = umbrella_pack()
ITEMS = [s.id for s in PACK.standard] + [c.id for s in PACK.standard for c in s.criterion]
AUDIT = Audit(
    head=head(),
    answers=(
        CriterionAnswer(
            criterion="u1-wet-rack",
            answer="no-rain-here",
            note="The café's TRAY",
            private_note="Ask Zoë quietly",
            reason="Sahara branch",
        ),
        CriterionAnswer(criterion="gone", note="parked Sahara"),
    ),
    grades=(Grade(standard="u2", level="soaked", reason="Flood in Straße"),),
    summaries=(Summary(standard="u3", text="Children\nstay  dry"),),
    evidence=(
        Evidence(id="e-1", title="Mirror photo", where="Till", held_by="Shopkeeper", supports=("u2-watch", "u2")),
        Evidence(id="e-2", title="Mirror invoice", supports=("u2-repair",)),
    ),
    actions=(Action(id="t-1", what="Buy a spike", who="Porter", outcome="Bought two", supports=("u3-match", "u3")),),
)


def places(text: str, audit: Audit = AUDIT, pack: AuditPack = PACK) -> list[tuple[str, str]]:
    return [(hit.number, hit.field) for hit in find(pack, audit, text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cafe", [("1.2", "note")]),
        ("CAFÉ", [("1.2", "note")]),
        ("cafe\u0301", [("1.2", "note")]),
        ("ZOE quiet", [("1.2", "private note")]),
        ("quiet zoë", [("1.2", "private note")]),
        ("zoe sahara", []),
        ("sahara", [("1.2", "reason")]),
        ("strasse", [("2", "reason for the grade")]),
        ("flood", [("2", "reason for the grade")]),
        ("STAY dry", [("3", "summary")]),
        ("photo", [("2", "evidence"), ("2.1", "evidence")]),
        ("shopkeeper", [("2", "evidence"), ("2.1", "evidence")]),
        ("mirror invoice", [("2.2", "evidence")]),
        ("bought", [("3", "action"), ("3.1", "action")]),
        ("catch", [("2.3", "statement")]),
        ("parasols", [("2.3", "question"), ("2.3", "statement")]),
        ("ten blind", [("1.1", "guidance")]),
        ("nobody's business", [("2", "introduction")]),
        ("nobody\u2019s business", [("2", "introduction")]),
        ("parked", []),
        ("xyzzy", []),
        ("(", []),
    ],
)
def test_all_words_must_be_in_one_place_and_capitals_and_accents_make_no_difference(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert places(text) == found


ALL_NUMBERS = ["1", "1.1", "1.2", "1.3", "2", "2.1", "2.2", "2.3", "3", "3.1", "3.2", "3.3"]


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_no_text_finds_every_standard_and_criterion_as_a_place_to_go(text: str) -> None:
    hits = find(PACK, AUDIT, text)

    assert [hit.number for hit in hits] == ALL_NUMBERS
    assert {hit.field for hit in hits if hit.criterion} == {"criterion"}
    assert [(hit.standard, hit.title) for hit in hits if not hit.criterion] == [(s.id, s.title) for s in PACK.standard]


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("2", ["2", "2.1", "2.2", "2.3"]),
        ("2.", ["2", "2.1", "2.2", "2.3"]),
        ("2.3", ["2.3"]),
        (" 2.3 ", ["2.3"]),
        ("²", ["2", "2.1", "2.2", "2.3"]),
        ("4", []),
        ("2.9", []),
        (".2", []),
        (".", []),
        ("2.3.1", []),
        ("2 3", []),
    ],
)
def test_a_number_finds_the_standard_or_criterion_with_it(typed: str, numbers: list[str]) -> None:
    assert [n for n, field in places(typed) if field in {"standard", "criterion"}] == numbers


def test_a_number_is_not_the_beginning_of_another_standards_number() -> None:
    first = PACK.standard[0]
    twelve = tuple(msgspec.structs.replace(first, id=f"n{n}", number=n) for n in range(1, 13))
    many = msgspec.structs.replace(first, criterion=first.criterion * 4)

    pack = msgspec.structs.replace(PACK, standard=(many, *twelve[1:]))

    assert [n for n, f in places("1", pack=pack) if f == "standard"] == ["1"]
    assert [n for n, f in places("1.1", pack=pack) if f == "criterion"] == ["1.1", "1.10", "1.11", "1.12"]


def test_a_number_in_a_text_is_found_after_the_place_with_that_number() -> None:
    audit = Audit(head=head(), answers=(CriterionAnswer(criterion="u3-lend", note="Only 2 are left"),))

    assert places("2", audit) == [
        ("2", "standard"),
        ("2.1", "criterion"),
        ("2.2", "criterion"),
        ("2.3", "criterion"),
        ("3.3", "note"),
    ]


@pytest.mark.parametrize(
    ("note", "word", "excerpt"),
    [
        ("Needle", "needle", "Needle"),
        ("a" * 100 + " needle", "needle", "…" + "a" * 35 + " needle"),
        ("needle " + "b" * 100, "NEEDLE", "needle " + "b" * 35 + "…"),
        ("ﬃ½…" * 40 + " needle", "needle", "…" + ("ﬃ½…" * 40)[-35:] + " needle"),
        ("x\n\n  needle\ty", "needle", "x needle y"),
        ("e\u0301" * 60 + " nee\u0301dle", "needle", None),
    ],
)
def test_an_excerpt_is_on_one_line_and_holds_the_word(note: str, word: str, excerpt: str | None) -> None:
    audit = Audit(head=head(), answers=(CriterionAnswer(criterion="u1-greeting", note=note),))

    (hit,) = find(PACK, audit, word)

    assert "\n" not in hit.excerpt
    assert hit.excerpt == excerpt or (excerpt is None and hit.excerpt.endswith(" nee\u0301dle"))
    assert (hit.standard, hit.criterion, hit.title) == ("u1", "u1-greeting", "Is the visitor told how it works?")


@given(st.text(max_size=60), st.text(max_size=20))
@settings(derandomize=True, deadline=None, max_examples=200)
def test_any_text_may_be_looked_for_in_any_text(note: str, text: str) -> None:
    audit = Audit(head=head(), answers=(CriterionAnswer(criterion="u1-ticket", note=note),))

    hits = find(PACK, audit, text)

    assert {hit.standard for hit in hits} <= set(ITEMS)
    assert all(hit.criterion in {"", *ITEMS} for hit in hits)


@given(st.text("aÉ ß1.Σς\n🐛½", max_size=30))
@settings(derandomize=True, deadline=None, max_examples=200)
def test_every_word_of_a_note_finds_it(note: str) -> None:
    audit = Audit(head=head(), answers=(CriterionAnswer(criterion="u1-ticket", note=note),))

    assert [word for word in note.split() if ("1.1", "note") not in places(word, audit)] == []
