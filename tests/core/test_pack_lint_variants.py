"""The lint of what variations see: variants are looked at like the criterion itself, and each as it is read."""

from typing import Any

import msgspec
import pytest

from compact_tui.core.pack import AuditPack
from compact_tui.core.pack_lint import lint
from compact_tui.core.problems import Path, Severity, say
from tests.core.packs_with_mistakes import TODAY, Edit, add, drop, linted, put, small

C = ("standard", 0, "criterion", 0)
"""The first criterion, an essential must that both variations see."""
V = (*C, "variant", 0)
S = ("standard", 0, "variant", 0)
LAW = {"source": "umbrella-by-law", "place": "Section 9", "confidence": "C", "checked_on": "2026-01-10"}
BOOK = {**LAW, "source": "cloakroom-handbook"}


def with_variants() -> Any:
    """The small pack, with a variant of its first standard and criterion for kiosks."""
    plain = small()
    add((*C, "variant"), {
        "variations": ["kiosk"],
        "duty": "kind-custom",
        "good": "A clothes peg with a number is enough where there is no rack.",
        "where": ["The box of pegs"],
        "ask": ["Helper: which peg is this one's?"],
        "evidence_kinds": ["visitor-word"],
        "source": [dict(BOOK)],
    })(plain)  # fmt: skip
    add(("standard", 0, "variant"), {"variations": ["kiosk"], "introduction": "A kiosk has a hatch and no hall."})(
        plain
    )
    return plain


def kiosk_only(path: Path, value: object) -> Edit:
    """An edit that adds a variant for kiosks which says one thing."""
    return put((*path, "variant"), [{"variations": ["kiosk"], **(value if isinstance(value, dict) else {})}])


