"""The whole audit through each variation of the shipped packs, and that their returns can be compared."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from compact_tui.core.pack import AuditPack
from compact_tui.core.page import TableBlock
from compact_tui.core.return_views import ReturnMadeView
from compact_tui.core.returns import Return
from compact_tui.core.variation import for_variation
from compact_tui.exchange.return_json import read
from compact_tui.services import answering, audits, returns, settings
from compact_tui.services.home import home
from compact_tui.services.packs import pack_for, show_pack
from tests import job
from tests.job import plan_for
from tests.services.desks import desk_in
from tests.test_whole_job import by_services

TWELVE = ("education", "early-years", "other")
SETTINGS = {
    "education": {"kind": "primary-school", "sector": "education"},
    "early-years": {"kind": "nursery", "sector": "early-years"},
    "other": {"kind": "charity", "sector": "other"},
    "education+early-years": {"kind": "primary-school", "sector": "education", "nursery": "yes"},
    "small-group": {"kind": "voluntary-group", "sector": "small-group"},
}
"""What the setting says, by the variation that it leads to."""


def seen(variation: str) -> AuditPack:
    """The shipped pack for a variation, as it sees it."""
    return for_variation(pack_for(SETTINGS[variation]["sector"]), variation)


@cache
def returned(variation: str) -> Return:
    """The return of an audit with one answer, made once: it names all that is asked."""
    with TemporaryDirectory() as folder:
        desk = desk_in(Path(folder), moment=job.NOW)
        settings.set_up(desk, {**job.SETTING, **SETTINGS[variation]})
        audits.start(desk, cycle=job.CYCLE)
        answering.answer(desk, "1.1", "not-known" if variation in TWELVE else "met")
        return read(Path(returns.make(desk).return_file).read_bytes()).return_


def criteria_of(return_: Return) -> dict[str, list[str]]:
    """Ids of the criteria of a return, by standard."""
    return {standard.id: [c.id for c in standard.criteria] for standard in return_.standards}


@pytest.mark.parametrize("variation", SETTINGS)
def test_a_setting_goes_through_its_variation_from_set_up_to_receipt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variation: str
) -> None:
    monkeypatch.setattr("os.fsync", lambda handle: None)

    made, return_ = by_services(tmp_path, "", {**job.SETTING, **SETTINGS[variation]})

    pack = seen(variation)
    plan = plan_for(pack)
    assert (return_.pack.id, return_.pack.variation) == (pack.pack.id, variation)
    assert return_.pack.levels == tuple(level.id for level in pack.level)
    assert return_.pack.serves == tuple(served.text for served in pack.pack.serves)
    assert [(c.id, c.answer) for s in return_.standards for c in s.criteria] == [
        (a.criterion, a.answer) for a in plan.answers
    ], variation
    assert [s.grade for s in return_.standards] == [s.level or "not-graded" for s in plan.standards]
    assert (return_.parked, made.counts.answered) == ((), made.counts.criteria)
    has_to_be_signed = any(signer.required for signer in pack.signer)
    assert return_.complete is not has_to_be_signed
    if has_to_be_signed:
        assert return_.warnings[0].startswith("This return is not signed: everything is answered")
    assert home(desk_in(tmp_path, moment=job.NOW)).next.place == ("done" if pack.level else "pages")
    _reads_back(made, return_)


def _reads_back(made: ReturnMadeView, return_: Return) -> None:
    """Someone else, who has the shipped packs alone, reads every statement of the return in words."""
    page = returns.show_file(Path(made.return_file)).page
    told = [
        row
        for section in page.sections
        if section.heading.startswith("Standard ")
        for block in section.blocks
        if isinstance(block, TableBlock)
        for row in block.rows
    ]
    pack = seen(return_.pack.variation)
    statements = {c.id: c.text for s in pack.standard for c in s.criterion}
    assert [row[1] for row in told] == [statements[c.id] for s in return_.standards for c in s.criteria]


def test_the_returns_of_the_three_variations_have_the_same_twelve_standards_and_scale() -> None:
    three = [returned(variation) for variation in TWELVE]

    ids = [[standard.id for standard in return_.standards] for return_ in three]
    assert ids[0] == ids[1] == ids[2]
    assert len(ids[0]) == 12
    assert {return_.pack.levels for return_ in three} == {three[0].pack.levels}
    assert {return_.pack.edition for return_ in three} == {three[0].pack.edition}
    assert len(three[0].pack.levels) == 4


def test_what_the_variations_share_has_the_same_ids_in_the_same_order_in_every_standard() -> None:
    by_variation = {variation: criteria_of(returned(variation)) for variation in TWELVE}

    shared = {
        standard: set.intersection(*(set(found[standard]) for found in by_variation.values()))
        for standard in by_variation["education"]
    }
    orders = {
        variation: {standard: [c for c in ids if c in shared[standard]] for standard, ids in found.items()}
        for variation, found in by_variation.items()
    }
    assert orders["education"] == orders["early-years"] == orders["other"]
    few = {standard: len(ids) for standard, ids in shared.items() if len(ids) < 3}
    assert few == {}, f"shared by all three: { ({standard: len(ids) for standard, ids in shared.items()}) }"


def test_each_standard_asks_each_variation_four_to_seven_things() -> None:
    counts = {
        variation: {standard: len(ids) for standard, ids in criteria_of(returned(variation)).items()}
        for variation in TWELVE
    }

    outside = {v: {s: n for s, n in found.items() if not 4 <= n <= 7} for v, found in counts.items()}
    assert {v: found for v, found in outside.items() if found} == {}, counts


def test_a_school_with_a_nursery_answers_what_both_are_asked_and_what_they_share_once() -> None:
    both, school, nursery = (criteria_of(returned(v)) for v in ("education+early-years", "education", "early-years"))

    for standard, ids in both.items():
        assert len(ids) == len(set(ids)), standard
        assert set(ids) == {*school[standard], *nursery[standard]}, standard


@pytest.mark.parametrize("variation", [*TWELVE, "small-group"])
def test_a_statement_reads_the_same_for_everyone_who_is_asked_it(variation: str) -> None:
    whole = {c.id: (c.question, c.text) for s in pack_for(SETTINGS[variation]["sector"]).standard for c in s.criterion}

    pack = show_pack(returned(variation).pack.id, variation=variation)

    assert {c.id: (c.question, c.text) for s in pack.standard for c in s.criterion}.items() <= whole.items()


def test_the_small_group_has_seven_areas_and_no_grades() -> None:
    return_ = returned("small-group")

    assert len(return_.standards) == 7
    assert return_.pack.levels == ()
    assert {(s.grade, s.suggested) for s in return_.standards} == {("not-graded", "none")}
