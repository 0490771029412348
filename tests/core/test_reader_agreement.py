"""How far two readers agree, worked out by hand."""

import pytest

from compact_tui.core.read_records import Moderation
from compact_tui.core.reader_agreement import agreement_sentences, compared
from tests.samples import lamp_pack

PACK = lamp_pack()


def _grade(standard: str, level: str, reading: int = 1) -> Moderation:
    return Moderation(id="m", return_id="r", standard=standard, level=level, reason="", reading=reading)


def test_what_a_reader_lets_stand_counts_as_said() -> None:
    own = {"hall": "bright", "stairs": "dim"}

    pairs = compared(own, [_grade("hall", "dim")], [_grade("stairs", "glowing", 2), _grade("cellar", "dim", 2)])

    assert pairs == (("hall", "dim", "bright"), ("stairs", "dim", "glowing"))


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([], ()),
        ([("dim", "dim")] * 2, ("the same grade for 2 of 2 standards (100%).", "kappa cannot be worked out.")),
        # Seen 3 of 4 alike; by chance 1/2: kappa (0.75 - 0.5) / (1 - 0.5). Two steps apart is the only difference.
        (
            [("dim", "dim"), ("dim", "bright"), ("bright", "bright"), ("bright", "bright")],
            ("the same grade for 3 of 4 standards (75%).", "Kappa 0.50; weighted by steps 0.50, by squares 0.50."),
        ),
        ([("not-graded", "dim")], ("1 standard without a grade: not in these figures.",)),
    ],
)
def test_agreement_is_said_with_its_counts(pairs: list[tuple[str, str]], said: tuple[str, ...]) -> None:
    sentences = agreement_sentences(pairs, PACK)

    assert bool(sentences) == bool(pairs)
    assert all(any(piece in sentence for sentence in sentences) for piece in said)
