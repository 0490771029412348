"""The lint of audit packs: each rule by a pack with one thing wrong."""

import msgspec
import pytest

from compact_tui.core.pack import AuditPack
from compact_tui.core.pack_lint import lint
from compact_tui.core.problems import Path, Place, Severity, has_errors, say
from tests.core.packs_with_mistakes import TODAY, Edit, add, drop, linted, put, small

C = ("standard", 0, "criterion", 0)
"""The first criterion, an essential must."""
TWO_WAYS = {"source": "cloakroom-handbook", "place": "", "confidence": "C2", "checked_on": "2026-01-10"}

WRONG: list[tuple[Edit, str, str, str]] = [
    (put(("pack", "id"), "Umbrella Care"), "pack, id", "cannot be an id", "small letters"),
    (put((*C, "id"), "u1_ticket"), "u1_ticket, id", "cannot be an id", "hyphens"),
    (put((*C, "id"), "-x"), "-x, id", "cannot be an id", ""),
    (put((*C, "id"), ""), "u1, criterion 1, id", "cannot be an id", ""),
    (put((*C, "id"), "x" * 61), "x" * 61 + ", id", "cannot be an id", ""),
    (put((*C, "id"), "u3-lend"), "u3-lend, id", 'The id "u3-lend" is used twice.', "Give each its own"),
    (put((*C, "id"), "u2"), "u2, id", 'The id "u2" is used twice.', ""),
    (put(("source", 1, "id"), "umbrella-by-law"), "umbrella-by-law, id", "used twice", ""),
    (put(("level", 0, "id"), "none"), "none, id", "keeps the id", "Choose another"),
    (put(("level", 0, "id"), "not-graded"), "not-graded, id", "keeps the id", ""),
    (put(("answer", 0, "id"), "unanswered"), "unanswered, id", "keeps the id", ""),
    (put((*C, "duty"), "musst"), "u1-ticket, duty", 'No duty "musst"', 'Did you mean "must"?'),
    (put((*C, "duty"), ""), "u1-ticket, duty", "No duty is named.", "There is must and kind-custom."),
    (put(("evidence_kind", 0, "rung"), "stubs"), "ticket-stub, rung", 'No rung "stubs"', 'Did you mean "stubs-show"?'),
    (put(("rung", 1, "id"), "stubs-show"), "stubs-show, id", "used twice", ""),
    (put(("rung", 1, "word"), ""), "visitors-say, word", "missing or empty", ""),
    (put((*C, "evidence_kinds"), ["stub"]), "u1-ticket, evidence_kinds 1", 'No kind of evidence "stub"', ""),
    (put((*C, "evidence_kinds"), ["ticket-stub"] * 2), "u1-ticket, evidence_kinds 2", "named twice", "Take one out"),
    (put((*C, "evidence_kinds"), []), "u1-ticket, evidence_kinds", "missing or empty", "Fill it in"),
    (put((*C, "source", 0, "source"), "by-law"), "u1-ticket, source 1, source", 'No source "by-law"', ""),
    (put((*C, "source"), []), "u1-ticket, source", '"source" is missing or empty', ""),
    (put((*C, "source"), []), "u1-ticket, duty", "rests on no source", "lower the duty"),
    (put((*C, "variations"), ["galery"]), "u1-ticket, variations 1", 'No variation "galery"', '"gallery"'),
    (put(("answer", 2, "counts_as"), "unmet"), "need-support, counts_as", 'No way of counting "unmet"', ""),
    (put(("variation", 0, "sector"), "museums"), "gallery, sector", 'No sector "museums"', "There is education"),
    (put(("standard", 0, "model_answer", 0, "level"), "dry"), "u1, model_answer 1, level", 'No level "dry"', ""),
    (put(("standard", 0, "next_step", 0, "to"), "x"), "u1, next_step 1, to", 'No level "x"', ""),
    (put(("standard", 0, "next_step", 0, "from"), "x"), "u1, next_step 1, from", 'No level "x"', ""),
    (put(("standard", 0, "next_step", 0, "variations"), ["x"]), "u1, next_step 1, variations 1", "No variation", ""),
    (put(("standard", 0, "model_answer", 0, "variations"), ["x"]), "u1, model_answer 1, variations 1", '"x"', ""),
    (put(("level", 1, "rank"), 10), "soaked, rank", 'The rank "10" is used twice.', "Give each its own"),
    (put(("level", 1, "word"), "soaked"), "soaked, word", "is used twice", ""),
    (put(("level", 1, "word"), ""), "a-few-drops, word", "missing or empty", ""),
    (put(("standard", 2, "number"), 2), "u3, number", 'The number "2" is used twice.', ""),
    (put(("answer", 1, "key"), "h"), "half-way, key", 'The key "h" is used twice.', ""),
    (put(("answer", 1, "key"), "hw"), "half-way, key", "not one small letter", "a to z"),
    (put(("answer", 1, "key"), ""), "half-way, key", "not one small letter", ""),
    (put(("answer", 1, "key"), "H"), "half-way, key", "not one small letter", ""),
    (put(("answer", 1, "key"), "1"), "half-way, key", "not one small letter", ""),
    (put(("answer", 1, "word"), "in hand"), "half-way, word", "used twice", ""),
    (put(("answer",), []), "", "There are criteria but no answers to give.", "[[answer]]"),
    (drop(("level", 0)), "u1, model_answer 1, level", 'No level "bone-dry"', ""),
    (drop(("standard", 0, "model_answer", 1)), "u1", 'The level "a-few-drops" has no model answers', "missing"),
    (
        add(("standard", 0, "model_answer"), {"level": "soaked", "text": "Something else entirely is written."}),
        "u1",
        'The level "soaked" has 2 model answers',
        "",
    ),
    (
        put(("standard", 0, "model_answer", 1, "variations"), ["kiosk"]),
        "u1",
        'The level "a-few-drops" has no model answers, where it needs one for gallery.',
        "",
    ),
    (drop(("standard", 0, "next_step", 0)), "u1", 'no next steps from "soaked" to "a-few-drops"', ""),
    (
        put(("standard", 0, "next_step", 0, "to"), "bone-dry"),
        "u1",
        'from "soaked" to "bone-dry" do not lead to the level just above',
        "",
    ),
    (put(("standard", 0, "next_step", 0, "steps"), []), "u1, next_step 1, steps", "missing or empty", ""),
    (put(("standard", 0, "next_step", 0, "steps"), ["x" * 141]), "u1, next_step 1, steps 1", "141 characters", ""),
    (put((*C, "question"), "x" * 59), "u1-ticket, question", "59 characters; there is room for 58", "Shorten"),
    (put(("standard", 0, "short"), "x" * 17), "u1, short", "room for 16", ""),
    (put(("standard", 0, "title"), "x" * 45), "u1, title", "room for 44", ""),
    (put((*C, "text"), "x" * 220 + "."), "u1-ticket, text", "room for 220", ""),
    (put((*C, "text"), "One thing. Another thing."), "u1-ticket, text", "not one sentence", "one thing"),
    (put((*C, "text"), 'They say "yes." Then more.'), "u1-ticket, text", "not one sentence", ""),
    (put((*C, "text"), "No full stop"), "u1-ticket, text", "not one sentence", "full stop"),
    (put((*C, "good"), ""), "u1-ticket, good", '"good" is missing or empty', ""),
    (put((*C, "where"), []), "u1-ticket, where", "missing or empty", ""),
    (put((*C, "ask"), ["x", ""]), "u1-ticket, ask", "has an empty text", "take it out"),
    (put(("standard", 0, "introduction"), ""), "u1, introduction", "missing or empty", ""),
    (put(("standard", 0, "impact_prompt"), ""), "u1, impact_prompt", "missing or empty", ""),
    (put(("standard", 0, "model_answer", 0, "text"), ""), "u1, model_answer 1, text", "missing or empty", ""),
    (put((*C, "source", 0, "place"), ""), "u1-ticket, source 1, place", "missing or empty", ""),
    (put((*C, "source", 0, "confidence"), "C3"), "u1-ticket, source 1, confidence", '"C3" is not known', "C2"),
    (put((*C, "source", 0, "checked_on"), "2026-11-23"), "u1-ticket, source 1, checked_on", "has not come yet", ""),
    (put((*C, "source", 0, "checked_on"), "22/11/2026"), "u1-ticket, source 1, checked_on", "is not a day", "year"),
    (put((*C, "source", 0, "checked_on"), ""), "u1-ticket, source 1, checked_on", '"" is not a day', ""),
    (put((*C, "source", 0, "confidence"), "I"), "u1-ticket, duty", "rests on no source that is in force", ""),
    (put((*C, "source", 0, "source"), "cloakroom-handbook"), "u1-ticket, duty", "rests on no source", ""),
    (put(("source", 0, "status"), "not in force"), "u1-ticket, duty", "rests on no source", ""),
    (put(("source", 0, "status"), "in forse"), "umbrella-by-law, status", "is not known", "in force"),
    (put(("source", 0, "in_force_from"), "2027-04-01"), "umbrella-by-law, in_force_from", "has not come yet", ""),
    (put(("source", 0, "in_force_from"), "2027"), "umbrella-by-law, in_force_from", "is not a day", ""),
    (put(("source", 0, "checked_on"), "2026-11-23"), "umbrella-by-law, checked_on", "has not come yet", ""),
    (put(("source", 0, "title"), ""), "umbrella-by-law, title", "missing or empty", ""),
    (put(("pack", "wording"), ""), "pack, wording", "missing or empty", ""),
    (put(("pack", "valid_from"), "soon"), "pack, valid_from", "is not a day", ""),
    (put(("pack", "valid_to"), "2025-12-31"), "pack, valid_to", "ends before it begins", ""),
    (put(("pack", "change", 0, "on"), "2026-11-23"), "pack, change 1, on", "has not come yet", ""),
    (put((*C, "good"), "Six padded pegs stand at the sunny end; free of HATS!"),
     "u2-parasols, good", "in u1-ticket", ""),
    (put(("standard", 2, "introduction"), "One line. What happens in that minute decides whether it is seen again!"),
     "u3, introduction", 'stands in u1 (introduction) already', "only here"),
    (put((*C, "ask"), ["Who is it?", "What do we keep? And why do we?", "Well. And why do we?"]),
     "u1-ticket, ask 3", "stands in u1-ticket (ask) already", ""),
]  # fmt: skip


