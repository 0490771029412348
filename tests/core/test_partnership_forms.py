"""What is taken of what is typed about a partnership."""

import pytest

from compact_tui.core.partnership_forms import areas_in, parse_area, parse_areas, parse_threshold


@pytest.mark.parametrize(
    ("typed", "kept", "areas"),
    [
        ("Southampton = r@s.example", "Southampton = r@s.example", (("Southampton", "r@s.example"),)),
        (
            " Isle of Wight=a@iow.example; Hampshire =  h@h.example ",
            "Isle of Wight = a@iow.example, Hampshire = h@h.example",
            (("Isle of Wight", "a@iow.example"), ("Hampshire", "h@h.example")),
        ),
        ("", "", ()),
    ],
)
def test_other_areas_are_kept_with_their_addresses(typed: str, kept: str, areas: tuple[tuple[str, str], ...]) -> None:
    assert parse_areas(typed) == kept
    assert areas_in(kept) == areas
    assert parse_areas(kept) == kept


@pytest.mark.parametrize(
    "typed", ["Southampton", "= r@s.example", "Southampton =", "S = r@s.example t@s.example", "S = r"]
)
def test_an_area_without_exactly_one_address_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="is not an (area with its|email) address"):
        parse_areas(typed)


def test_an_area_is_one_area() -> None:
    assert parse_area("  Isle  of Wight ") == "Isle of Wight"
    with pytest.raises(ValueError, match="Name one area"):
        parse_area("Portsmouth, Southampton")


@pytest.mark.parametrize(("typed", "kept"), [("3", "3"), ("05", "5"), ("50", "50")])
def test_a_threshold_is_a_number_from_3_to_50(typed: str, kept: str) -> None:
    assert parse_threshold(typed) == kept


@pytest.mark.parametrize("typed", ["2", "51", "five", "-5", "\u0665"])
def test_another_threshold_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="from 3 to 50"):
        parse_threshold(typed)
