"""A made-up cohort: drawn by a seed, believable, and with everything that goes wrong in it."""

from collections import Counter

from compact_tui.core.cohort import FATES, CohortSetting, Draw, cohort
from compact_tui.core.cohort_return import cohort_return
from compact_tui.core.cohort_spot import DemoTopic, DemoTopics, cohort_heard, sends_spot_checks
from compact_tui.core.returns import Return, is_signed, with_digest
from compact_tui.core.topics import Topics
from compact_tui.storage.content import read_content
from tests.samples import lamp_pack


def _return(one: CohortSetting, **changes: bool) -> Return:
    return cohort_return(
        one, lamp_pack(), 7, variation="all", cycle="2026-2028", made_on="2026-11-01", areas=("Portsmouth",), **changes
    )


def test_a_seed_draws_the_same_settings_and_a_larger_cohort_begins_with_the_smaller() -> None:
    small, large, other = (tuple(cohort(n, seed, "Southampton")) for n, seed in ((30, 7), (60, 7), (30, 8)))

    assert large[:30] == small
    assert other != small
    assert _return(small[0]) == _return(large[0])


def test_ids_and_names_are_each_there_once_and_some_work_in_both_areas() -> None:
    every = tuple(cohort(400, 1, "Southampton"))

    assert len({one.entry.id for one in every}) == len({one.entry.name for one in every}) == 400
    assert {one.entry.sector for one in every} == {"education", "early-years", "other", "small-group"}
    assert 20 < sum(one.entry.other_areas == ("Southampton",) for one in every) < 90


def test_every_fate_is_in_a_cohort_of_nine_and_most_returns_of_a_large_one_are_whole() -> None:
    assert {one.fate for one in cohort(len(FATES), 3, "")} == set(FATES)
    fates = Counter(one.fate for one in cohort(1000, 3, ""))
    assert 500 < fates["whole"] < 650
    assert min(fates.values()) > 10


def test_chance_is_even_and_weights_count() -> None:
    draw = Draw(1, "test")
    parts = [draw.part(n) for n in range(2000)]
    assert 0.47 < sum(parts) / 2000 < 0.53
    assert 0 <= min(parts) < max(parts) < 1
    assert {draw.number(2, 4, n) for n in range(50)} == {2, 3, 4}
    assert draw.weighed(("a", "b"), (1, 0), "x") == "a"
    assert 150 < sum(draw.weighed("ab", (1, 3), n) == "a" for n in range(800)) < 250


def test_a_return_is_sound_and_signed_unless_it_was_left_unfinished() -> None:
    by_fate = {one.fate: one for one in cohort(len(FATES), 3, "")}

    whole, unsigned, renamed = (_return(by_fate[fate]) for fate in ("whole", "unsigned", "renamed"))

    assert (whole.complete, is_signed(whole), with_digest(whole)) == (True, True, whole)
    assert (unsigned.complete, is_signed(unsigned)) == (False, False)
    assert renamed.setting.register_id == ""
    assert renamed.setting.name != by_fate["renamed"].entry.name
    assert whole.setting.register_id == by_fate["whole"].entry.id


def test_what_is_sent_again_takes_the_place_of_the_first_and_is_no_worse() -> None:
    resent = next(one for one in cohort(len(FATES), 3, "") if one.fate == "resent")

    first, second = _return(resent), _return(resent, again=True)

    assert (second.supersedes, first.supersedes) == (first.id, "")
    assert first.id != second.id


def test_better_settings_answer_better_and_grade_higher() -> None:
    ranks = {level.id: level.rank for level in lamp_pack().level}
    every = sorted(cohort(300, 5, ""), key=lambda one: one.quality)
    weak, strong = (
        [ranks[s.grade] for one in part for s in _return(one).standards if s.grade in ranks]
        for part in (every[:60], every[-60:])
    )
    assert sum(weak) / len(weak) + 0.1 < sum(strong) / len(strong)


def test_some_settings_send_spot_checks_in_which_what_is_hard_is_less_known() -> None:
    every = [one for one in cohort(200, 3, "") if sends_spot_checks(one, 3)]
    topics = (DemoTopic("easy", 0.9), DemoTopic("hard", 0.3))

    heard = [one for setting in every for one in cohort_heard(setting, topics, 3, "2026-11-01")[1]]
    levels: dict[str, Counter[str]] = {"easy": Counter(), "hard": Counter()}
    for one in heard:
        levels[one.topic].update(dict(one.counts) or {one.level: 1})

    assert 60 < len(every) < 120
    assert levels["easy"]["full"] > 0.75 * levels["easy"].total()
    assert levels["hard"]["full"] < 0.5 * levels["hard"].total()
    assert len({one.id for one in heard}) == len(heard)
    assert {one.id for one in read_content("demo/known.toml", DemoTopics).topic} <= {
        one.id for one in read_content("topics.toml", Topics).topic
    }


def test_some_returns_tell_what_staff_know_of_each_standard() -> None:
    telling = [made for one in cohort(60, 3, "") if (made := _return(one)).standing]

    assert 5 < len(telling) < 30
    assert {len(made.standing) for made in telling} == {2}
    assert all(one.known.full <= one.known.answers for made in telling for one in made.standing)


def test_summaries_are_a_settings_own_but_for_a_few_that_write_what_many_write() -> None:
    returns = [_return(one) for one in cohort(120, 7, "")]

    own = [one for one in returns if all(one.setting.name in standard.summary for standard in one.standards)]

    assert 0 < len(returns) - len(own) <= 12 + sum(one.setting.register_id == "" for one in returns)