def test_the_small_pack_has_nothing_to_put_right() -> None:
    assert linted(small()) == ()


@pytest.mark.parametrize(("edit", "where", "what", "remedy"), WRONG)
def test_one_thing_wrong_is_found_where_it_is(edit: Edit, where: str, what: str, remedy: str) -> None:
    plain = small()
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
    put((*C, "question"), "x" * 57 + "?"),
    put((*C, "text"), "x" * 219 + "."),
    put((*C, "text"), "It holds for 3.5 metres of rack, e.g. by the door."),
    put((*C, "source", 0, "checked_on"), TODAY),
    put((*C, "variations"), ["gallery"]),
    put(("pack", "valid_to"), ""),
    put(("pack", "valid_to"), TODAY),
    put(("pack", "review_by"), TODAY),
    put(("source", 1, "in_force_from"), "2027-04-01"),
    put(("standard", 2, "criterion"), []),
    put(("variation", 1, "offered"), False),
    add((*C, "source"), {**TWO_WAYS, "place": "Chapter 2"}),
    put(("evidence_kind", 1, "id"), "visitor-word"),
    put(("evidence_kind", 1, "rung"), ""),
    put((*C, "where"), ["The rib book"]),
]


@pytest.mark.parametrize("edit", RIGHT)
def test_what_is_just_right_is_left_alone(edit: Edit) -> None:
    plain = small()
    edit(plain)

    assert [say(problem) for problem in linted(plain)] == []


