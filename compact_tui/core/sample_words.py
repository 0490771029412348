"""What is said of a sample: how it was chosen, why that can be defended, and what it cannot show."""

from collections.abc import Sequence

from compact_tui.core.agency_audit import RANDOM, REASON, STRATIFIED, AgencyHead, Sample, looked_at
from compact_tui.core.days import say_day
from compact_tui.core.text import count


def sample_sentences(head: AgencyHead, samples: Sequence[Sample]) -> tuple[str, ...]:
    """How the cases were chosen, as sentences that may leave.

    Args:
        head: The audit.
        samples: Every sample that was drawn; the last holds.
    """
    if not samples:
        return (f"No {head.many} have been chosen yet.",)
    last = samples[-1]
    return (*_how(head, last), limits(head, last), *_again(samples))


def _how(head: AgencyHead, sample: Sample) -> tuple[str, ...]:
    of_all = f"{sample.size} of {looked_at(head, sample.total)}"
    if sample.method == REASON:
        return (f"{of_all}, chosen for a reason and not by chance: {_ended(sample.reason)}",)
    if sample.size == sample.total:
        return (f"All {looked_at(head, sample.total)} there are.",)
    chance = f"Chance began at {sample.seed}: the same number draws the same {head.many} again, so anyone can check it."
    if sample.method == STRATIFIED:
        groups = "; ".join(f"{group.name}: {group.size} of {group.total}" for group in sample.strata)
        return (
            f"{of_all}, chosen by chance within {count(len(sample.strata), 'group')}, in proportion to their size and "
            f"at least one of each: {groups}.",
            chance,
        )
    return (f"{of_all}, chosen by chance: every number of the list could have come up as well as another.", chance)


def limits(head: AgencyHead, sample: Sample | None) -> str:
    """What counts of a sample cannot say; empty before there is one, and where everything was looked at."""
    if sample is None or sample.size == sample.total:
        return ""
    rest = sample.total - sample.size
    if sample.method == REASON:
        were = "was" if rest == 1 else "were"
        return (
            f"They show what these {looked_at(head, sample.size)} show. Of the {rest} that {were} not looked at they "
            "say nothing."
        )
    found = f"{sample.size} of {sample.total}: what is true of every {head.one} looked at may not be true of all."
    if sample.method == RANDOM:
        return found
    return f"{found} Groups are small, so do not compare one with another."


def _again(samples: Sequence[Sample]) -> tuple[str, ...]:
    return tuple(
        f"Drawn again{f' on {say_day(one.on)}' if one.on else ''}: {_ended(one.redrawn_because)}" for one in samples[1:]
    )


def _ended(text: str) -> str:
    return text if text[-1:] in ".!?" else f"{text}."