WRONG: list[tuple[Edit, str, str, str]] = [
    (put((*V, "duty"), "kind-costum"), "u1-ticket, variant 1, duty", 'No duty "kind-costum"', '"kind-custom"'),
    (put((*V, "evidence_kinds"), ["stub"]), "u1-ticket, variant 1, evidence_kinds 1", 'No kind of evidence "stub"', ""),
    (put((*V, "evidence_kinds"), ["visitor-word"] * 2), "u1-ticket, variant 1, evidence_kinds 2", "named twice", ""),
    (put((*V, "source", 0, "source"), "by-law"), "u1-ticket, variant 1, source 1, source", 'No source "by-law"', ""),
    (put((*V, "source", 0, "place"), ""), "u1-ticket, variant 1, source 1, place", "missing or empty", "Fill"),
    (put((*V, "source", 0, "confidence"), "D"), "u1-ticket, variant 1, source 1, confidence", '"D" is not known', "C2"),
    (put((*V, "source", 0, "checked_on"), "2026-11-23"), "u1-ticket, variant 1, source 1, checked_on", "come yet", ""),
    (put((*V, "source", 0, "checked_on"), ""), "u1-ticket, variant 1, source 1, checked_on", "is not a day", ""),
    (put((*V, "where"), ["x", ""]), "u1-ticket, variant 1, where", "has an empty text", "take it out"),
    (put((*V, "ask"), [""]), "u1-ticket, variant 1, ask", "has an empty text", ""),
    (put((*V, "variations"), ["kiosc"]), "u1-ticket, variant 1, variations 1", 'No variation "kiosc"', '"kiosk"'),
    (put((*V, "variations"), []), "u1-ticket, variant 1, variations", "names no variation", "whom it is for"),
    (put((*V, "variations"), ["kiosk"] * 2), "u1-ticket, variant 1, variations 2", "named twice", "Take one out"),
    (put((*C, "variations"), ["gallery"]), "u1-ticket, variant 1, variations 1", "does not see this criterion", "Add"),
    (add((*C, "variant"), {"variations": ["kiosk"], "duty": "must"}),
     "u1-ticket, variant 2, variations 1", '"kiosk" has a variant of this already', "into one"),
    (put((*C, "variant"), [{"variations": ["kiosk"]}]), "u1-ticket, variant 1", "says nothing anew", "take it out"),
    (put(S, {"variations": ["kiosk"]}), "u1, variant 1", "says nothing anew", "take it out"),
    (put((*S, "variations"), []), "u1, variant 1, variations", "names no variation", ""),
    (put((*S, "variations"), ["kiosc"]), "u1, variant 1, variations 1", 'No variation "kiosc"', '"kiosk"'),
    (add(("standard", 0, "variant"), {"variations": ["kiosk"], "impact_prompt": "So what?"}),
     "u1, variant 2, variations 1", "has a variant of this already", ""),
    # Musts, as each variation sees them.
    (put((*V, "duty"), "must"), "u1-ticket, variant 1, duty", "in force and was seen for kiosk.", "lower"),
    (kiosk_only(C, {"source": [BOOK]}), "u1-ticket, variant 1, source", "was seen for kiosk.", "Name one"),
    (kiosk_only(C, {"source": [{**LAW, "confidence": "I"}]}), "u1-ticket, variant 1, source", "for kiosk.", ""),
    (kiosk_only(("standard", 0, "criterion", 1), {"duty": "must"}), "u1-wet-rack, variant 1, duty", "for kiosk.", ""),
    (put((*C, "source"), [BOOK]), "u1-ticket, duty", "was seen for gallery.", "Name one"),
    (put(("source", 0, "status"), "not in force"), "u1-ticket, duty", "was seen for gallery.", ""),
    (add((*C, "variant"), {"variations": ["kiosk"], "duty": "must"}), "u1-ticket, variant 2, duty", "for kiosk.", ""),
    # What one variation finds empty.
    (put((*C, "good"), ""), "u1-ticket, good", '"good" is missing or empty for gallery.', "Fill it in"),
    (put((*C, "where"), []), "u1-ticket, where", '"where" is missing or empty for gallery.', ""),
    (put(("standard", 0, "introduction"), ""), "u1, introduction", "is missing or empty for gallery.", ""),
    (put(("standard", 0, "impact_prompt"), ""), "u1, impact_prompt", '"impact_prompt" is missing or empty.', ""),
    # What a profile needs.
    (put((*C, "needs"), ["webside"]), "u1-ticket, needs 1", 'No need "webside"', 'Did you mean "website"?'),
    (put((*C, "needs"), ["umbrella"]), "u1-ticket, needs 1", 'No need "umbrella"', "There is staff, premises, food"),
    (put((*C, "needs"), ["food", "food"]), "u1-ticket, needs 2", "named twice", ""),
    (put((*C, "kinds"), ["gp-practise"]), "u1-ticket, kinds 1", 'No kind of setting "gp-practise"', '"gp-practice"'),
    (put((*C, "kinds"), ["museum"]), "u1-ticket, kinds 1", 'No kind of setting "museum"', "that is there"),
    (put(("pack", "serves"), [{"text": "A by-law", "variations": ["galery"]}]),
     "pack, serves 1, variations 1", '"galery"', '"gallery"'),
    # Sentences that one reader meets twice.
    (put((*V, "good"), "Well. The tray is emptied at noon and at four, and no coat sleeve touches it."),
     "u1-wet-rack, good", "stands in u1-ticket (good) already", "only here"),
    (put((*V, "where"), ["The zinc tray at a quarter past twelve"]), "u1-wet-rack, where 1", "u1-ticket (where)", ""),
    (put((*V, "ask"), ["Is it so? Which peg is it?", "Is it so? Well, is it so here?", "Well, is it so here?"]),
     "u1-ticket, variant 1, ask 3", "stands in u1-ticket (ask) already", ""),
    (put((*S, "introduction"), "Between noon and closing the rack is nobody's business."),
     "u2, introduction", "stands in u1 (introduction) already", ""),
]  # fmt: skip


def test_variants_that_are_sound_are_left_alone() -> None:
    assert [say(problem) for problem in linted(with_variants())] == []


@pytest.mark.parametrize(("edit", "where", "what", "remedy"), WRONG)
def test_one_thing_wrong_in_a_variant_is_found_where_it_is(edit: Edit, where: str, what: str, remedy: str) -> None:
    plain = with_variants()
    edit(plain)

    found = linted(plain)

    assert any(
        problem.where == where
        and what in problem.what
        and remedy in problem.remedy
        and problem.severity is Severity.ERROR
        for problem in found
    ), [say(problem) for problem in found]


