"""Templates of single-agency audits: those that came with the program are sound, and mistakes are told."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.agency_template import KINDS, AgencyTemplate
from compact_tui.core.agency_template_lint import lint_template
from compact_tui.core.problems import say
from compact_tui.core.topics import Topics
from compact_tui.storage.agency_templates import read_template, shipped_templates, template_readings
from compact_tui.storage.content import read_content

TODAY = "2026-11-22"
CHANGED: list[tuple[str, Callable[[AgencyTemplate], AgencyTemplate]]] = [
    ("cannot be an id", lambda t: replace(t, template=replace(t.template, id="Case Files"))),
    ('"before" is missing', lambda t: replace(t, template=replace(t.template, before=""))),
    ("No kind of template", lambda t: replace(t, template=replace(t.template, kind="files"))),
    ("is not a day", lambda t: replace(t, template=replace(t.template, review_by="soon"))),
    ("asks nothing", lambda t: replace(t, question=())),
    ("asks 24 questions", lambda t: replace(t, question=t.question * 2)),
    ("used twice", lambda t: replace(t, question=(t.question[0], t.question[0]))),
    ('"partly" is missing', lambda t: _with(t, partly="")),
    ('"look" is missing', lambda t: _with(t, look="")),
    ("there is room for 150", lambda t: _with(t, text="x" * 151)),
    ("belongs to no topic", lambda t: _with(t, topics=())),
    ('No topic "rain"', lambda t: _with(t, topics=("rain",))),
    ('No confidence "G"', lambda t: _with(t, confidence="G")),
    ("has not come yet", lambda t: _with(t, checked_on="2027-01-01")),
    ("names no source", lambda t: _with(t, source=())),
    ("No source", lambda t: replace(t, source=())),
]


def _with(made: AgencyTemplate, **changes: object) -> AgencyTemplate:
    return replace(made, question=(replace(made.question[0], **changes), *made.question[1:]))


def topics() -> tuple[str, ...]:
    return tuple(topic.id for topic in read_content("topics.toml", Topics).topic)


def test_every_template_of_the_program_is_sound_and_each_kind_has_one() -> None:
    readings = template_readings()

    assert [say(problem) for reading in readings for problem in reading.problems] == []
    made = [reading.value for reading in readings if reading.value]
    found = [say(p) for r in readings if r.value for p in lint_template(r.value, topics(), TODAY, r.locate)]
    assert found == []
    assert sorted(one.template.kind for one in made) == sorted(kind for kind, _ in KINDS)


def test_templates_stand_in_the_order_of_their_kinds_and_the_sample_of_files_asks_twelve() -> None:
    made = shipped_templates()

    assert [one.template.kind for one in made] == [kind for kind, _ in KINDS]
    assert [len(one.question) for one in made] == [12, 8, 8, 7, 7, 0]
    assert {q.confidence for one in made for q in one.question} == {"C2", "I"}


@pytest.mark.parametrize(("part", "change"), CHANGED, ids=[part for part, _ in CHANGED])
def test_each_mistake_is_told(part: str, change: Callable[[AgencyTemplate], AgencyTemplate]) -> None:
    found = [say(problem) for problem in lint_template(change(shipped_templates()[0]), topics(), TODAY)]

    assert any(part in line for line in found), found


def test_a_mistake_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[template]\nid = "x"\n\n[[question]]\nid = "a"\nwhy = 3\n', "utf-8")

    reading = read_template(file)

    assert reading.value is None
    assert ("mine.toml", 6) in [(problem.file, problem.line) for problem in reading.problems]
