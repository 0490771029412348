"""A part as a file: written and read back as the same, and refused when anything in it cannot be right."""

import json
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from compact_tui.core.audit import Action, Audit, CriterionAnswer, Evidence, Grade, Summary
from compact_tui.core.digest import digest_of
from compact_tui.core.errors import FileNotAcceptableError
from compact_tui.core.part import LONGEST_TEXT, Part, part_of
from compact_tui.core.text import clean
from compact_tui.exchange.part_json import encode_part, is_part, part_schema, read_part
from tests.samples import head, setting, umbrella_pack

PACK = umbrella_pack()
AT = "2026-12-01T09:30:00Z"
TEXT = st.text(max_size=20).map(clean)


def part(audit: Audit, standards: tuple[str, ...] = ("u1", "u3")) -> Part:
    made = part_of(setting(), audit, PACK, standards, reply_to=("jo@example.org",))
    filled = {"id": "p-1", "made_by": "compact_tui 0", "lent_to": "HR", "lent_on": "2026-12-01", "due": "2026-12-18"}
    return msgspec.structs.replace(made, **filled)


def answered(**changes: Any) -> Part:
    audit = Audit(
        head=head(),
        answers=(CriterionAnswer(criterion="u1-ticket", answer="in-hand", note="Ten.", by="Lead", at=AT),),
        evidence=(Evidence(id="e-1", title="Roll", supports=("u1-ticket",), by="Lead", at=AT),),
    )
    lent = part(audit)
    return msgspec.structs.replace(lent, answered=lent.base, answered_on="2026-12-03", **changes)


CRITERIA = st.sampled_from(["u1-ticket", "u1-wet-rack", "u2-watch", "u3-match"])


@given(st.lists(st.tuples(CRITERIA, TEXT, TEXT), max_size=4))
@settings(derandomize=True, deadline=None, max_examples=40)
def test_what_is_written_is_read_back_as_the_same(said: list[tuple[str, str, str]]) -> None:
    unique = {criterion: (note, private) for criterion, note, private in said}
    audit = Audit(
        head=head(),
        answers=tuple(
            CriterionAnswer(criterion=c, answer="in-hand", note=note, private_note=private, by="Lead", at=AT)
            for c, (note, private) in unique.items()
        ),
        grades=(
            Grade(standard="u1", level="bone-dry"),
            Grade(standard="u3", level="bone-dry", provisional=True),
        ),
        summaries=tuple(Summary(standard="u3", text=note) for _, note, _ in said[:1]),
        evidence=(Evidence(id="e-1", title="Roll", file="/home/jo/roll.pdf", supports=("u3",)),),
        actions=(Action(id="t-1", what="Dry it", supports=("u2",)), Action(id="t-2", what="Ask", supports=("u1",))),
    )
    made = part(audit)

    data = encode_part(made)

    assert msgspec.structs.replace(read_part(data), digest="") == made
    Draft202012Validator(dict(part_schema())).validate(json.loads(data))
    assert {answer.criterion for answer in made.base.answers} <= {"u1-ticket", "u1-wet-rack", "u3-match"}
    assert [answer.private_note for answer in made.base.answers if answer.private_note] == []
    assert ([grade.standard for grade in made.base.grades], made.base.evidence[0].file) == (["u1"], "")
    assert [action.id for action in made.base.actions] == ["t-2"]


def test_the_same_part_is_written_as_the_same_bytes_again() -> None:
    data = encode_part(answered())

    assert encode_part(read_part(data)) == data


def _set(*steps: str | int, to: object) -> Callable[[Any], None]:
    def change(plain: Any) -> None:
        for step in steps[:-1]:
            plain = plain[step]
        plain[steps[-1]] = to

    return change


def _answer_again(plain: Any) -> None:
    plain["answered"]["answers"].append(plain["answered"]["answers"][0])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (_set("format", to="compact-return"), "is not a part of a Compact audit"),
        (_set("format_version", to=2), "format version 2"),
        (_set("format_version", to=0), "does not say which version"),
        (_set("lent_to", to=""), "does not say whose part it is"),
        (_set("lent_to", to=7), "not of the right form"),
        (_set("standards", to=["u1", "u2"]), "are not those of its pack"),
        (_set("standards", to=[]), "are not those of its pack"),
        (_set("pack", "answer", to=[]), "are not those of its pack"),
        (_set("pack", "standard", 0, "criterion", to=[]), "asks nothing"),
        (_set("due", to="soon"), '"soon" is no day'),
        (_set("answered", "answers", 0, "criterion", to="u2-watch"), 'answers "u2-watch", which it does not ask'),
        (_set("answered", "answers", 0, "at", to="\x1b[2J"), "does not say when it was made"),
        (_set("answered", "answers", 0, "note", to="x" * (LONGEST_TEXT + 1)), "longer than"),
        (_set("answered", "evidence", 0, "supports", to=["x" * (LONGEST_TEXT + 1)]), "longer than"),
        (_answer_again, "the same record twice in answers"),
    ],
)
def test_what_cannot_be_right_is_refused_even_with_a_fitting_digest(
    change: Callable[[Any], None], message: str
) -> None:
    plain = json.loads(encode_part(answered()))
    change(plain)
    plain["digest"] = digest_of(plain)

    with pytest.raises(FileNotAcceptableError) as raised:
        read_part(msgspec.json.encode(plain))

    assert message in raised.value.message
    assert raised.value.hint.startswith("Nothing was taken from it.")


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"format": "compact-part"}', b'{"a": 1, "a": 2}', b"\xff"])
def test_what_is_no_document_is_refused(data: bytes) -> None:
    with pytest.raises(FileNotAcceptableError):
        read_part(data)


def test_a_part_that_was_altered_is_refused() -> None:
    data = encode_part(answered()).replace(b"Ten.", b"Two.")

    with pytest.raises(FileNotAcceptableError, match="damaged or altered"):
        read_part(data)
    assert is_part(data)
    assert not is_part(b"{}")
    assert not is_part(b"not json")