@pytest.mark.parametrize(("key", "words_"), [("review_by", "was to be reviewed by"), ("valid_to", "was valid until")])
def test_a_pack_past_its_day_is_a_warning_from_the_day_after(key: str, words_: str) -> None:
    plain = small()
    plain["pack"][key] = "2026-11-21"

    (found,) = linted(plain)

    assert found.severity is Severity.WARNING
    assert found.what == f"The pack {words_} 21 November 2026."
    assert not has_errors([found])


def test_a_variation_that_is_not_offered_may_be_unfinished() -> None:
    plain = small()
    plain["standard"][0]["model_answer"][0]["variations"] = ["gallery"]
    assert [problem.what for problem in linted(plain)] == [
        'The level "bone-dry" has no model answers, where it needs one for kiosk.'
    ]

    plain["variation"][1]["offered"] = False
    assert linted(plain) == ()


def test_an_offered_variation_needs_a_criterion_somewhere() -> None:
    plain = small()
    for standard in plain["standard"]:
        for criterion in standard["criterion"]:
            criterion["variations"] = ["gallery"]

    assert [problem.what for problem in linted(plain)] == ["No standard has a criterion for kiosk."]


def test_a_pack_with_no_offered_variation_is_told_once() -> None:
    plain = small()
    for variation in plain["variation"]:
        variation["offered"] = False

    assert [problem.what for problem in linted(plain)] == ["No variation is offered, so nobody can start an audit."]


