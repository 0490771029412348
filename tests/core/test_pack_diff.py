"""What a new edition does to each item: declared where the owner says so, worked out where nobody does."""

import pytest
from msgspec.structs import replace

from compact_tui.core.item_changes import item_change_problems
from compact_tui.core.pack import AuditPack, Criterion, Rule, Signer
from compact_tui.core.pack_diff import ItemDiff, counts_of_items, pack_diff
from compact_tui.core.pack_head import ItemChange
from compact_tui.core.problems import say
from compact_tui.core.word_diff import Piece, in_line, word_diff
from tests.lighthouse import criterion, edition_one, edition_two


def item(diff_of: tuple[AuditPack, AuditPack], name: str) -> ItemDiff:
    return next(one for one in pack_diff(*diff_of).items if one.id == name)


def declaring(*changes: ItemChange) -> AuditPack:
    """The second edition with other declarations."""
    two = edition_two()
    return replace(two, pack=replace(two.pack, item_change=changes))


def with_question(name: str, question: str, text: str) -> tuple[AuditPack, AuditPack]:
    """The first edition, and the same with one question worded otherwise."""
    one = edition_one()

    def worded(c: Criterion) -> Criterion:
        return replace(c, question=question, text=text) if c.id == name else c

    standards = tuple(replace(s, criterion=tuple(map(worded, s.criterion))) for s in one.standard)
    return one, replace(one, standard=standards)


@pytest.mark.parametrize(
    ("name", "how", "was", "declared"),
    [
        ("l1-clean", "same", ("l1-clean",), False),
        ("l2-clean", "reworded", ("l2-clean",), False),
        ("l3-clean", "meaning-changed", ("l3-clean",), True),
        ("l4-count", "meaning-changed", ("l4-clean",), True),
        ("l5-hull", "split", ("l5-clean",), True),
        ("l5-oars", "split", ("l5-clean",), True),
        ("l6-whole", "merged", ("l6-clean", "l6-spare"), True),
        ("l7-spare", "moved", ("l7-spare",), False),
        ("l9", "retired", ("l9",), False),
        ("l9-clean", "retired", ("l9-clean",), False),
        ("l10-spare", "retired", ("l10-spare",), True),
        ("l12", "new", (), False),
        ("l12-clean", "new", (), False),
    ],
)
def test_each_item_became_something(name: str, how: str, was: tuple[str, ...], declared: bool) -> None:
    found = item((edition_one(), edition_two()), name)

    assert (found.how, found.was, found.declared) == (how, was, declared)


def test_what_moved_says_where_from() -> None:
    found = item((edition_one(), edition_two()), "l7-spare")

    assert (found.standard, found.came_from) == ("l8", "l7")


def test_an_edition_is_the_same_as_itself() -> None:
    diff = pack_diff(edition_two(), edition_two())

    assert {one.how for one in diff.items} == {"same"}
    assert (diff.tables, diff.problems) == ((), ())


def test_other_words_under_one_id_are_told_as_another_question_unless_declared() -> None:
    pair = with_question("l1-clean", "Who climbs up at night?", "Two keepers share out the watches on Sundays.")
    (problem,) = pack_diff(*pair).problems
    assert item(pair, "l1-clean").how == "meaning-changed"
    assert say(problem).startswith('l1-clean: "Who climbs up at night?" reads like another question')

    said = replace(pair[1].pack, item_change=(ItemChange(item="l1-clean", how="reworded"),))
    declared = pack_diff(pair[0], replace(pair[1], pack=said))
    assert declared.problems == ()
    assert next(one for one in declared.items if one.id == "l1-clean").how == "reworded"


def test_a_declaration_of_the_edition_before_tells_of_nothing_new() -> None:
    two = edition_two()
    three = replace(two, pack=replace(two.pack, edition="2030.1"))

    assert dict(counts_of_items(pack_diff(two, three))) == {"same": 23}


def test_an_edition_that_is_skipped_leaves_what_it_declared_as_new() -> None:
    change = ItemChange(item="l4-count", how="meaning-changed", was=("l4-steps",))

    found = item((edition_one(), declaring(change)), "l4-count")

    assert (found.how, found.was, found.declared) == ("new", (), False)


def test_other_guidance_is_named_and_not_a_rewording() -> None:
    one = edition_one()
    first = one.standard[0]
    better = replace(first, criterion=(replace(first.criterion[0], good="Otherwise.", duty="must"), first.criterion[1]))

    found = item((one, replace(one, standard=(better, *one.standard[1:]))), "l1-clean")

    assert (found.how, found.also) == ("same", ("duty", "good"))


def test_scale_rules_signers_sources_and_head_are_listed_too() -> None:
    one = edition_one()
    new = replace(
        one,
        pack=replace(one.pack, title="Lighthouses", edition="2"),
        level=(replace(one.level[0], word="Blinding"), *one.level[1:]),
        signer=(Signer(id="keeper", word="Keeper", declaration="I looked."),),
        source=(),
        rule=(Rule(level="dark", because="It is out."),),
        answer=tuple(reversed(one.answer)),
    )

    told = [(t.table, t.id, t.how, t.fields) for t in pack_diff(one, new).tables]

    assert told == [
        ("pack", "lighthouse", "changed", ("title",)),
        ("level", "bright", "changed", ("word",)),
        ("answer", "", "changed", ("order",)),
        ("signer", "keeper", "new", ()),
        ("source", "almanac", "retired", ()),
        ("rule", "dark It is out.", "new", ()),
    ]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (ItemChange(item="l1-clean", how="reword"), '"reword" is no kind of change. Did you mean "reworded"?'),
        (
            ItemChange(item="l1-claen", how="new"),
            'No standard or criterion "l1-claen" is known. Did you mean "l1-clean"',
        ),
        (ItemChange(item="l1-clean", how="retired"), '"l1-clean" is retired, and still stands in the pack.'),
        (ItemChange(item="l1-clean", how="same", was=("l2",)), "What is same takes the place of nothing else."),
        (ItemChange(item="l1-clean", how="split"), "It does not say what it was split from."),
        (ItemChange(item="l1-clean", how="merged", was=("l2-x",)), "It does not say what was merged."),
    ],
)
def test_a_declaration_that_cannot_be_is_a_mistake(change: ItemChange, words: str) -> None:
    (problem,) = item_change_problems(declaring(change))

    assert words in say(problem)


def test_an_item_is_declared_once() -> None:
    change = ItemChange(item="l1-clean", how="reworded")

    assert '"l1-clean" stands here twice.' in say(next(item_change_problems(declaring(change, change))))


def test_every_declaration_of_the_lighthouse_is_sound() -> None:
    assert list(item_change_problems(edition_two())) == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("a b c", "a b c", ""),
        ("a b c", "a x c", "a [-b-] [+x+] c"),
        ("a b", "a b c", "a b [+c+]"),
        ("a b", "", "[-a b-]"),
        ("", "new words", "[+new words+]"),
    ],
)
def test_a_change_of_words_is_shown_in_one_line(old: str, new: str, line: str) -> None:
    assert in_line(word_diff(old, new)) == line


def test_very_long_texts_are_shown_whole() -> None:
    assert word_diff("a " * 1_500, "b " * 1_500) == (Piece("went", "a " * 1_500), Piece("came", "b " * 1_500))


def test_a_new_criterion_under_an_id_of_a_standard_is_another_thing() -> None:
    one = edition_one()
    standards = (replace(one.standard[0], criterion=(criterion("l2", "Is it so?", "It is so."),)), *one.standard[2:])

    assert item((one, replace(one, standard=standards)), "l2").how == "meaning-changed"
