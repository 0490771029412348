"""The rules on what was written: placeholders, repetition, nobody in it, and somebody too plainly in it."""

from typing import Any

import msgspec
import pytest

from compact_tui.core.audit import Audit, CriterionAnswer, Evidence, SetAside, Summary
from compact_tui.core.findings import Finding, find_all
from compact_tui.core.pack import AuditPack
from compact_tui.core.placeholder import placeholder_in, speaks_of
from compact_tui.core.setting import Setting, own_details
from tests.samples import TODAY, lamp_audit, lamp_pack, lamp_return, setting

replace = msgspec.structs.replace
LAMP = lamp_audit()
MOBILE = "07700 900123"


def found(audit: Audit, who: Setting | None = None, pack: AuditPack | None = None) -> list[Finding]:
    return list(find_all(who or setting(), pack or lamp_pack(), audit, TODAY))


def noting(note: str, **more: Any) -> Audit:
    answers = tuple(replace(a, note=note, **more) if a.criterion == "hall-switch" else a for a in LAMP.answers)
    return replace(LAMP, answers=answers)


def test_a_text_that_could_name_a_child_is_told_before_every_other_warning() -> None:
    told = [one for one in found(replace(noting("Sam K, dob 14.03.2015"), grades=())) if one.severity == "warning"]

    assert [one.rule for one in told[:2]] == ["child-identified", "standard-not-graded"]


def notes(*texts: str) -> Audit:
    ids = ("hall-bulb", "hall-switch", "hall-shade", "stairs-bulb")
    return replace(LAMP, answers=tuple(
        replace(a, note=text) for a, text in zip(sorted(LAMP.answers, key=lambda a: ids.index(a.criterion)), texts,
                                                 strict=True)
    ))  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "tbc",
        " TBC. ",
        "To be confirmed",
        "n/a",
        "N / A",
        "N/A.",
        "na",
        "see above",
        "See above!",
        "as before",
        "As last year.",
        "ditto",
        "same as above",
        "None.",
        "-",
        "…",
        "?",
        "???",
        "xxx",
        "x",
        "Lorem ipsum dolor sit amet",
        "The lead is XXX and the deputy holds the key.",
        "Reviewed by [name of lead] in June",
        "Reviewed on [date]",
        "[insert policy here]",
        "Held by <role>",
        "Training on ____ for all",
        "Who holds it? TBC next week",
        "Checked by ??? on Monday",
        "todo",
        "asdf",
        "Policy approved ......",
    ],
)
def test_words_that_only_keep_a_place_are_found(text: str) -> None:
    assert placeholder_in(text)
    assert placeholder_in(text) in text


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "None of the files lacked a reference.",
        "See above the door: the poster.",
        "Not applicable: we have no kitchen.",
        "As before, ten files were opened, and all ten agreed.",
        "Same sheet as the nursery uses.",
        "Yes.",
        "Met.",
        "We asked: what would you do?",
        "[Anna] holds it",
        "Log [2]",
        "[address taken out]",
        "Form 6xx is by the door.",
        "Wait ... then ring.",
        "12",
        "孩子们知道该找谁",
        "Superbowl XX",
        "The TBCs were cleared.",
    ],
)
def test_words_that_say_something_are_left_alone(text: str) -> None:
    assert placeholder_in(text) == ""


def test_a_placeholder_is_found_in_every_text_that_leaves_with_its_place() -> None:
    audit = replace(
        noting("tbc", private_note="tbc"),
        summaries=(replace(LAMP.summaries[0], text="xxx"), LAMP.summaries[1]),
        grades=(replace(LAMP.grades[0], reason="as before"), LAMP.grades[1]),
        evidence=(replace(LAMP.evidence[0], where="n/a", file="tbc"), LAMP.evidence[1]),
        actions=(replace(LAMP.actions[0], who="tbc"),),
        sign_offs=(replace(LAMP.sign_offs[0], name="TBC"),),
    )

    told = [f for f in found(audit) if f.rule == "placeholder"]

    assert [(f.where, f.field, f.number) for f in told] == [
        ("hall-switch", "note", "1.2"),
        ("hall", "reason", "1"),
        ("hall", "summary", "1"),
        ("e-1", "where", "1.1"),
        ("t-1", "who", "1.3"),
        ("s-1", "sign_off", ""),
    ]
    assert {f.message for f in told} == {"A text here only keeps a place for words to come."}


