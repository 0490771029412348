"""What a partnership's reply says about a standard, beside it."""

import pytest
from msgspec.structs import replace

from compact_tui.core.audit import Audit, Grade, ReturnMade
from compact_tui.core.pack import NOT_GRADED
from compact_tui.core.reply import Reply, ReplyGrade, ReplyRemark
from compact_tui.core.reply_beside import first_remark, newest_reply, reply_for, says_about
from compact_tui.core.show import standard_view
from tests.reply_samples import reply
from tests.samples import head, lamp_pack

PACK = lamp_pack()
HALL = PACK.standard[0]


def _audit(*graded: Grade, code: str = "AAAAA-AAAAA") -> Audit:
    """An audit of the lamps of which the return r-1 was made."""
    made = ReturnMade(
        id="r-1", made_at="2026-12-01T09:30:00Z", folder="f", return_file="f.json", digest="d", code=code, complete=True
    )
    return Audit(head=head(), grades=graded, returns=(made,))


def _graded(level: str) -> Grade:
    return Grade(standard="hall", level=level, suggested="", by="Lead", at="2026-12-02T09:30:00Z")


def _given(**changes: str) -> ReplyGrade:
    full = ReplyGrade(
        standard="hall", title="The hall", own="bright", own_word="Bright", moderated="dim", moderated_word="Dim"
    )
    return replace(full, **changes)


def _remark(kind: str, text: str, **changes: str) -> ReplyRemark:
    return replace(ReplyRemark(id=f"m-{kind}", kind=kind, text=text, standard="hall"), **changes)


def _reply(*grades: ReplyGrade, remarks: tuple[ReplyRemark, ...] = ()) -> Reply:
    return reply(grades=grades, remarks=remarks)


def _sentences(audit: Audit, said: Reply, standard: str = "hall") -> list[str]:
    return [one.sentence for one in says_about(PACK, audit, said, standard)]


@pytest.mark.parametrize(
    ("given", "now", "sentence"),
    [
        (_given(), "bright", "The committee reads this as Dim; your return said Bright."),
        (_given(), "", "The committee reads this as Dim; your return said Bright."),
        (_given(), "glowing", "The committee reads this as Dim; your return said Bright."),
        (_given(), "dim", "The committee reads this as Dim; your return said Bright. You have graded it Dim since."),
        (_given(reason="A\ndark hall."), "", "The committee reads this as Dim; your return said Bright. "
         "Why: A dark hall."),
        (_given(moderated="bright"), "bright", "The committee agrees with Bright."),
        (_given(moderated="bright", reason="Seen."), "dim", "The committee agrees with Bright. Why: Seen."),
        (_given(own=NOT_GRADED, own_word="not graded"), "dim", "The committee reads this as Dim; your return had no "
         "grade."),
        (_given(moderated_word="Gloomy", own_word="Sunny"), "", "The committee reads this as Dim; your return said "
         "Bright."),
        (_given(moderated="odd", moderated_word="Od\x1bd", own="old", own_word="Ol\u202ed"), "",
         "The committee reads this as Od<U+001B>d; your return said Ol<U+202E>d."),
        (_given(moderated="odd", moderated_word=""), "", "The committee reads this as odd; your return said Bright."),
    ],
)  # fmt: skip
def test_the_committees_grade_is_said_in_the_words_of_the_pack(given: ReplyGrade, now: str, sentence: str) -> None:
    audit = _audit(*([_graded(now)] if now else []))

    said = says_about(PACK, audit, _reply(given), "hall")

    assert [(one.kind, one.sentence, one.level, one.remark) for one in said] == [
        ("grade", sentence, given.moderated, "")
    ]


@pytest.mark.parametrize(
    ("remark", "sentence"),
    [
        (_remark("question", "Who changes bulbs?"), "It asks: Who changes bulbs?"),
        (_remark("question", "Who\nchanges\x1b[1m it?"), "It asks: Who changes<U+001B>[1m it?"),
        (_remark("recommendation", "Buy one.", priority="now"), "It recommends (now): Buy one."),
        (_remark("recommendation", "Buy one.", priority="this-cycle"), "It recommends (this round): Buy one."),
        (_remark("recommendation", "Buy one.", priority="one day"), "It recommends: Buy one."),
        (_remark("recommendation", "Buy one."), "It recommends: Buy one."),
        (_remark("comment", "A bright hall."), "It notes: A bright hall."),
    ],
)
def test_a_remark_about_the_standard_is_said_in_a_line(remark: ReplyRemark, sentence: str) -> None:
    said = says_about(PACK, _audit(), _reply(remarks=(remark,)), "hall")

    assert [(one.kind, one.sentence, one.remark) for one in said] == [(remark.kind, sentence, remark.id)]
    assert first_remark(said) == remark.id


def test_the_grade_comes_first_then_questions_recommendations_and_comments() -> None:
    kinds = ("comment", "recommendation", "question")
    said = says_about(PACK, _audit(), _reply(_given(), remarks=tuple(_remark(kind, "x") for kind in kinds)), "hall")

    assert [one.kind for one in said] == ["grade", "question", "recommendation", "comment"]
    assert first_remark(said) == "m-question"
    assert first_remark(said[:1]) == ""


@pytest.mark.parametrize(
    "said",
    [
        None,
        _reply(),
        _reply(_given(moderated="", moderated_word="", reason="Nobody said so.")),
        _reply(_given(standard="stairs"), remarks=(_remark("question", "x", standard="stairs"),)),
        _reply(remarks=(_remark("question", "About all of it.", standard=""),)),
    ],
)
def test_nothing_is_said_where_the_reply_says_nothing_of_the_standard(said: Reply | None) -> None:
    assert says_about(PACK, _audit(), said, "hall") == ()
    assert says_about(PACK, _audit(code="BBBBB-BBBBB"), said, "hall") == ()
    assert standard_view(PACK, _audit(), HALL, "2026-12-03", reply=said).partnership_says == ()


def test_a_return_with_another_code_is_doubted_before_anything_else() -> None:
    doubted = says_about(PACK, _audit(code="BBBBB-BBBBB"), _reply(_given()), "hall")

    assert [one.kind for one in doubted] == ["doubt", "grade"]
    assert "another code" in doubted[0].sentence
    assert _sentences(_audit(), _reply(_given())) == [doubted[1].sentence]


def test_the_reply_beside_an_audit_is_the_newest_to_a_return_of_just_that_audit() -> None:
    old = reply(id="rp-9", made_on="2026-12-01")
    new = reply(id="rp-1", made_on="2026-12-02")
    foreign = reply(id="rp-2", made_on="2026-12-05", return_id="r-other")

    assert reply_for(_audit(), (old, new, foreign)) == new
    assert reply_for(_audit(), (new, foreign, old)) == new
    assert reply_for(_audit(), (foreign,)) is None
    assert reply_for(Audit(head=head()), (old, new)) is None
    assert newest_reply((old, new, foreign)) == foreign
    assert newest_reply((reply(id="rp-1"), reply(id="rp-2"))) == newest_reply((reply(id="rp-2"), reply(id="rp-1")))
    assert newest_reply(()) is None


def test_the_view_of_a_standard_holds_what_is_said_and_keeps_its_own_grade() -> None:
    view = standard_view(PACK, _audit(_graded("bright")), HALL, "2026-12-03", reply=_reply(_given()))

    assert [one.sentence for one in view.partnership_says] == [
        "The committee reads this as Dim; your return said Bright."
    ]
    assert (view.grade, view.grade_word, view.reason) == ("bright", "Bright", "")
