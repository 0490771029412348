"""Views of the analysis: what is shown of a group of settings, and of all returns of a round."""

from compact_tui.core.audit_views import View


class LevelCount(View, frozen=True, kw_only=True):
    """How many gave a standard one level."""

    level: str
    word: str
    count: int
    percent: int


class StandardFigures(View, frozen=True, kw_only=True):
    """One standard in one group of settings."""

    standard: str
    number: int
    title: str
    n: int | None
    """How many graded it; ``None`` where that is suppressed."""
    not_graded: int = 0
    levels: tuple[LevelCount, ...] = ()
    """Best first; empty where it is suppressed."""
    strong: int = 0
    """How many are at a level that is not weak: good or better."""
    strong_percent: int = 0
    answers: int = 0
    """How many answers to its criteria say whether they are met; those that few were asked are not among them."""
    met: int = 0
    met_percent: int = 0
    suppressed: bool = False


class CriterionFigures(View, frozen=True, kw_only=True):
    """One criterion in one group of settings."""

    criterion: str
    standard: str
    number: str
    """As the sector's audit counts it; that of the standard alone where sectors count it otherwise."""
    question: str
    duty: str
    """How the sector's audit marks it; empty where sectors mark it otherwise."""
    n: int
    """How many were asked it and answered."""
    met: int
    not_met: int
    must_not_met: int
    """The same where it is marked with the strongest duty."""
    not_applicable: int
    not_known: int
    not_met_percent: int


class BesideFigures(View, frozen=True, kw_only=True):
    """One standard in two views of the same settings: their own and the committee's, or last time's and this."""

    standard: str
    number: int
    title: str
    n: int | None
    """How many settings have both; ``None`` where that is suppressed."""
    same: int = 0
    up: int = 0
    """How many the second view has higher."""
    down: int = 0
    strong_then: int = 0
    """How many are good or better by the first view."""
    strong_now: int = 0
    strong_then_percent: int = 0
    strong_now_percent: int = 0
    all_then: int | None = None
    """How many settings graded it last time, whether or not they returned again; ``None`` where that is not shown."""
    all_then_strong: int = 0
    all_then_percent: int = 0
    suppressed: bool = False


class ThemeFigures(View, frozen=True, kw_only=True):
    """How many settings plan something about a theme."""

    theme: str
    word: str
    settings: int
    percent: int
    """Of the returns of the group."""


class GroupFigures(View, frozen=True, kw_only=True):
    """A sector, a group of kinds, or all that is shown together."""

    sector: str
    word: str
    expected: int
    returned: int
    """Returns on the audit that is counted."""
    elsewhere: int = 0
    """Returns on another audit or edition: here, and not counted."""
    editions: int = 0
    """How many of those are on another edition of the audit that is counted."""
    standards: tuple[StandardFigures, ...]
    criteria: tuple[CriterionFigures, ...] = ()
    """Those that were most often not met, worst first; empty where the group is suppressed."""
    duties_not_met: int | None = None
    """How many times a must was not met; ``None`` where that is suppressed."""
    kinds: "tuple[GroupFigures, ...]" = ()
    """The kinds of setting in it, small ones together; empty where they cannot be told apart."""
    moderated: tuple[BesideFigures, ...] = ()
    """The settings' own grades and the committee's; empty where nothing was moderated."""
    changes: tuple[BesideFigures, ...] = ()
    """Last time's grades and this time's, of settings that have both; empty where there is no last time."""
    themes: tuple[ThemeFigures, ...] = ()
    """What actions are about, the most frequent first; empty where the group is suppressed."""
    unthemed: int = 0
    """Settings with an action that belongs to no theme."""


class Analysis(View, frozen=True, kw_only=True):
    """A round of returns, counted."""

    returns: int
    expected: int
    sectors: tuple[GroupFigures, ...]
    together: GroupFigures
    """All sectors that are shown, together: nothing that is suppressed is in it."""
    covers: str
    """Which sectors that is, as a sentence."""
    left_out: tuple[str, ...]
    """What was not counted, and why, a sentence each."""
    before_cycle: str = ""
    """The round that changes are counted from; empty where there is none."""
    threshold: int
