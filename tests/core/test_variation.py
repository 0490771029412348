"""What each variation sees of a pack, and what two see together."""

from msgspec.structs import replace

from compact_tui.core.pack import (
    AuditPack,
    Citation,
    Criterion,
    CriterionVariant,
    Duty,
    ModelAnswer,
    NextStep,
    Standard,
    StandardVariant,
    Variation,
)
from compact_tui.core.pack_head import PackHead, Serves
from compact_tui.core.variation import for_variation

LAW = Citation(source="law", place="1", confidence="C", checked_on="2026-11-22")
RULE = Citation(source="rule", place="2", confidence="C", checked_on="2026-11-22")
SHARED = Criterion(
    id="shared",
    question="?",
    text="t",
    duty="should",
    good="At school.",
    where=("Office",),
    ask=("Head?",),
    source=(LAW,),
    variant=(
        CriterionVariant(
            variations=("nursery",), duty="must", good="At nursery.", where=("Hall", "Office"), source=(RULE,)
        ),
    ),
)
STANDARD = Standard(
    id="s",
    number=1,
    title="t",
    introduction="Pupils.",
    impact_prompt="What is different for pupils?",
    criterion=(
        SHARED,
        Criterion(id="own-school", question="?", text="t", duty="should", variations=("school",)),
        Criterion(id="own-nursery", question="?", text="t", duty="should", variations=("nursery",)),
    ),
    model_answer=(
        ModelAnswer(level="good", text="A good school.", variations=("school",)),
        ModelAnswer(level="good", text="A good nursery.", variations=("nursery",)),
    ),
    next_step=(NextStep(from_="poor", to="good", steps=("Go on.",), variations=("nursery",)),),
    variant=(StandardVariant(variations=("nursery",), introduction="Babies."),),
)
PACK = AuditPack(
    pack=PackHead(
        id="p",
        edition="1",
        title="t",
        wording="w",
        serves=(Serves(text="All"), Serves(text="Schools Act", variations=("school",))),
    ),
    level=(),
    duty=(Duty(id="must", word="must"), Duty(id="should", word="should")),
    variation=(
        Variation(id="school", title="Schools", sector="education"),
        Variation(id="nursery", title="Nurseries", sector="early-years"),
    ),
    standard=(STANDARD,),
)


def test_a_variation_sees_its_own_criteria_and_words() -> None:
    seen = for_variation(PACK, "nursery")
    (standard,) = seen.standard
    shared = standard.criterion[0]

    assert [c.id for c in standard.criterion] == ["shared", "own-nursery"]
    assert (standard.introduction, standard.impact_prompt) == ("Babies.", "What is different for pupils?")
    assert [m.text for m in standard.model_answer] == ["A good nursery."]
    assert len(standard.next_step) == 1
    assert (shared.duty, shared.good, shared.where, shared.ask) == (
        "must",
        "At nursery.",
        ("Hall", "Office"),
        ("Head?",),
    )
    assert (shared.source, shared.variant) == ((RULE,), ())
    assert [s.text for s in seen.pack.serves] == ["All"]


def test_another_variation_sees_none_of_that() -> None:
    (standard,) = for_variation(PACK, "school").standard

    assert [c.id for c in standard.criterion] == ["shared", "own-school"]
    assert standard.criterion[0] == replace(SHARED, variant=())
    assert (standard.introduction, standard.next_step) == ("Pupils.", ())


def test_two_variations_share_a_criterion_once_and_hear_both_words() -> None:
    seen = for_variation(PACK, "school+nursery")
    (standard,) = seen.standard
    shared = standard.criterion[0]

    assert [c.id for c in standard.criterion] == ["shared", "own-school", "own-nursery"]
    assert shared.duty == "must", "the stronger duty stands"
    assert shared.good == "Schools: At school.\n\nNurseries: At nursery."
    assert (shared.where, shared.source) == (("Office", "Hall"), (LAW, RULE))
    assert standard.introduction == "Schools: Pupils.\n\nNurseries: Babies."
    assert standard.impact_prompt == "What is different for pupils?"
    assert [m.text for m in standard.model_answer] == ["Schools: A good school.\n\nNurseries: A good nursery."]
    assert [s.text for s in seen.pack.serves] == ["All", "Schools Act"]


def test_an_unknown_variation_sees_what_is_for_everyone() -> None:
    (standard,) = for_variation(PACK, "club").standard

    assert [c.id for c in standard.criterion] == ["shared"]
    assert standard.model_answer == ()
