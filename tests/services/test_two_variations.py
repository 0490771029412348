"""A school with a nursery: two variations in one audit, shared questions once, one return."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.pack import AuditPack, CriterionVariant, ModelAnswer
from compact_tui.core.page import TableBlock
from compact_tui.exchange.return_json import read
from compact_tui.services import answering, audits, returns, settings
from compact_tui.services.books import open_audit
from compact_tui.services.packs import pack_for
from tests.services.desks import desk_in, reopened, set_up, small_pack, started_with

SHARED = ["u1-greeting", "u2-watch", "u2-repair", "u2-parasols", "u3-match", "u3-unclaimed", "u3-lend"]


def two_sectors(*, offered: bool = True) -> AuditPack:
    """The small pack for education and early years, with a criterion of its own for each."""
    pack = small_pack()
    gallery, kiosk = pack.variation
    first, *others = pack.standard
    ticket, rack, greeting = first.criterion
    told = CriterionVariant(variations=("kiosk",), good="Parents are told at the hatch.", where=("The hatch",))
    first = replace(
        first,
        criterion=(
            replace(ticket, variations=("gallery",)),
            replace(rack, variations=("kiosk",)),
            replace(greeting, variant=(told,)),
        ),
        model_answer=(
            *(replace(answer, variations=("gallery",)) for answer in first.model_answer),
            *(
                ModelAnswer(level=level.id, text=f"A kiosk, {level.word}.", variations=("kiosk",))
                for level in pack.level
            ),
        ),
    )
    return replace(
        pack,
        variation=(gallery, replace(kiosk, sector="early-years", offered=offered)),
        standard=(first, *others),
    )


@pytest.mark.parametrize(
    ("typed", "offered", "variation"),
    [
        ({"nursery": "yes"}, True, "gallery+kiosk"),
        ({"nursery": "no"}, True, "gallery"),
        ({}, True, "gallery"),
        ({"nursery": "yes"}, False, "gallery"),
        ({"nursery": "yes", "sector": "early-years", "kind": "nursery"}, True, "kiosk"),
    ],
)
def test_a_school_with_a_nursery_sees_both_where_both_are_ready(
    tmp_path: Path, typed: dict[str, str], offered: bool, variation: str
) -> None:
    desk = started_with(tmp_path, two_sectors(offered=offered), **typed)

    (line,) = audits.list_audits(reopened(desk))

    assert line.variation == variation
    assert line.criteria == (9 if "+" in variation else 8)


def test_what_both_share_is_asked_once_with_the_words_of_each(tmp_path: Path) -> None:
    desk = started_with(tmp_path, two_sectors(), nursery="yes")

    view = audits.show(reopened(desk))

    ids = [c.id for s in view.standards for c in s.criteria]
    assert ids == ["u1-ticket", "u1-wet-rack", *SHARED]
    greeting = view.standards[0].criteria[2]
    assert greeting.guidance.good == (
        "Galleries with a cloakroom: Three visitors stopped on the stairs can say where their umbrella is and when "
        "the desk shuts.\n\nKiosks and pop-up shows: Parents are told at the hatch."
    )
    assert greeting.guidance.where == ("The sign over the desk", "The stairs, with three visitors", "The hatch")
    assert [level.model_answer.count("A kiosk, ") for level in view.standards[0].levels] == [1, 1, 1]


def test_one_return_answers_for_both_and_is_read_back(tmp_path: Path) -> None:
    desk = started_with(tmp_path, two_sectors(), nursery="yes")
    for number in ("1.1", "1.2", "1.3"):
        answering.answer(desk, number, "in-hand", note=f"Seen {number}.")

    made = returns.make(desk)

    return_ = read(Path(made.return_file).read_bytes()).return_
    assert (return_.pack.variation, return_.setting.nursery) == ("gallery+kiosk", "yes")
    assert [(c.id, c.note) for c in return_.standards[0].criteria] == [
        ("u1-ticket", "Seen 1.1."),
        ("u1-wet-rack", "Seen 1.2."),
        ("u1-greeting", "Seen 1.3."),
    ]
    shown = returns.show_file(Path(made.return_file), desk).page
    first = next(s for s in shown.sections if s.heading == "Standard 1: Taking umbrellas in")
    (table,) = [block for block in first.blocks if isinstance(block, TableBlock)]
    assert [(row[0], row[2]) for row in table.rows] == [("1.1", "In hand"), ("1.2", "In hand"), ("1.3", "In hand")]
    front = dict(shown.sections[0].blocks[0].pairs)  # type: ignore[union-attr]
    assert front["A nursery of its own"] == "yes"
    assert front["Pack"].endswith("(umbrella-care, gallery+kiosk)")


def test_an_audit_keeps_its_variations_when_the_setting_changes(tmp_path: Path) -> None:
    desk = started_with(tmp_path, two_sectors(), nursery="yes")

    settings.set_up(desk, {"nursery": "no"})

    assert open_audit(reopened(desk)).audit.head.variation == "gallery+kiosk"


@pytest.mark.parametrize(
    ("sector", "pack"),
    [
        ("education", "compact-12"),
        ("early-years", "compact-12"),
        ("other", "compact-12"),
        ("small-group", "small-group"),
        ("", "compact-12"),
        ("lighthouses", "compact-12"),
    ],
)
def test_each_sector_has_the_pack_that_is_complete_for_it(sector: str, pack: str) -> None:
    assert pack_for(sector).pack.id == pack


@pytest.mark.parametrize(
    ("typed", "pack", "variation"),
    [
        ({"sector": "education", "kind": "secondary-school"}, "compact-12", "education"),
        ({"sector": "education", "nursery": "yes"}, "compact-12", "education+early-years"),
        ({"sector": "early-years", "kind": "childminder"}, "compact-12", "early-years"),
        ({"sector": "other", "kind": "gp-practice"}, "compact-12", "other"),
        ({"sector": "small-group", "kind": "voluntary-group"}, "small-group", "small-group"),
    ],
)
def test_without_a_pack_named_the_one_for_the_sector_is_started(
    tmp_path: Path, typed: dict[str, str], pack: str, variation: str
) -> None:
    desk = desk_in(tmp_path)
    set_up(desk, **typed)

    line = audits.start(desk)

    assert (line.pack, line.variation) == (pack, variation)
