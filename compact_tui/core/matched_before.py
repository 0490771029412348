"""Where a person put a return of the same name in the round before: offered first, and never taken by itself."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from compact_tui.core.matching import plain_name

SO_LAST_ROUND = "matched so last round"


class HandMatch(Struct, frozen=True):
    """A return that a person gave to a setting."""

    cycle: str
    register_id: str
    """The number the return has; empty where it has none."""
    name: str
    entry: str


def round_before(cycle: str, cycles: Iterable[str]) -> str:
    """The round before one, of those that returns came in for; empty where there is none."""
    return max((one for one in cycles if one < cycle), default="")


def entry_last_round(hands: Sequence[HandMatch], last: str, register_id: str, name: str) -> str:
    """Id of the setting that every return of this name and number was given to by hand last round.

    Empty where nobody did, or where two of them were given to different settings.

    Args:
        hands: What people decided.
        last: The round before that of the return.
        register_id: The number the return has.
        name: The name it has.
    """
    wanted = (last, register_id.strip().casefold(), plain_name(name))
    if not last or not wanted[2]:
        return ""
    found = {
        one.entry for one in hands if (one.cycle, one.register_id.strip().casefold(), plain_name(one.name)) == wanted
    }
    return next(iter(found)) if len(found) == 1 else ""