def test_a_pack_without_variations_is_checked_as_a_whole() -> None:
    plain = small()
    plain["variation"] = []
    plain["signer"] = []
    assert linted(plain) == ()

    del plain["standard"][0]["model_answer"][0]
    assert [problem.what for problem in linted(plain)] == [
        'The level "bone-dry" has no model answers, where it needs one.'
    ]


def test_a_scale_of_one_level_is_no_scale() -> None:
    plain = small()
    plain["level"] = plain["level"][:1]

    assert "The scale has 1 levels; it needs 2 to 9." in [problem.what for problem in linted(plain)]


def test_a_pack_of_absurd_size_is_refused_before_anything_is_compared() -> None:
    plain = small()
    plain["standard"] *= 21
    assert [problem.what for problem in linted(plain)] == ["The pack has 63 standards; at most 60 are taken."]

    plain["standard"] = plain["standard"][:1]
    plain["standard"][0]["criterion"] *= 201
    plain["standard"][0]["model_answer"] *= 134
    assert [problem.what for problem in linted(plain)] == [
        "The pack has 603 criteria; at most 600 are taken.",
        "The pack has 402 model answers; at most 400 are taken.",
    ]


def test_problems_come_in_the_order_of_files_and_lines() -> None:
    plain = small()
    plain["standard"][0]["short"] = ""
    plain["standard"][1]["short"] = ""
    plain["source"][0]["title"] = ""
    places = {"standard": Place("b.toml", 5), "source": Place("a.toml", 9)}

    def locate(path: Path) -> Place:
        return places[str(path[0])] if path[1] == 0 else Place("b.toml", 2)

    found = lint(msgspec.convert(plain, AuditPack), TODAY, locate)

    assert [(p.file, p.line, p.where) for p in found] == [
        ("a.toml", 9, "umbrella-by-law, title"),
        ("b.toml", 2, "u2, short"),
        ("b.toml", 5, "u1, short"),
    ]


def test_a_pack_without_levels_is_sound_when_nothing_in_it_speaks_of_grades() -> None:
    plain = small()
    plain["level"] = []
    plain["rule"] = []
    for standard in plain["standard"]:
        standard["model_answer"] = []
        standard["next_step"] = []

    assert [problem.what for problem in linted(plain)] == []

    plain["rule"] = [{"level": "none", "because": "Nothing is suggested."}]

    assert "The scale has 0 levels; it needs 2 to 9." in [problem.what for problem in linted(plain)]
