"""What msgspec says of a wrong form, in words: made from its own errors, so that none changes unseen."""

from typing import Literal

import msgspec
import pytest
from msgspec import Struct

from compact_tui.core.wrong_shape import wrong_shape, wrong_shape_at


class Lamp(Struct, forbid_unknown_fields=True, kw_only=True):
    """Something with a field of every kind."""

    id: str
    watts: int = 0
    height: float = 0.0
    lit: bool = False
    names: tuple[str, ...] = ()
    colour: Literal["red", "green"] = "red"
    maker: str | None = None


class Lamps(Struct):
    """Several of them."""

    lamps: tuple[Lamp, ...]


@pytest.mark.parametrize(
    ("lamp", "what", "where"),
    [
        ({}, '"id" is missing', "$.lamps[0]"),
        ({"id": None}, "text must stand here, not nothing", "$.lamps[0].id"),
        ({"id": 3}, "text must stand here, not a whole number", "$.lamps[0].id"),
        ({"id": "a", "watts": "9"}, "a whole number must stand here, not text", "$.lamps[0].watts"),
        ({"id": "a", "height": True}, "a number must stand here, not true or false", "$.lamps[0].height"),
        ({"id": "a", "lit": 0.5}, "true or false must stand here, not a number", "$.lamps[0].lit"),
        ({"id": "a", "names": {}}, "a list must stand here, not a group of values", "$.lamps[0].names"),
        ({"id": "a", "names": ["b", []]}, "text must stand here, not a list", "$.lamps[0].names[1]"),
        ({"id": "a", "maker": 1}, "text or nothing must stand here, not a whole number", "$.lamps[0].maker"),
        ({"id": "a", "colour": "blue"}, '"blue" is none of the words that can stand here', "$.lamps[0].colour"),
        ({"id": "a", "shade": 1}, '"shade" is not known here', "$.lamps[0]"),
    ],
)
def test_what_is_wrong_and_where_is_said_in_words(lamp: dict[str, object], what: str, where: str) -> None:
    with pytest.raises(msgspec.ValidationError) as caught:
        msgspec.convert({"lamps": [lamp]}, Lamps)

    assert wrong_shape(caught.value) == (what, where)
    assert wrong_shape_at(caught.value) == f"at {where}, {what}"


def test_what_is_wrong_with_the_whole_has_its_place_too() -> None:
    with pytest.raises(msgspec.ValidationError) as caught:
        msgspec.convert([], Lamps)

    assert wrong_shape(caught.value) == ("a group of values must stand here, not a list", "$")


def test_what_is_not_known_stays_as_it_was_said() -> None:
    assert wrong_shape("Integer value out of range - at `$.a`") == ("Integer value out of range", "$.a")
    assert wrong_shape("too odd") == ("too odd", "$")
