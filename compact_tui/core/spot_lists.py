"""Lists out of the results of spot checks: what was unsafe, weak or never asked, and what followed."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from compact_tui.core.ask_page import FOLLOW_UPS
from compact_tui.core.bank import Question
from compact_tui.core.bank_use import Askable
from compact_tui.core.days import MONTHS, say_short
from compact_tui.core.memory import SCORES
from compact_tui.core.spot import NOT_YET, PARTIAL, Heard, SpotCheck
from compact_tui.core.spot_sums import KNOWN, NEVER, STATES, Said, Sum
from compact_tui.core.spot_suppression import LEAST
from compact_tui.core.spot_trend import change_words
from compact_tui.core.spot_views import FollowUpView, QuestionLine, ResultsView, TopicLine, TopicView, UnsafeView
from compact_tui.core.text import count

_MOST_FOLLOW_UPS = 20
_NOTHING_FOLLOWS = FOLLOW_UPS[0]


def unsafe_heard(
    heard: Iterable[Heard], questions: Mapping[str, Question], since: str, shown: Collection[tuple[str, str]]
) -> tuple[UnsafeView, ...]:
    """Unsafe answers of the last year, each question once: those not answered safely since first, the newest first.

    Args:
        heard: What was heard.
        questions: Questions by id.
        since: Answers after this day.
        shown: Topic and group of the figures that may be shown; of others neither day nor group is said.
    """
    safe: dict[tuple[str, str], str] = {}
    unsafe = []
    for one in heard:
        if one.unsafe:
            unsafe.append(one)
        elif SCORES.get(one.level):
            key = (one.group, one.fact)
            safe[key] = max(safe.get(key, ""), f"{one.on} {one.at}")
    found: dict[str, UnsafeView] = {}
    for one in sorted(unsafe, key=lambda one: (one.on, one.at), reverse=True):
        if one.on > since:
            told = (one.topic, one.group) in shown
            view = _unsafe(one, questions, told, safe.get((one.group, one.fact), ""))
            if one.question not in found or found[one.question].settled > view.settled:
                found[one.question] = view
    return tuple(sorted(found.values(), key=lambda one: one.settled))


def _unsafe(heard: Heard, questions: Mapping[str, Question], told: bool, safe: str) -> UnsafeView:
    question = questions.get(heard.question)
    settled = safe > f"{heard.on} {heard.at}"
    on = say_short(heard.on) if told else f"{MONTHS[int(heard.on[5:7]) - 1]} {heard.on[:4]}"
    who = f", {heard.group}" if told else ""
    return UnsafeView(
        topic=heard.topic,
        question=heard.question,
        on=heard.on if told else heard.on[:7],
        group=heard.group if told else "",
        settled=settled,
        state="done" if settled else "attention",
        words=f"{on}{who}: {question.prompt if question else heard.question}"
        + (" Answered safely since." if settled else ""),
    )


def weakest(topics: Iterable[TopicView]) -> tuple[TopicLine, ...]:
    """Topics with a figure that are not known well, the weakest first."""
    told = [topic for topic in topics if topic.answers and topic.word != STATES[KNOWN][1]]
    return tuple(
        TopicLine(id=t.id, title=t.title, state=t.state, word=f"{t.share} % of {count(t.answers, 'answer')}")
        for t in sorted(told, key=lambda t: (t.share, t.title))
    )


def never_asked(
    topics: Iterable[TopicView], asked: Collection[str], by_topic: Mapping[str, Sequence[Askable]]
) -> tuple[TopicLine, ...]:
    """Topics that nobody was ever asked about; those with the most critical questions first."""
    found = []
    for topic in topics:
        if topic.id not in asked:
            critical = sum(one.question.critical for one in by_topic.get(topic.id, ()))
            word = count(topic.questions, "question") + (f", {critical} critical" if critical else "")
            found.append((-critical, TopicLine(id=topic.id, title=topic.title, state=topic.state, word=word)))
    return tuple(line for _, line in sorted(found, key=lambda pair: pair[0]))


def gap_lines(view: ResultsView) -> tuple[TopicLine, ...]:
    """Each group and how many topics it was never asked about; in the order of the groups."""
    state, word = STATES[NEVER]
    lines = []
    for group in view.groups:
        never = sum(cell.group == group and cell.word == word for topic in view.topics for cell in topic.cells)
        if never:
            said = f"never asked about {count(never, 'topic')}"
            lines.append(TopicLine(id=group, title=group, state=state, word=said))
    return tuple(lines)


def same_for_all(
    sums: Mapping[str, Sum], questions: Mapping[str, Question]
) -> tuple[tuple[QuestionLine, ...], tuple[QuestionLine, ...]]:
    """Questions that everybody answered in full, and those that nobody knew anything of, of five answers or more."""
    everyone, nobody = [], []
    for name in questions:
        heard = sums.get(name)
        if heard is None or heard.answers < LEAST:
            continue
        line = QuestionLine(topic=questions[name].topic, question=name, words=questions[name].prompt)
        if heard.halves == 2 * heard.answers:
            everyone.append(line)
        elif not heard.halves:
            nobody.append(line)
    return tuple(everyone), tuple(nobody)


def follow_ups(
    checks: Iterable[SpotCheck], heard: Iterable[Heard], said: Sequence[Said], since: str
) -> tuple[FollowUpView, ...]:
    """What followed the latest rounds, and whether it is known better since."""
    meant = [check for check in checks if check.follow_up not in {"", _NOTHING_FOLLOWS} and check.on > since]
    latest = sorted(meant, key=lambda check: (check.on, check.at), reverse=True)[:_MOST_FOLLOW_UPS]
    wanted = {check.id for check in latest}
    topics: dict[str, str] = {}
    for one in heard:
        if one.check in wanted and (one.check not in topics or one.unsafe or one.level in {PARTIAL, NOT_YET}):
            topics[one.check] = one.topic
    about: dict[str, list[Said]] = {topic: [] for topic in topics.values()}
    for answer in said:
        if answer.topic in about:
            about[answer.topic].append(answer)
    return tuple(
        FollowUpView(
            on=check.on,
            group=check.group,
            what=check.follow_up,
            words=f"{say_short(check.on)}, {check.group}: {check.follow_up}",
            change=_change(about.get(topics.get(check.id, ""), []), check.on),
            topic=topics.get(check.id, ""),
        )
        for check in latest
    )


def _change(said: Iterable[Said], day: str) -> str:
    """How a topic is known after a day, beside up to it; no figures, so that no single round can be worked out."""
    before, after = Sum(), Sum()
    for one in said:
        (after if one.on > day else before).add(one)
    if before.answers < LEAST or after.answers < LEAST:
        return "too few answers yet to say what changed"
    return f"{change_words(before.percent, after.percent)} since"
