"""How much of a pack each variation sees, and how much of it is shared."""

import pytest

from compact_tui.core.pack import AuditPack, Criterion, CriterionVariant, Duty, Standard, Variation
from compact_tui.core.pack_counts import DutyCount, VariationCount, variation_counts
from compact_tui.core.pack_head import PackHead


def ask(name: str, *variations: str, duty: str = "should", must_for: str = "") -> Criterion:
    variant = (CriterionVariant(variations=(must_for,), duty="must"),) if must_for else ()
    return Criterion(id=name, question="?", text="t", duty=duty, variations=variations, variant=variant)


def pack_of(*criteria: Criterion, variations: tuple[str, ...] = ("a", "b", "c"), off: str = "") -> AuditPack:
    return AuditPack(
        pack=PackHead(id="p", edition="1", title="t", wording="w"),
        level=(),
        duty=(Duty(id="must", word="must"), Duty(id="should", word="should"), Duty(id="nice", word="nice")),
        variation=tuple(Variation(id=v, title=v, sector="other", offered=v != off) for v in variations),
        standard=(
            Standard(id="s", number=1, title="t", criterion=criteria[:2]),
            Standard(id="r", number=2, title="t", criterion=criteria[2:]),
        ),
    )


def test_shared_is_what_all_see_and_own_is_what_no_other_sees() -> None:
    pack = pack_of(
        ask("all"), ask("also-all", "c", "a", "b"), ask("two", "a", "b"), ask("one", "a"), ask("nobody", "x"), off="b"
    )

    assert [(c.variation, c.offered, c.criteria, c.shared, c.own) for c in variation_counts(pack)] == [
        ("a", True, 4, 2, 1),
        ("b", False, 3, 2, 0),
        ("c", True, 2, 2, 0),
    ]


def test_duties_are_counted_as_each_variation_sees_them_in_the_order_of_the_pack() -> None:
    pack = pack_of(ask("x", must_for="b"), ask("y", duty="must"), ask("z", "a"), variations=("a", "b"))

    assert [c.duties for c in variation_counts(pack)] == [
        (DutyCount("must", 1), DutyCount("should", 2)),
        (DutyCount("must", 2),),
    ]


@pytest.mark.parametrize(("variations", "name"), [((), ""), (("only",), "only")])
def test_where_there_is_no_other_variation_nothing_is_shared(variations: tuple[str, ...], name: str) -> None:
    (count,) = variation_counts(pack_of(ask("x"), ask("y"), variations=variations))

    assert count == VariationCount(
        variation=name, offered=True, criteria=2, shared=0, own=2, duties=(DutyCount("should", 2),)
    )
