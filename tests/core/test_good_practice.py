"""What may stand in a report as good practice: no name of a setting, nothing that tells who a child is."""

import pytest

from compact_tui.core.good_practice import is_told, round_words, settings_named, warnings_about, why_refused
from compact_tui.core.partnership import RegisterEntry

REGISTER = (
    RegisterEntry(id="P1", name="St Mary's Primary School", former_names=("Old Mill Infants",)),
    RegisterEntry(id="P2", name="Acorns"),
    RegisterEntry(id="P3", name="---"),
    RegisterEntry(id="P4", name="Caf\u00e9 Zo\u00eb"),
    RegisterEntry(id="P5", name="Sun & Sand"),
)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Pupils show visitors the poster.", []),
        ("At ST MARY\u2019S   primary school, pupils show it.", ["St Mary's Primary School"]),
        ("What old mill infants did.", ["Old Mill Infants"]),
        ("Acorns asks parents.", ["Acorns"]),
        ("Children collect acorns.", []),
        ("ACORNS' staff ask.", ["Acorns"]),
        ("At St Marys Primary School they ask.", ["St Mary's Primary School"]),
        ("Old Mill Infants\u2019s staff ask.", ["Old Mill Infants"]),
        ("The Old Mill Infant's staff ask.", ["Old Mill Infants"]),
        ("At Cafe Zoe's they ask.", ["Caf\u00e9 Zo\u00eb"]),
        ("Sun and Sand ask.", ["Sun & Sand"]),
        ("Sun & sand, and the sea.", ["Sun & Sand"]),
        ("In the sun, and on sand.", []),
        ("A school called St Mary's.", []),
        ("--- and so on", []),
        ("", []),
    ],
)
def test_the_name_of_a_setting_is_found_in_any_writing_of_it(text: str, named: list[str]) -> None:
    assert list(settings_named(text, REGISTER)) == named


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Acorns asks parents.", "It names Acorns, and a learning report names no setting."),
        ("For a child born on 3 May 2019 they did.", "It holds a date of birth, which could tell who a child is."),
        ("Parents ring 023 9284 1234 at any hour.", ""),
        ("Parents are asked twice a year.", ""),
    ],
)
def test_what_names_somebody_is_refused_with_the_reason(text: str, why: str) -> None:
    assert why_refused(text, REGISTER) == why


def test_what_could_be_right_is_only_warned_of() -> None:
    assert warnings_about("Parents ring 023 9284 1234 at any hour.") == (
        "This looks like a phone number. Please leave out what could identify a child or patient.",
    )
    assert warnings_about("Parents are asked.") == ()


@pytest.mark.parametrize(
    ("cycle", "told", "words"),
    [("2026", True, "2026"), ("", True, "every round"), ("2024", False, "2024: not in this round's reports")],
)
def test_good_practice_is_told_in_its_round_or_where_it_has_none_in_every_one(
    cycle: str, told: bool, words: str
) -> None:
    assert (is_told(cycle, "2026"), round_words(cycle, "2026")) == (told, words)
