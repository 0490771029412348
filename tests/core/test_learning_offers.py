"""What the figures suggest for the learning log: each once, what it has is marked, and nothing suppressed."""

import pytest
from msgspec.structs import replace

from compact_tui.core.analysis import Expected, analyse
from compact_tui.core.analysis_sums import Beside
from compact_tui.core.analysis_views import GroupFigures
from compact_tui.core.learning_log import learning_log
from compact_tui.core.learning_offers import Voice, offers_of, weak_standards
from compact_tui.core.learning_views import Offers
from compact_tui.core.partnership import Learning
from compact_tui.core.training_plan import training_plan
from tests.analysis_samples import cohort
from tests.learning_samples import BEFORE, NOW, analysis, beside, criterion, group, kept_back, standard
from tests.services.desks import small_pack

PACK = small_pack()
MUST = PACK.duty[0].id
TODAY = "2026-12-03"
TRAIN = Voice("audits", "ga-1", "Umbrella files", ("u1",), "A single-agency audit asks for training: How to ask.")


def _offers(*groups: GroupFigures, voices: tuple[Voice, ...] = (), log: tuple[Learning, ...] = ()) -> Offers:
    return offers_of(analysis(*groups, before=BEFORE), PACK, voices, log, NOW, TODAY)


def _reasons(*groups: GroupFigures) -> dict[str, tuple[str, ...]]:
    return {one.id: one.reasons for one in _offers(*groups).offers}


@pytest.mark.parametrize(
    ("made", "reasons"),
    [
        (group("education", standard("u1", 3, 10)), ("3 of 10 graded it good or better (30%).",)),
        (group("education", standard("u1", 8, 10)), ()),
        (group("education", kept_back("u1")), ()),
        (group("education", standard("u1")), ()),
        (
            group("education", standard("u1", 9, 10), criteria=(criterion("c", "u1", 1, 10),)),
            ("1.1 Is c so? Not met in 1 of 10 (10%).",),
        ),
        (group("education", standard("u1", 9, 10), criteria=(criterion("c", "u1", 1, 20),)), ()),
        (
            group("education", standard("u1", 9, 10), criteria=(criterion("c", "u1", 1, 20, MUST),)),
            (f"1.1 Is c so? Not met in 1 of 20 (5%), a {PACK.duty[0].word}.",),
        ),
        (group("education", standard("u1", 9, 10), criteria=(criterion("c", "u1", 0, 20, MUST),)), ()),
        (
            group("education", standard("u1", 9, 10), moderated=(beside("u1", 8, up=1, down=3),)),
            ("The committee grades 3 of 8 lower, 1 higher.",),
        ),
        (group("education", standard("u1", 9, 10), moderated=(beside("u1", 8, up=3, down=3),)), ()),
        (group("education", standard("u1", 9, 10), moderated=(beside("u1", None, up=1, down=3),)), ()),
        (
            group("education", standard("u1", 9, 10), changes=(beside("u1", 20, then=19, now=18),)),
            ("Of 20 that returned both times, good or better: 19 (95%) in 2024-2026, 18 (90%) now.",),
        ),
        (group("education", standard("u1", 9, 10), changes=(beside("u1", 25, then=24, now=23),)), ()),
        (group("education", standard("u1", 9, 10), changes=(beside("u1", None, then=9, now=1),)), ()),
        (
            group("education", kept_back("u1"), criteria=(criterion("c", "u1", 9, 10, MUST),),
                  moderated=(beside("u1", 8, down=8),), changes=(beside("u1", 8, then=8),)),
            (),
        ),
    ],
)  # fmt: skip
def test_a_standard_is_offered_for_what_stands_out_and_for_nothing_that_is_kept_back(
    made: GroupFigures, reasons: tuple[str, ...]
) -> None:
    assert _reasons(made) == ({"education/u1": reasons} if reasons else {})


def test_only_the_three_weakest_and_all_reasons_of_one_standard_together() -> None:
    made = group(
        "education",
        *(standard(f"u{at}", at, 10) for at in (1, 2, 3)),
        criteria=(criterion("c", "u3", 5, 10),),
    )
    four = replace(made, standards=(*made.standards[:2], standard("u3", 7, 10)))

    assert [one.id for one in _offers(four).offers] == ["education/u1", "education/u2", "education/u3"]
    assert [one.number for one in _offers(four).offers] == [1, 2, 3]
    assert len(_offers(four).offers[2].reasons) == 2
    assert [weak.standard for weak in weak_standards(four)] == ["u1", "u2", "u3"]


