"""The return: everything that was said is in it, and nothing private is."""

from typing import TypeVar

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compact_tui.core.audit import Action, Audit, CriterionAnswer, Evidence, Grade, SignOff, Summary
from compact_tui.core.digest import spoken_code
from compact_tui.core.pack import AuditPack
from compact_tui.core.report import report_of
from compact_tui.core.report_text import page_lines
from compact_tui.core.return_build import build_return
from compact_tui.core.returns import (
    ParkedAction,
    ParkedAnswer,
    ParkedEvidence,
    ParkedGrade,
    ParkedSummary,
    Return,
    content_code,
    counts_of,
    first_line,
    return_state,
    with_digest,
)
from compact_tui.core.setting import Setting
from compact_tui.core.setting_forms import PEOPLE_FORM
from compact_tui.exchange.html import page_html
from compact_tui.exchange.return_json import encode
from tests.pages import text_of_html
from tests.samples import (
    KEPT_HERE,
    TODAY,
    head,
    lamp_audit,
    lamp_pack,
    lamp_return,
    return_made,
    setting,
    umbrella_pack,
)

PRIVATE = {("CriterionAnswer", "private_note"), ("Evidence", "file")}


def built(audit: Audit, pack: AuditPack | None = None, who: Setting | None = None) -> Return:
    return build_return(
        who or setting(), pack or lamp_pack(), audit, return_id="r-9", made_on=TODAY, made_by="x 1", today=TODAY
    )


Filled = TypeVar("Filled", bound=msgspec.Struct)


