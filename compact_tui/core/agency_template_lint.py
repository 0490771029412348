"""Everything that can be said of a template of single-agency audits before anyone uses it."""

from collections.abc import Collection, Iterator

import msgspec

from compact_tui.core.agency_template import KINDS, OWN, AgencyTemplate, TemplateQuestion
from compact_tui.core.bank_checks_names import CONFIDENCES, SOURCE_STATUSES
from compact_tui.core.guidance_checks import empty, wrong_day
from compact_tui.core.problems import Locate, Path, Problem, nowhere, say_where
from compact_tui.core.reference_checks import malformed, unknown, unknowns

LONGEST_QUESTION = 150
"""Characters of a question that can be read at a glance."""
MOST_QUESTIONS = 20
_GUIDANCE = ("text", "look", "yes", "partly", "no", "why")


def lint_template(
    made: AgencyTemplate, topics: Collection[str], today: str, locate: Locate = nowhere
) -> tuple[Problem, ...]:
    """What the owner of a template should put right, in the order of its file.

    Args:
        made: The template.
        topics: Ids of the topics that a question may name.
        today: The day (``YYYY-MM-DD``) that nothing may have been checked after.
        locate: Finds the file and line of a place.
    """
    placed = []
    for problem in _problems(made, topics, today):
        place = locate(problem.path)
        where = say_where(msgspec.to_builtins(made), problem.path)
        placed.append(msgspec.structs.replace(problem, where=where, file=place.file, line=place.line))
    return tuple(sorted(placed, key=lambda problem: (problem.file, problem.line)))


def _problems(made: AgencyTemplate, topics: Collection[str], today: str) -> Iterator[Problem]:
    head = made.template
    yield from malformed(head.id, ("template", "id"))
    yield from empty(head, ("title", "edition", "one", "many", "about", "before"), ("template",))
    yield from unknown(head.kind, [kind for kind, _ in KINDS], "kind of template", ("template", "kind"))
    yield from wrong_day(head.review_by, ("template", "review_by"))
    for at, change in enumerate(head.change):
        yield from wrong_day(change.on, ("template", "change", at, "on"), today)
    for at, source in enumerate(made.source):
        yield from malformed(source.id, ("source", at, "id"))
        yield from empty(source, ("title",), ("source", at))
        yield from unknown(source.status, SOURCE_STATUSES, "status", ("source", at, "status"))
        yield from wrong_day(source.checked_on, ("source", at, "checked_on"), today)
    yield from _count(made)
    sources = [source.id for source in made.source]
    seen: set[str] = set()
    for at, question in enumerate(made.question):
        yield from _question(question, ("question", at), seen, sources, topics, today)


def _count(made: AgencyTemplate) -> Iterator[Problem]:
    number = len(made.question)
    if made.template.kind == OWN:
        return
    if not number:
        yield Problem(what="The template asks nothing.", remedy="Add [[question]].", path=("template",))
    elif number > MOST_QUESTIONS:
        what = f"The template asks {number} questions of every case; at most {MOST_QUESTIONS} are answered with care."
        yield Problem(what=what, remedy="Take some out, or make two templates.", path=("template",))


def _question(
    question: TemplateQuestion,
    path: Path,
    seen: set[str],
    sources: Collection[str],
    topics: Collection[str],
    today: str,
) -> Iterator[Problem]:
    yield from malformed(question.id, (*path, "id"))
    if question.id in seen:
        remedy = "Give each its own; an id is never used twice."
        yield Problem(what=f'The id "{question.id}" is used twice.', remedy=remedy, path=(*path, "id"))
    seen.add(question.id)
    yield from empty(question, _GUIDANCE, path)
    if len(question.text) > LONGEST_QUESTION:
        what = f"The question has {len(question.text)} characters; there is room for {LONGEST_QUESTION}."
        yield Problem(what=what, remedy="Shorten it; help can say the rest.", path=(*path, "text"))
    if not question.topics:
        yield Problem(what="The question belongs to no topic.", remedy='Add topics = ["recording"].', path=path)
    yield from unknowns(question.topics, topics, "topic", (*path, "topics"))
    yield from unknown(question.confidence, CONFIDENCES, "confidence", (*path, "confidence"))
    yield from wrong_day(question.checked_on, (*path, "checked_on"), today)
    if not question.source:
        remedy = "Add [[question.source]] with the id of a source and the place in it."
        yield Problem(what="The question names no source.", remedy=remedy, path=path)
    for at, cited in enumerate(question.source):
        yield from unknown(cited.source, sources, "source", (*path, "source", at, "source"))
        yield from empty(cited, ("place",), (*path, "source", at))