RIGHT: list[Edit] = [
    # A must that is one for kiosks only, and is founded there.
    put(V, {"variations": ["kiosk"], "duty": "must", "source": [LAW]}),
    put(V, {"variations": ["kiosk"], "source": [{**LAW, "confidence": "C2"}]}),
    # The must of the criterion needs no founding where the variant lowers it.
    put((*V, "source"), []),
    put((*C, "needs"), ["staff", "premises", "food", "overnight", "transport", "website"]),
    put((*C, "kinds"), ["gp-practice", "other"]),
    put(("pack", "serves"), [{"text": "A by-law", "variations": ["kiosk"]}, {"text": "Another", "variations": []}]),
    # Nobody reads both what the criterion says and what its variant says in its place.
    put((*V, "good"), "The roll of tickets hangs by the door."),
    put((*S, "introduction"), "A wet umbrella meets the museum at the door."),
    # What both say is said to one reader each.
    put(("standard", 0, "criterion", 1, "variant"),
        [{"variations": ["gallery"], "good": "A clothes peg with a number is enough where there is no rack."}]),
    # Every variation has its own words, so the criterion need have none.
    add((*C, "variant"), {"variations": ["gallery"], "good": "Twelve pegs hang in the order of the roll."}),
    # An unfinished variation may lack what it likes.
    lambda plain: (put(("variation", 1, "offered"), False)(plain), put((*V, "duty"), "must")(plain)),
]  # fmt: skip


@pytest.mark.parametrize("edit", RIGHT)
def test_what_a_variant_may_say_is_left_alone(edit: Edit) -> None:
    plain = with_variants()
    edit(plain)

    assert [say(problem) for problem in linted(plain)] == []


def test_what_every_variation_finds_is_told_once_and_names_none() -> None:
    plain = with_variants()
    drop(V)(plain)
    put((*C, "source"), [])(plain)

    assert [(problem.where, problem.what) for problem in linted(plain)] == [
        ("u1-ticket, source", '"source" is missing or empty.'),
        ("u1-ticket, duty", 'The duty "must" rests on no source that is in force and was seen.'),
    ]


def test_a_criterion_that_no_offered_variation_sees_is_checked_as_it_stands() -> None:
    plain = small()
    put(("variation", 1, "offered"), False)(plain)
    put((*C, "variations"), ["kiosk"])(plain)
    assert linted(plain) == ()

    put((*C, "good"), "")(plain)

    assert [(problem.where, problem.what) for problem in linted(plain)] == [
        ("u1-ticket, good", '"good" is missing or empty.')
    ]


def test_a_pack_without_variations_reads_its_criteria_as_they_stand() -> None:
    plain = small()
    put(("variation",), [])(plain)
    put(("signer",), [])(plain)
    put((*C, "source"), [BOOK])(plain)

    assert [problem.what for problem in linted(plain)] == [
        'The duty "must" rests on no source that is in force and was seen.'
    ]


@pytest.mark.parametrize(
    ("topics", "where"),
    [
        ((), []),
        (("tickets", "rack", "lost"), []),
        (("tickets", "rack"), ["u3, topics 2"]),
        (("rack", "lost"), ["u1, topics 1", "u3, topics 1"]),
    ],
)
def test_topics_are_looked_at_where_it_is_said_which_there_are(topics: tuple[str, ...], where: list[str]) -> None:
    pack = msgspec.convert(small(), AuditPack)

    assert [problem.where for problem in lint(pack, TODAY, topics=topics)] == where


def test_a_topic_of_a_criterion_that_is_not_known_is_told_with_the_nearest() -> None:
    plain = small()
    named = [topic for standard in plain["standard"] for topic in standard["topics"]]
    put((*C, "topics"), ["ticketts", "tickets", "tickets"])(plain)

    found = lint(msgspec.convert(plain, AuditPack), TODAY, topics=named)

    assert [(p.where, p.what, p.remedy) for p in found] == [
        ("u1-ticket, topics 1", 'No topic "ticketts" is known.', 'Did you mean "tickets"?'),
        ("u1-ticket, topics 3", '"tickets" is named twice.', "Take one out."),
    ]
