"""The training plan: what is weak, what agencies asked for and what staff do not know, together and ranked."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from compact_tui.core.analysis_views import Analysis
from compact_tui.core.audit_views import View
from compact_tui.core.finding import short
from compact_tui.core.learning_forms import TRAINING
from compact_tui.core.learning_log import about_words
from compact_tui.core.learning_offers import Voice, by_standard, weak_standards
from compact_tui.core.learning_views import LearningLine, LearningLog
from compact_tui.core.text import count

_WORDS = 160
"""Characters that are told of what the log plans."""
NO_STANDARD = "Of no standard that is asked for"
HOW = (
    "A topic is named by each sector in which less than 80% graded the standard good or better, by each single-agency "
    "audit that asked for training or found what does not work, and by each topic of which staff know little.",
    "The topic that most of these name stands first; of several, the one that is weakest. What the log means to train "
    "is in the plan, whether or not anything else names it.",
    "Figures of few settings are kept back, and name nothing. An audit that touches several standards names each.",
)


class TrainingTopic(View, frozen=True, kw_only=True):
    """A standard that training is wanted on."""

    rank: int
    standard: str
    """Empty for what belongs to none."""
    words: str
    named_by: int
    """How many sectors, audits and topics of staff's answers name it."""
    named_words: str
    why: tuple[str, ...]
    """Each of them, as a sentence."""
    log: tuple[str, ...]
    """What the log has about it, a line each."""
    log_words: str
    """How far that is; ``nothing in the log`` where there is nothing."""
    mark: str
    """The state whose glyph stands for it."""


class TrainingPlan(View, frozen=True, kw_only=True):
    """What training is wanted, most wanted first."""

    cycle: str
    partnership: str
    made_on: str
    topics: tuple[TrainingTopic, ...]
    sentence: str
    how: tuple[str, ...] = HOW


def training_plan(
    analysis: Analysis,
    standards: Mapping[str, str],
    voices: Sequence[Voice],
    log: LearningLog,
    *,
    partnership: str,
    today: str,
) -> TrainingPlan:
    """Bring together what training is wanted on, by standard.

    Args:
        analysis: The figures of this round.
        standards: Number and name of each standard, by its id, in the order of the pack.
        voices: What agencies' audits ask for, and what staff do not know.
        log: The learning log.
        partnership: Its name.
        today: The day (``YYYY-MM-DD``).
    """
    spoken, weak = by_standard(voices, standards), _weak(analysis)
    found = []
    for standard in (*standards, ""):
        lines = [one for one in log.lines if (one.standard if one.standard in standards else "") == standard]
        told = [*weak.get(standard, ()), *((100, voice.sentence) for voice in spoken.get(standard, ()))]
        if told or any(one.kind == TRAINING for one in lines):
            lowest = min((share for share, _ in told), default=100)
            found.append((lowest, _topic(standard, standards.get(standard, NO_STANDARD), told, lines)))
    found.sort(key=lambda pair: (-pair[1].named_by, pair[0]))
    topics = tuple(replace(topic, rank=at) for at, (_, topic) in enumerate(found, 1))
    none = sum(not topic.log for topic in topics)
    said = f"{none} not in the log yet" if none else "all in the log"
    sentence = f"{count(len(topics), 'topic')}, {said}." if topics else "Nothing is wanted yet."
    return TrainingPlan(cycle=log.cycle, partnership=partnership, made_on=today, topics=topics, sentence=sentence)


def _weak(analysis: Analysis) -> dict[str, list[tuple[int, str]]]:
    """By standard the share and the sentence of each sector that is weak in it."""
    found: dict[str, list[tuple[int, str]]] = {}
    for group in analysis.sectors:
        for weak in weak_standards(group):
            found.setdefault(weak.standard, []).append((weak.share, f"{group.word}: {weak.reason}"))
    return found


def _topic(standard: str, words: str, told: Sequence[tuple[int, str]], lines: Sequence[LearningLine]) -> TrainingTopic:
    return TrainingTopic(
        rank=0,
        standard=standard,
        words=words,
        named_by=len(told),
        named_words=f"named {count(len(told), 'time')}" if told else "from the log",
        why=tuple(sentence for _, sentence in told),
        log=tuple(_in_log(one) for one in lines),
        log_words=about_words(lines) or "nothing in the log",
        mark=lines[0].mark if lines else "attention",
    )


def _in_log(line: LearningLine) -> str:
    if not line.will_do:
        return f"A finding of {line.sector_word}: {line.state_word}"
    does = short(line.will_do, _WORDS)
    kind = f"{line.kind_word}: " if line.kind_word else ""
    return f"{kind}{does} ({', '.join(part for part in (line.who, line.state_word) if part)})"
