"""Standing in words: each way of knowing in a few, the difference in a sentence; none of them blames."""

from collections.abc import Mapping

from msgspec.structs import replace

from compact_tui.core.standing import Beside, Claimed, Known, Seen, Shown, StandingLine, Weighed, claim_of
from compact_tui.core.standing_rules import (
    AGREES,
    GAPS,
    JUDGED,
    KNOWN,
    LESS,
    NO_CLAIM,
    NONE,
    NOT_ASKED,
    NOTHING,
    OLD,
    SEEN,
    SHOWN,
    TOO_FEW,
    VOICES,
)
from compact_tui.core.text import capitalised, count, listed

Voice = Known | Shown | Seen


def voices_of(line: StandingLine | Beside) -> Mapping[str, Voice]:
    """The three that stand beside the claim, by their id, in the order in which they are shown."""
    return {KNOWN: line.known, SHOWN: line.shown, SEEN: line.seen}


def with_sentence(weighed: Weighed) -> StandingLine:
    """The line with its difference in a sentence."""
    return replace(weighed.line, because=sentence_of(weighed.line))


def sentence_of(line: StandingLine) -> str:
    """The difference in a sentence: what is claimed, then the most telling thing first.

    What cannot be judged is told only where nothing can.
    """
    if line.difference == NOT_ASKED:
        return "Nothing of it applies here."
    voices = voices_of(line)
    claim = claim_words(line.claimed)
    if line.difference == NOTHING:
        return _sentence(claim, "no spot check, no audit of files and no walk stands beside it yet")
    kinds = [kind for kind in by_telling(line) if voices[kind].says in JUDGED] or by_telling(line)
    said = [told_of(kind, voices[kind]) for kind in kinds]
    if line.difference == LESS:
        said.append("it may be better than you say")
    if line.difference == AGREES:
        return _sentence(f"{claim}, which fits: {said[0]}", *said[1:])
    return _sentence(claim, *said)


def _sentence(*parts: str) -> str:
    text = "; ".join(parts)
    return f"{capitalised(text)}."


def by_telling(line: StandingLine) -> tuple[str, ...]:
    """The ways of knowing that have something: the judged before the rest, those much weaker than the claim first."""
    claim, voices = claim_of(line.claimed), voices_of(line)

    def weight(kind: str) -> tuple[bool, int]:
        says = voices[kind].says
        return says not in JUDGED, -GAPS.get((claim, says), 0)

    return tuple(sorted((kind for kind, voice in voices.items() if voice.says != NONE), key=weight))


def claim_words(claimed: Claimed) -> str:
    """What is claimed, in a few words."""
    if not claimed.graded:
        if claim_of(claimed) == NO_CLAIM:
            return f"{claimed.answered} of {count(claimed.applicable, 'question')} answered so far"
        return f"{claimed.met} of {count(claimed.applicable, 'question')} answered as in place"
    return f"graded {claimed.word}" if claimed.level else "not graded yet"


def told_of(kind: str, voice: Voice) -> str:
    """What one way of knowing says, as a part of the sentence."""
    rule = VOICES[kind]
    if voice.says == NONE:
        return rule.none
    if isinstance(voice, Known) and voice.unsafe:
        return f'something unsafe was heard on "{voice.unsafe_on}"'
    if voice.says == TOO_FEW:
        return f"{count(_amount(voice), *rule.unit)} {_PLACES[kind]}: too few to tell"
    if voice.says == OLD:
        return f"what {_OLD[kind]} is from {voice.age}: too old to tell"
    return _figures(voice)


_PLACES = {KNOWN: "heard", SHOWN: "looked at", SEEN: "looked at on boards"}
_OLD = {KNOWN: "was heard", SHOWN: "files show", SEEN: "was seen on boards"}


def _amount(voice: Voice) -> int:
    if isinstance(voice, Known):
        return voice.answers
    return voice.cases if isinstance(voice, Shown) else voice.items


def _figures(voice: Voice) -> str:
    """What a judged one says: its most telling thing, else all of it."""
    telling = voice.telling
    if isinstance(voice, Seen):
        if telling is None:
            return f"{voice.right} of {count(voice.items, 'thing')} on boards right"
        others = voice.wrong - 1
        more = f", and {count(others, 'more thing is', 'more things are')} not right" if others else ""
        return f'{telling.board}: "{telling.words}" is {telling.mark}{more}'
    if isinstance(voice, Shown):
        if telling is None:
            return f"files say yes in {voice.yes} of {count(voice.yes + voice.partly + voice.no, 'answer')}"
        return f'files say yes in {telling.right} of {count(telling.of, "answer")} on "{telling.words}"'
    if telling is None:
        return f"{voice.full} of {count(voice.answers, 'answer')} in full"
    return f'{telling.right} of {count(telling.of, "answer")} in full on "{telling.words}"'


def voice_words(kind: str, voice: Voice) -> str:
    """One way of knowing with its figures, for a row; its age stands beside it."""
    if voice.says == NONE:
        return VOICES[kind].none
    if isinstance(voice, Known):
        if not voice.answers:
            return "something unsafe was heard"
        if voice.says == TOO_FEW or voice.answers < VOICES[KNOWN].least:
            heard = f"{count(voice.answers, 'answer')}: too few to tell"
        else:
            parts = ((voice.full, "full"), (voice.partial, "partial"), (voice.not_yet, "not yet"))
            heard = f"{count(voice.answers, 'answer')}: {listed(f'{n} {word}' for n, word in parts if n)}"
        return heard + ("; something unsafe" if voice.unsafe else "")
    if isinstance(voice, Shown):
        what = f"{count(voice.audits, 'audit')}, {count(voice.cases, 'case')}"
        return f"{what}: yes {voice.yes}, partly {voice.partly}, no {voice.no}"
    return f"{voice.right} of {count(voice.items, 'thing')} right"
