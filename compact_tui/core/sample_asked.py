"""What was asked of a sample, checked and drawn."""

from collections.abc import Callable, Mapping

from compact_tui.core.agency_case import RANDOM, REASON, STRATIFIED, Drawn, Sample, Stratum
from compact_tui.core.errors import UsageError
from compact_tui.core.sampling import MOST_LOOKED_AT, by_chance, numbers_typed, strata_typed, within_groups
from compact_tui.core.text import count

NOTHING_CHOSEN = "No cases were chosen."


def sample_asked(values: Mapping[str, str], new_seed: Callable[[], int]) -> Sample:
    """What was asked for, drawn.

    Args:
        values: The fields of ``core.agency_forms.SAMPLE_FORM``, as they are kept.
        new_seed: Gives a number for chance to begin with, where none was typed.

    Raises:
        UsageError: If it makes no sense.
    """
    method = values["method"] or (STRATIFIED if values["strata"] else REASON if values["numbers"] else RANDOM)
    strata, numbers = strata_typed(values["strata"]), numbers_typed(values["numbers"])
    total = sum(group.total for group in strata) if method == STRATIFIED else int(values["total"] or 0)
    size = len(numbers) if method == REASON else int(values["size"] or 0)
    _makes_sense(values, method, total, size, strata, numbers)
    seed = int(values["seed"]) if values["seed"] else new_seed()
    if method == REASON:
        drawn = tuple(Drawn(number=number, of=total) for number in numbers)
        return Sample(id="", total=total, size=size, method=method, drawn=drawn, reason=values["reason"])
    if method == STRATIFIED:
        strata, drawn = within_groups(strata, size, seed)
        return Sample(id="", total=total, size=size, method=method, seed=seed, strata=strata, drawn=drawn)
    return Sample(id="", total=total, size=size, method=RANDOM, seed=seed, drawn=by_chance(total, size, seed))


def _makes_sense(
    values: Mapping[str, str], method: str, total: int, size: int, strata: tuple[Stratum, ...], numbers: tuple[int, ...]
) -> None:
    wrong = ""
    if method == STRATIFIED and not strata:
        wrong = "Say which groups there are, and how many in each: Year 3: 12, Year 4: 20."
    elif not total:
        wrong = "Say how many there are in all."
    elif method == REASON and not numbers:
        wrong = "Say which numbers of the list you look at: 3, 17, 29."
    elif method == REASON and not values["reason"]:
        wrong = "Say why just these: the reader must be able to follow it."
    elif method == REASON and numbers[-1] > total:
        wrong = f"The list has {total}, so there is no number {numbers[-1]}."
    elif not size:
        wrong = "Say how many you look at."
    elif size > total:
        wrong = f"There are {total} in all, so {size} cannot be looked at."
    elif size > MOST_LOOKED_AT:
        wrong = f"At most {MOST_LOOKED_AT} can be looked at in one audit."
    elif method == STRATIFIED and size < len(strata):
        wrong = f"With {count(len(strata), 'group')}, look at {len(strata)} at least: one of each."
    if wrong:
        raise UsageError(wrong, NOTHING_CHOSEN)
