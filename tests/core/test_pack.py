"""The audit pack's values, and a pack as one variation sees it."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from compact_tui.core.pack import (
    AuditPack,
    Criterion,
    Level,
    ModelAnswer,
    NextStep,
    level_of,
    numbered,
    standard_of,
    word_of,
)
from compact_tui.core.variation import for_variation
from compact_tui.storage.packs import read_pack


@pytest.fixture(scope="module")
def pack() -> AuditPack:
    found, _ = read_pack(Path(__file__).parents[1] / "fixtures" / "small-pack")
    assert found is not None
    standard = found.standard[0]
    mixed = msgspec.structs.replace(
        standard,
        criterion=tuple(
            msgspec.structs.replace(criterion, variations=variations)
            for criterion, variations in zip(standard.criterion, ((), ("kiosk",), ("gallery", "kiosk")), strict=True)
        ),
        model_answer=(
            ModelAnswer(level="soaked", text="For all."),
            ModelAnswer(level="soaked", text="For kiosks.", variations=("kiosk",)),
        ),
        next_step=(NextStep(from_="soaked", to="a-few-drops", steps=("Run.",), variations=("gallery",)),),
    )
    return msgspec.structs.replace(found, standard=(mixed, *found.standard[1:]))


@pytest.mark.parametrize(
    ("variation", "criteria", "models", "steps"),
    [
        ("gallery", ["u1-ticket", "u1-greeting"], ["For all."], ["Run."]),
        ("kiosk", ["u1-ticket", "u1-wet-rack", "u1-greeting"], ["For all.", "For kiosks."], []),
        ("nobody's", ["u1-ticket"], ["For all."], []),
    ],
)
def test_a_variation_sees_what_is_for_all_and_what_is_for_it(
    pack: AuditPack, variation: str, criteria: list[str], models: list[str], steps: list[str]
) -> None:
    first = for_variation(pack, variation).standard[0]

    assert [criterion.id for criterion in first.criterion] == criteria
    assert [model.text for model in first.model_answer] == models
    assert [text for step in first.next_step for text in step.steps] == steps


def test_numbers_follow_what_a_variation_sees(pack: AuditPack) -> None:
    shown = numbered(for_variation(pack, "gallery").standard[0])

    assert [(number, criterion.id) for number, criterion in shown] == [("1.1", "u1-ticket"), ("1.2", "u1-greeting")]


def test_seeing_a_variation_changes_nothing_else(pack: AuditPack) -> None:
    seen = for_variation(pack, "gallery")

    assert seen.standard[1:] == pack.standard[1:]
    rest: dict[str, Any] = {"standard": (), "signer": ()}
    assert msgspec.structs.replace(seen, **rest) == msgspec.structs.replace(pack, **rest)


def test_a_level_and_a_standard_are_found_by_id_or_not_at_all(pack: AuditPack) -> None:
    assert level_of(pack, "soaked") is pack.level[2]
    assert level_of(pack, "none") is None
    assert standard_of(pack, "u2") is pack.standard[1]
    assert standard_of(pack, "u9") is None


@pytest.mark.parametrize(
    ("table", "item", "word"),
    [
        ("level", "bone-dry", "Bone dry"),
        ("answer", "need-support", "We need support"),
        ("duty", "kind-custom", "kind custom"),
        ("evidence_kind", "ticket-stub", "Ticket stubs"),
        ("level", "need-support", "need-support"),
        ("answer", "", ""),
    ],
)
def test_an_id_is_shown_by_its_word_and_an_unknown_one_as_it_is(
    pack: AuditPack, table: str, item: str, word: str
) -> None:
    assert word_of(pack, table, item) == word


def test_values_cannot_be_changed_and_can_be_compared(pack: AuditPack) -> None:
    level = pack.level[0]

    with pytest.raises(AttributeError):
        level.word = "Wet"  # type: ignore[misc]
    assert hash(pack) == hash(msgspec.structs.replace(pack))
    assert Level(id="a", word="A", rank=1) == Level(id="a", word="A", rank=1)


def test_a_next_step_is_kept_under_the_word_that_owners_write() -> None:
    step = NextStep(from_="a", to="b")

    assert msgspec.to_builtins(step) == {"from": "a", "to": "b", "steps": (), "variations": ()}
    assert msgspec.convert({"from": "a", "to": "b"}, NextStep) == step


def test_a_criterion_that_says_no_variation_is_for_every_one() -> None:
    assert Criterion(id="c", question="?", text=".").variations == ()