class Sentinels:
    """Records of which every field says something that nothing else says."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.kept_back: list[str] = []

    def fill(self, kind: type[Filled], **fixed: object) -> Filled:
        values: dict[str, object] = dict(fixed)
        for field in msgspec.structs.fields(kind):
            if field.name in values or field.type in {bool, int}:
                continue
            word = f"Zq{len(self.said) + len(self.kept_back)}{field.name.replace('_', '')}qZ"
            private = (kind.__name__, field.name) in PRIVATE | KEPT_HERE
            (self.kept_back if private else self.said).append(word)
            values[field.name] = word if field.type is str else (word,)
        return kind(**values)


def sentinel_audit(pack: AuditPack, asked: tuple[int, ...]) -> tuple[Audit, Setting, Sentinels]:
    """An audit in which ``asked`` says which criterion each record is about; beyond the last, one not asked."""
    marks = Sentinels()
    criteria = [c.id for s in pack.standard for c in s.criterion]
    standards = [s.id for s in pack.standard]
    items = [*criteria, *standards]
    about = [items[n] if n < len(items) else f"gone-{n}" for n in asked]
    answers = [marks.fill(CriterionAnswer, criterion=i) for i in dict.fromkeys(about) if i not in standards]
    graded = [i for i in dict.fromkeys(about) if i not in criteria]
    audit = Audit(
        head=marks.fill(head().__class__, pack=pack.pack.id, edition="1", variation="all", wording="independent"),
        answers=tuple(answers),
        grades=tuple(marks.fill(Grade, standard=i) for i in graded),
        summaries=tuple(marks.fill(Summary, standard=i) for i in graded),
        evidence=tuple(marks.fill(Evidence, supports=(i,)) for i in about),
        actions=tuple(marks.fill(Action, supports=(i,)) for i in about),
        sign_offs=(marks.fill(SignOff), marks.fill(SignOff)),
    )
    return audit, marks.fill(Setting), marks


@given(st.lists(st.integers(0, 8), max_size=6), st.booleans())
@settings(derandomize=True, deadline=None, max_examples=30)
def test_every_field_of_every_record_is_in_the_return_and_in_the_report_but_for_the_private_ones(
    asked: list[int], umbrellas: bool
) -> None:
    pack = umbrella_pack() if umbrellas else lamp_pack()
    audit, who, marks = sentinel_audit(pack, tuple(asked))

    return_ = with_digest(built(audit, pack, who))

    page = report_of(return_, pack)
    told = {
        "return": encode(return_).decode(),
        "page": text_of_html(page_html(page)),
        "text": "\n".join(page_lines(page, 10_000)),
    }
    for name, text in told.items():
        assert [word for word in marks.said if word not in text] == [], name
        assert [word for word in marks.kept_back if word in text] == [], name


def test_the_private_fields_are_the_only_ones_that_stay_behind() -> None:
    audit, _, marks = sentinel_audit(lamp_pack(), (0, 4, 8))

    of_head_and_grades = 2 + 2
    assert len(marks.kept_back) == 5 + len(PEOPLE_FORM.fields) + 2 * 3 + 3 + of_head_and_grades
    assert {type(r).__name__ for t in ("answers", "evidence") for r in getattr(audit, t)} == {n for n, _ in PRIVATE}


PATHS = (
    r"C:\Users\jane\Documents\a.docx",
    r"\\server\share\b.docx",
    "/home/jane/c.docx",
    "file:///home/jane/d.docx",
    "~/e.docx",
)


@pytest.mark.parametrize("path", PATHS)
def test_a_path_of_this_computer_leaves_in_no_text(path: str) -> None:
    marked = path.replace("jane", "janeqq").replace("share", "janeqq").replace("~/", "~/janeqq/")
    texts = [f.name for f in msgspec.structs.fields(CriterionAnswer) if f.name != "criterion"]
    said = f"See {marked} for more."
    audit = Audit(
        head=head(cycle=said),
        answers=(
            CriterionAnswer(criterion="hall-bulb", **dict.fromkeys(texts, said)),
            CriterionAnswer(criterion="gone", **dict.fromkeys(texts, said)),
        ),
        grades=(Grade(standard="hall", level="bright", reason=said, by=said),),
        summaries=(Summary(standard="hall", text=said), Summary(standard="gone", text=said)),
        evidence=(
            Evidence(id="e", title=said, where=marked, held_by=said, supports=("hall",)),
            Evidence(id="f", title=said, where=said, held_by=said, supports=("gone",)),
        ),
        actions=(Action(id="t", what=said, who=said, outcome=said),),
        sign_offs=(SignOff(id="s", role=said, name=said, on="2026-12-01", code=""),),
    )

    return_ = with_digest(built(audit, who=setting(name=said, contact_name=said, areas=(said,))))

    assert "janeqq" not in encode(return_).decode()
    assert "janeqq" not in page_html(report_of(return_, lamp_pack())).decode()
    assert "See [a file on our own computer] for more." in encode(return_).decode()


def test_a_path_with_spaces_that_is_all_of_a_place_leaves_no_piece_of_itself() -> None:
    place = r"C:\Users\Jane Smith\My files\Case list.docx"
    audit = Audit(
        head=head(),
        evidence=(
            Evidence(id="e", title="List", where=place, supports=("hall",)),
            Evidence(id="f", title=place, supports=("gone",)),
        ),
    )

    data = encode(built(audit)).decode()

    assert "Smith" not in data
    assert "files" not in data
    assert "Case" not in data


def test_what_is_not_said_is_there_as_a_state_of_its_own() -> None:
    return_ = built(Audit(head=head()))

    assert [s.grade for s in return_.standards] == ["not-graded", "not-graded"]
    assert [s.suggested for s in return_.standards] == ["none", "none"]
    assert {c.answer for s in return_.standards for c in s.criteria} == {"unanswered"}
    assert return_.parked == ()
    assert '"parked": []' in encode(return_).decode()


def test_a_suggestion_is_worked_out_and_explained() -> None:
    hall = built(lamp_audit()).standards[0]

    assert (hall.suggested, hall.because, hall.suggested_when_graded) == ("bright", "All 2 criteria lit.", "bright")


def test_lists_are_in_pack_order_then_in_the_order_of_creation() -> None:
    audit = lamp_audit()
    late = Evidence(id="e-0", title="Last", supports=("hall-bulb",))
    audit = msgspec.structs.replace(
        audit, answers=tuple(reversed(audit.answers)), grades=audit.grades[::-1], evidence=(*audit.evidence, late)
    )

    return_ = built(audit)

    assert [s.id for s in return_.standards] == ["hall", "stairs"]
    assert [c.id for c in return_.standards[0].criteria] == ["hall-bulb", "hall-switch", "hall-shade"]
    assert [e.id for e in return_.evidence] == ["e-1", "e-2", "e-0"]
    assert return_.standards[0].criteria[0].evidence == ("e-1", "e-0")
    assert return_.standards[0].criteria[2].actions == ("t-1",)


def test_what_the_pack_does_not_ask_is_parked_and_not_counted() -> None:
    audit = lamp_audit()
    audit = msgspec.structs.replace(
        audit,
        answers=(
            *audit.answers,
            CriterionAnswer(criterion="old", answer="lit"),
            CriterionAnswer(criterion="hall-bulb"),
        ),
        grades=(*audit.grades, Grade(standard="attic", level="dim")),
        summaries=(*audit.summaries, Summary(standard="attic", text="Dusty.")),
        evidence=(
            *audit.evidence,
            Evidence(id="e-old", title="Old", supports=("old",)),
            Evidence(id="e-both", title="Both", supports=("old", "hall")),
            Evidence(id="e-idle", title="Idle"),
        ),
        actions=(*audit.actions, Action(id="t-old", what="Sweep", supports=("attic",))),
    )

    return_ = built(audit)

    assert [(type(p), p.id) for p in return_.parked] == [
        (ParkedAnswer, "old"),
        (ParkedAnswer, "hall-bulb"),
        (ParkedGrade, "attic"),
        (ParkedSummary, "attic"),
        (ParkedEvidence, "e-old"),
        (ParkedAction, "t-old"),
    ]
    assert [e.id for e in return_.evidence] == ["e-1", "e-2", "e-both", "e-idle"]
    assert counts_of(return_) == counts_of(built(lamp_audit())).__class__(2, 2, 4, 4, 4, 1, 1)
    assert return_.parked[0].evidence == ("e-old", "e-both")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({}, "This return is complete and signed by A. Light (Head)."),
        (
            {"sign_offs": ()},
            "This return is not signed: everything is answered and graded, but nobody has signed it.",
        ),
        ({"grades": ()}, "This return is not complete: 2 of 2 standards not graded."),
        (
            {"answers": (), "sign_offs": ()},
            "This return is not complete: 4 of 4 criteria not answered. Nobody has signed it.",
        ),
        (
            {"answers": (), "grades": ()},
            "This return is not complete: 2 of 2 standards not graded, 4 of 4 criteria not answered.",
        ),
    ],
)
def test_the_first_line_says_whether_it_is_finished_and_signed(changes: dict[str, object], line: str) -> None:
    return_ = built(msgspec.structs.replace(lamp_audit(), **changes))

    assert first_line(return_) == line
    assert return_.complete is (not changes)
    assert (return_.warnings[:1] == (line,)) is bool(changes)


def test_warnings_are_the_findings_with_their_numbers() -> None:
    audit = msgspec.structs.replace(lamp_audit(), evidence=())

    assert built(audit).warnings == (
        "1: The hall is graded Bright without any evidence.",
        "2: The stairs is graded Bright without any evidence.",
    )


def test_that_nobody_has_signed_is_said_once() -> None:
    return_ = built(msgspec.structs.replace(lamp_audit(), sign_offs=()))

    assert return_.warnings == (first_line(return_),)


def test_not_known_yet_is_an_answer_and_leaves_the_return_complete() -> None:
    audit = lamp_audit()
    audit = msgspec.structs.replace(
        audit, answers=(*audit.answers[:3], CriterionAnswer(criterion="stairs-bulb", answer="in-the-dark"))
    )

    assert built(audit).complete is True


def test_a_second_return_names_the_one_it_takes_the_place_of() -> None:
    audit = msgspec.structs.replace(lamp_audit(), returns=(return_made(id="r-1"), return_made(id="r-2")))

    assert built(audit).supersedes == "r-2"
    sent = msgspec.structs.replace(audit.returns[0], sent_on="2026-12-02")
    assert built(msgspec.structs.replace(audit, returns=(sent, audit.returns[1]))).supersedes == "r-1"
    assert built(lamp_audit()).supersedes == ""


def test_text_leaves_composed_and_with_plain_line_ends() -> None:
    audit = msgspec.structs.replace(
        lamp_audit(), summaries=(Summary(standard="hall", text="Cafe\u0301\r\nroom\rhalf \ud83d."),)
    )

    summary = built(audit).standards[0].summary

    assert summary == "Café\nroom\nhalf ?."
    assert encode(built(audit))


def test_the_content_code_stays_from_the_preview_to_the_return_and_when_it_is_signed() -> None:
    unsigned = msgspec.structs.replace(lamp_audit(), sign_offs=())
    previewed = build_return(
        setting(), lamp_pack(), unsigned, return_id="", made_on="2026-12-01", made_by="x 1", today="2026-12-01"
    )

    assert content_code(previewed) == content_code(built(lamp_audit()))
    assert content_code(previewed) == content_code(with_digest(built(unsigned)))


def test_the_content_code_changes_with_anything_that_is_signed() -> None:
    audit = lamp_audit()
    codes = {content_code(built(audit))}
    for field in ("answers", "grades", "summaries", "evidence", "actions"):
        codes.add(content_code(built(msgspec.structs.replace(audit, **{field: getattr(audit, field)[:-1]}))))
    codes.add(content_code(built(audit, who=setting(contact_name="Other"))))

    assert len(codes) == 7


def test_the_code_of_a_return_is_that_of_its_digest() -> None:
    return_ = lamp_return()

    assert return_.digest.startswith("sha256:")
    assert with_digest(return_) == return_
    assert spoken_code(return_.digest) != content_code(return_)


@pytest.mark.parametrize(
    ("changes", "state", "sentence", "days"),
    [
        (None, "not-made", "not made", 0),
        ({}, "made", "made 3 Dec 2026, NOT yet sent", 7),
        ({"sent_on": "2026-12-04", "sent_by": "Head"}, "sent", "sent on 4 Dec 2026 by Head", 6),
        ({"sent_on": "2026-12-04"}, "sent", "sent on 4 Dec 2026", 6),
        ({"sent_on": "2026-12-04", "receipt_on": "2026-12-09"}, "receipt", "receipt 9 Dec 2026", 1),
        ({"receipt_on": "2026-12-10"}, "receipt", "receipt 10 Dec 2026", 0),
        ({"made_at": "2026-12-11T00:00:00Z"}, "made", "made 11 Dec 2026, NOT yet sent", 0),
        ({"made_at": "damaged"}, "made", "made damaged, NOT yet sent", 0),
    ],
)
def test_the_state_of_the_last_return_is_told_in_a_sentence(
    changes: dict[str, object] | None, state: str, sentence: str, days: int
) -> None:
    returns = () if changes is None else (return_made(sent_on="2026-01-01"), return_made(**changes))
    audit = msgspec.structs.replace(lamp_audit(), returns=returns)

    told = return_state(audit, "2026-12-10")

    assert (told.id, told.sentence, told.days) == (state, sentence, days)
