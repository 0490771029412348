"""Sectors and kinds of setting."""

import pytest

from compact_tui.core.setting import KINDS, SECTORS, Setting, kind_word, sector_of_kind, sectors_of

SECTOR_IDS = [sector for sector, _ in SECTORS]


@pytest.mark.parametrize(
    ("kind", "word", "sector"),
    [
        ("primary-school", "Primary, infant or junior school", "education"),
        ("childminder", "Childminder", "early-years"),
        ("faith", "Faith organisation", "other"),
        ("voluntary-group", "Small voluntary group", "small-group"),
        ("other", "Something else", "other"),
        ("", "", ""),
        ("Primary-School", "Primary-School", ""),
        ("lighthouse", "lighthouse", ""),
    ],
)
def test_a_kind_has_a_word_and_a_usual_sector_and_an_unknown_one_stays_as_it_is(
    kind: str, word: str, sector: str
) -> None:
    assert (kind_word(kind), sector_of_kind(kind)) == (word, sector)


def test_every_kind_belongs_to_a_sector_and_every_sector_has_a_kind() -> None:
    assert {sector for _, _, sector in KINDS} == set(SECTOR_IDS) == {"education", "early-years", "other", "small-group"}


def test_no_id_stands_twice() -> None:
    kinds = [kind for kind, _, _ in KINDS]

    assert sorted(kinds) == sorted(set(kinds))
    assert sorted(SECTOR_IDS) == sorted(set(SECTOR_IDS))


@pytest.mark.parametrize(
    ("setting", "sectors"),
    [
        (None, ()),
        (Setting(id="s", name="", nursery="yes"), ()),
        (Setting(id="s", name="", sector="education"), ("education",)),
        (Setting(id="s", name="", sector="education", nursery="no"), ("education",)),
        (Setting(id="s", name="", sector="education", nursery="yes"), ("education", "early-years")),
        (Setting(id="s", name="", sector="early-years", nursery="yes"), ("early-years",)),
    ],
)
def test_a_nursery_of_its_own_brings_its_sector_along(setting: Setting | None, sectors: tuple[str, ...]) -> None:
    assert sectors_of(setting) == sectors
