"""Whatever was said and whatever a new edition changes: nothing is lost, no grade stands that is not confirmed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from compact_tui.core.audit import Action, Audit, AuditHead, CriterionAnswer, Evidence, Grade, Summary
from compact_tui.core.pack import AuditPack, Criterion, Level, Standard
from compact_tui.core.pack_diff import pack_diff
from compact_tui.core.pack_head import ItemChange
from compact_tui.core.pack_moving import move
from tests.lighthouse import edition_one

HEAD = AuditHead(
    id="a-1", pack="lighthouse", edition="2026.1", variation="all", wording="w", cycle="1", started_on="2026-12-03"
)


def everything_said(audit: Audit) -> list[str]:
    """Every text and answer of an audit, wherever it stands."""
    tables = (audit.answers, audit.grades, audit.summaries, audit.evidence, audit.actions)
    carried = (audit.carried_answers, audit.carried_summaries)
    fields = ("note", "private_note", "reason", "text", "title", "what", "who", "outcome")
    return [
        getattr(one, name) for table in (*tables, *carried) for one in table for name in fields if hasattr(one, name)
    ]


def scale(*levels: Level) -> AuditPack:
    return replace(edition_one(), pack=replace(edition_one().pack, edition="2028.1"), level=levels)


def model_answer(text: str) -> AuditPack:
    """The first edition with other words for what the first standard looks like when it is bright."""
    pack = scale(*edition_one().level)
    first = pack.standard[0]
    answers = (replace(first.model_answer[0], text=text), *first.model_answer[1:])
    return replace(pack, standard=(replace(first, model_answer=answers), *pack.standard[1:]))


BRIGHT, *OTHERS = edition_one().level


@pytest.mark.parametrize(
    ("new", "why"),
    [
        (scale(replace(BRIGHT, meaning="Seen from the moon."), *OTHERS), "the scale has changed"),
        (scale(BRIGHT, *OTHERS, Level(id="black", word="Black", rank=0)), "the scale has changed"),
        (scale(*OTHERS), "its level is not in the new scale"),
        (model_answer("Another picture."), "the model answer of its level has changed"),
        (model_answer(edition_one().standard[0].model_answer[0].text), ""),
    ],
)
def test_a_grade_is_to_be_confirmed_where_the_scale_or_its_model_answer_changed(new: AuditPack, why: str) -> None:
    old = edition_one()
    audit = Audit(head=HEAD, grades=(Grade(standard="l1", level="bright"),))

    moving = move(audit, old, new, pack_diff(old, new))

    assert moving.to_confirm.get("l1", "") == why
    assert moving.audit.grades[0].provisional == bool(why)


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=12)
NAMES = tuple(c.id for s in edition_one().standard for c in s.criterion)


@st.composite
def new_editions(draw: st.DrawFn) -> AuditPack:
    """The lighthouse with questions taken out, put elsewhere, worded anew and declared to be anything."""
    pack, kinds = edition_one(), ("keep", "out", "reword", "other", "move")
    fates = {name: draw(st.sampled_from(kinds)) for name in NAMES}
    there = [one for s in pack.standard for one in s.criterion if fates[one.id] != "out"]
    standards = tuple(_with(s, there, fates) for s in pack.standard if draw(st.integers(0, 5)))
    left = [c.id for s in standards for c in s.criterion]
    hows = st.sampled_from(("meaning-changed", "split", "merged", "new", "same", "moved", "retired"))
    chosen = draw(st.lists(st.sampled_from(left or ["none"]), max_size=6, unique=True))
    was = st.lists(st.sampled_from(NAMES), max_size=3, unique=True).map(tuple)
    changes = tuple(ItemChange(item=name, how=draw(hows), was=draw(was)) for name in chosen)
    answers = pack.answer if draw(st.booleans()) else pack.answer[1:]
    levels = pack.level if draw(st.booleans()) else pack.level[1:]
    head = replace(pack.pack, edition="2028.1", item_change=changes)
    return replace(pack, pack=head, standard=standards, answer=answers, level=levels)


def _with(standard: Standard, there: list[Criterion], fates: dict[str, str]) -> Standard:
    number = standard.number
    homes = {one.id: int(one.id[1:].split("-")[0]) % 11 + (fates[one.id] == "move") for one in there}
    mine = [one for one in there if homes[one.id] % 11 == number % 11]
    words = {"reword": "once more", "other": "wholly other words that nobody has ever read in this place before"}
    return replace(
        standard,
        criterion=tuple(
            replace(one, text=f"{one.text} {words[fates[one.id]]}") if fates[one.id] in words else one for one in mine
        ),
    )


@st.composite
def audits(draw: st.DrawFn) -> Audit:
    """An audit with anything said anywhere, also to what the pack does not ask."""
    ids = st.sampled_from((*NAMES, "gone-before"))
    names = draw(st.lists(ids, max_size=8, unique=True))
    words = st.sampled_from(("lit", "out", "unanswered", "no-such-answer"))
    answers = tuple(
        CriterionAnswer(criterion=n, answer=draw(words), note=draw(TEXTS), private_note=draw(TEXTS), reason=draw(TEXTS))
        for n in names
    )
    standards = draw(st.lists(st.sampled_from([f"l{n}" for n in range(1, 13)]), max_size=6, unique=True))
    return Audit(
        head=HEAD,
        answers=answers,
        grades=tuple(Grade(standard=s, level="bright", reason=draw(TEXTS)) for s in standards),
        summaries=tuple(Summary(standard=s, text=draw(TEXTS)) for s in standards),
        evidence=(Evidence(id="e-1", title=draw(TEXTS), supports=tuple(names)),),
        actions=(Action(id="t-1", what=draw(TEXTS), supports=tuple(names)),),
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(audits(), new_editions())
def test_every_text_and_answer_of_before_is_in_after(audit: Audit, new: AuditPack) -> None:
    old = edition_one()

    after = move(audit, old, new, pack_diff(old, new)).audit

    said_after = set(everything_said(after))
    assert set(everything_said(audit)) <= said_after
    answered = {(a.criterion, a.answer) for a in after.answers} | {(c.was, c.answer) for c in after.carried_answers}
    assert {(a.criterion, a.answer) for a in audit.answers} <= answered
    assert {(g.standard, g.level) for g in audit.grades} == {(g.standard, g.level) for g in after.grades}
    assert (len(after.evidence), len(after.actions)) == (1, 1)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(audits(), new_editions())
def test_nothing_counts_that_was_not_said_to_the_question_as_it_is_now(audit: Audit, new: AuditPack) -> None:
    old = edition_one()
    diff = pack_diff(old, new)

    after = move(audit, old, new, diff).audit

    kept = {item.id for item in diff.items if item.how in {"same", "reworded", "moved"}}
    asked = {c.id for s in new.standard for c in s.criterion}
    words = {kind.id for kind in new.answer} | {"unanswered"}
    counted = [a for a in after.answers if a.criterion in asked and a.answer != "unanswered"]
    assert {a.criterion for a in counted} <= kept
    assert {a.answer for a in counted} <= words