SAME = "The office rings back within the hour."


@pytest.mark.parametrize(
    ("audit", "expected"),
    [
        (notes(f"One. {SAME}", f"Two! {SAME}", f"Three, four. {SAME}", ""), ["1.1, 1.2 and 1.3"]),
        (notes(SAME, f"{SAME.upper()} Two bulbs.", f"Then: yes. {SAME.replace(' ', '  ')}", ""), ["1.1, 1.2 and 1.3"]),
        (notes(SAME, SAME, SAME, ""), []),
        (notes(f"{SAME} Two bulbs are kept in the drawer.", f"{SAME} Ask the porter for the other key.", SAME, ""),
         ["1.1, 1.2 and 1.3"]),
        (notes(f"A. {SAME}", f"B. {SAME}", "", ""), []),
        (notes("Yes we do. A.", "Yes we do. B.", "Yes we do. C.", "Yes we do. D."), []),
        (replace(notes(f"{SAME} One more thing is written here.", "", "", ""),
                 summaries=tuple(Summary(standard=s, text=f"Children know. {SAME}") for s in ("hall", "stairs"))),
         ["1, 1.1 and 2"]),
        (notes(f"{SAME} {SAME} {SAME}", "", "", ""), []),
    ],
)  # fmt: skip
def test_the_same_sentence_in_three_places_is_told_once_where_it_stands_first(
    audit: Audit, expected: list[str]
) -> None:
    told = [f.message for f in found(audit) if f.rule == "same-sentence"]

    assert told == [f"A sentence from here stands at {numbers}, word for word." for numbers in expected]


def test_two_sentences_repeated_from_one_place_are_one_finding() -> None:
    other = "Ten files were opened on Monday morning."
    audit = notes(f"{SAME} {other}", f"{SAME} {other} And more of it.", f"{other} Then: {SAME}", f"{other} Again.")

    told = [f for f in found(audit) if f.rule == "same-sentence"]

    assert [(f.where, f.message) for f in told] == [
        ("hall-bulb", "A sentence from here stands at 1.1, 1.2, 1.3 and 2.1, word for word.")
    ]


def test_the_same_reason_twice_is_noted_but_not_what_the_profile_says() -> None:
    hall_grade, stairs_grade = LAMP.grades
    audit = replace(
        LAMP, grades=(replace(hall_grade, reason=" As we decided. "), replace(stairs_grade, reason="As WE decided"))
    )
    assert [(f.where, f.message) for f in found(audit) if f.rule == "same-reason"] == [
        ("hall", "The same reason is given at 1 and 2.")
    ]

    off = "Switched off by our profile: we have no food or drink for children."
    hall, stairs = lamp_pack().standard
    hall = replace(hall, criterion=tuple(replace(c, needs=("food",)) for c in hall.criterion))
    answers = tuple(CriterionAnswer(criterion=c.id, answer="no-lamp", reason=off) for c in hall.criterion)
    pack = replace(lamp_pack(), standard=(hall, stairs))
    told = found(replace(LAMP, answers=answers), setting(without=("food",)), pack)
    assert "same-reason" not in [f.rule for f in told]
    told = found(replace(LAMP, answers=answers), setting(), pack)
    assert "same-reason" in [f.rule for f in told]


