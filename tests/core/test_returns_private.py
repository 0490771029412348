"""What leaves with a return: every field of every record, but nothing private and no path of this computer."""

from typing import TypeVar

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compact_tui.core.audit import Action, Audit, CriterionAnswer, Evidence, Grade, SignOff, Summary
from compact_tui.core.pack import AuditPack
from compact_tui.core.report import report_of
from compact_tui.core.report_text import page_lines
from compact_tui.core.returns import with_digest
from compact_tui.core.setting import Setting
from compact_tui.core.setting_forms import PEOPLE_FORM
from compact_tui.exchange.html import page_html
from compact_tui.exchange.return_json import encode
from tests.core.return_samples import built
from tests.pages import text_of_html
from tests.samples import (
    KEPT_HERE,
    head,
    lamp_pack,
    setting,
    umbrella_pack,
)

PRIVATE = {("CriterionAnswer", "private_note"), ("Evidence", "file")}
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