def test_what_is_taken_says_the_figures_in_words() -> None:
    [offer] = _offers(group("education", standard("u1", 3, 10))).offers

    assert offer.finding.endswith(". 3 of 10 graded it good or better (30%).")
    assert offer.words.endswith(": Education")


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        (Learning(id="le", finding="x", cycle=NOW, standard="u1", sector="education"), True),
        (Learning(id="le", finding="x", cycle=NOW, standard="u1"), True),
        (Learning(id="le", finding="x", cycle=NOW, offered="education/u1"), True),
        (Learning(id="le", finding="x", cycle=BEFORE, standard="u1", sector="education"), False),
        (Learning(id="le", finding="x", cycle=NOW, standard="u2", sector="education"), False),
        (Learning(id="le", finding="x", cycle=NOW, standard="u1", sector="other"), False),
        (Learning(id="le", finding="x", cycle=NOW, sector="education"), False),
    ],
)
def test_what_the_log_has_of_the_same_round_sector_and_standard_is_marked(line: Learning, taken: bool) -> None:
    [offer] = _offers(group("education", standard("u1", 3, 10)), log=(line,)).offers

    assert (offer.taken, offer.line) == (("in the log: nothing planned yet", "le") if taken else ("", ""))


def test_what_agencies_found_is_offered_with_its_standard_or_by_itself() -> None:
    several = replace(TRAIN, id="ga-2", standards=("u1", "u2"))
    none = replace(TRAIN, id="ga-3", standards=("unknown",))

    offers = {one.id: one for one in _offers(voices=(TRAIN, several, none)).offers}

    assert set(offers) == {"all/u1", "audits/ga-2", "audits/ga-3"}
    assert (offers["all/u1"].standard, offers["audits/ga-2"].standard) == ("u1", "")
    assert offers["audits/ga-2"].reasons[1].startswith("Touches 1 ")
    assert offers["audits/ga-3"].reasons == (TRAIN.sentence,)
    taken = Learning(id="le", finding="x", cycle=BEFORE, offered="audits/ga-2")
    assert {one.id for one in _offers(voices=(TRAIN, several, none), log=(taken,)).offers if one.taken} == {
        "audits/ga-2"
    }
    again = replace(taken, offered="all/u1", standard="u1")
    assert not [one for one in _offers(voices=(TRAIN,), log=(again,)).offers if one.taken]


@pytest.mark.parametrize("settings", [3, 12, 20, 30])
def test_no_cohort_has_a_suggestion_or_a_plan_from_a_sector_that_is_kept_back(settings: int) -> None:
    expected = [Expected(name, name, settings) for name in ("education", "early-years", "other", "small-group")]
    figures = analyse(cohort(settings), PACK, expected, threshold=5, beside=Beside())
    hidden = {
        f"{one.sector}/{each.standard}" for one in figures.sectors for each in one.standards if each.n in {None, 0}
    }
    hidden_words = {one.word for one in figures.sectors if all(each.n in {None, 0} for each in one.standards)}

    offers = offers_of(figures, PACK, (), (), NOW, TODAY)
    log = learning_log((), NOW, TODAY, {})
    plan = training_plan(figures, {one.id: one.title for one in PACK.standard}, (), log, partnership="P", today=TODAY)

    assert hidden
    assert not hidden & {one.id for one in offers.offers}
    assert not [why for topic in plan.topics for why in topic.why if why.partition(":")[0] in hidden_words]
    assert bool(offers.offers) == (settings >= 12)


def test_the_weakest_stands_first_whoever_says_it() -> None:
    unknown = replace(TRAIN, source="staff", id="gold", standards=("u1", "u2"), share=20)
    known = replace(TRAIN, source="staff", id="gilt", standards=("u3",), share=70)
    better = replace(known, id="glitter", share=75)
    worse = replace(TRAIN, source="staff", id="grit", share=10)

    found = _offers(group("education", standard("u1", 3, 10)), voices=(better, known, TRAIN, unknown, worse))

    assert [one.id for one in found.offers] == ["all/u1", "staff/gold", "education/u1", "all/u3"]