@pytest.mark.parametrize(
    ("text", "people", "expected"),
    [
        ("Children know whom to tell.", (), True),
        ("EVERY CHILD'S record was read", (), True),
        ("Young\npeople were asked.", (), True),
        ("Two babies sleep beside an adult.", (), True),
        ("The under-fives room has a gate.", (), True),
        ("Parents\u2019 evening told us.", (), True),
        ("We hold the certificate.", (), False),
        ("The childcare software was renewed.", (), False),
        ("Kidney bowls are kept in the office.", (), False),
        ("", (), False),
        ("Visitors smile.", ("visitors", "visitor"), True),
        ("Each visitor\u2019s coat is dry.", ("visitors", "visitor"), True),
        ("Children smile.", ("visitors", "visitor"), False),
        ("Our little ones sleep.", ("little ones",), True),
    ],
)
def test_whether_a_text_speaks_of_those_it_is_all_for(text: str, people: tuple[str, ...], expected: bool) -> None:
    assert speaks_of(text, people) is expected


def test_a_summary_about_nobody_is_told_in_the_words_of_the_pack() -> None:
    audit = replace(LAMP, summaries=(Summary(standard="hall", text="The bulbs were replaced."), LAMP.summaries[1]))
    head = lamp_pack().pack

    def told(people: tuple[str, ...]) -> list[str]:
        pack = replace(lamp_pack(), pack=replace(head, people=people))
        return [f.message for f in found(audit, pack=pack) if f.rule == "nobody-in-summary"]

    assert told(("visitors", "nobody")) == ["The summary of The hall says nothing about visitors."]
    assert told(("bulbs", "nobody")) == []
    assert told(()) == [
        "The summary of The hall says nothing about children.",
        "The summary of The stairs says nothing about children.",
    ]


def test_what_could_identify_a_child_is_told_with_its_place_and_without_the_words_themselves() -> None:
    audit = replace(
        noting(f"Spoke to mum on {MOBILE}. Her son was born on 3/4/2015.", private_note=f"Mum's mobile is {MOBILE}"),
        evidence=(*LAMP.evidence, Evidence(id="e-9", title=f"Note to mum, {MOBILE}", where="Desk", supports=("hall",))),
    )

    told = [f for f in found(audit) if f.rule in {"child-identified", "private-contact"}]

    assert [(f.rule, f.where, f.field, f.number, f.stays) for f in told] == [
        ("child-identified", "hall-switch", "note", "1.2", False),
        ("private-contact", "hall-switch", "note", "1.2", False),
        ("private-contact", "hall-switch", "private_note", "1.2", True),
        ("private-contact", "e-9", "title", "1", False),
    ]
    assert all(MOBILE not in f.message + f.remedy + f.id + f.mark and "2015" not in f.message for f in told)
    assert [MOBILE in " ".join(f.seen) for f in told] == [False, True, True, True]
    assert len([w for w in lamp_return(audit).warnings if w.endswith("child or patient.")]) == 3


def test_the_setting_s_own_numbers_and_addresses_are_not_private() -> None:
    who = setting(contact_email="jo.gray@gmail.com, office@example.org", lado_contact=f"{MOBILE}; lado@example.org")

    assert {"jo.gray@gmail.com", "office@example.org", MOBILE, "lado@example.org"} <= set(own_details(who))
    assert found(noting(f"The number to ring is {MOBILE}."), who) == []
    assert [f.rule for f in found(noting(f"The number to ring for mum is {MOBILE}."))] == ["private-contact"]


def test_another_number_in_the_same_place_stands_again_after_one_was_set_aside() -> None:
    (finding,) = found(noting(f"Mum's mobile: {MOBILE}"))
    record = SetAside(id=finding.id, rule=finding.rule, where=finding.where, reason="Not hers.", mark=finding.mark)

    def told(note: str) -> list[str]:
        return [f.set_aside for f in found(replace(noting(note), set_asides=(record,)))]

    assert told(f"Mum's mobile is {MOBILE} still") == ["Not hers."]
    assert told("Mum's mobile: 07700 900456") == [""]
