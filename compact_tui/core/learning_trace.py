"""The returns behind every figure of a learning report: with names, and so for use inside the partnership only."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.action_themes import ThemeTerms
from compact_tui.core.analysis_before import Kept
from compact_tui.core.analysis_figures import MET, NOT_APPLICABLE, NOT_KNOWN, NOT_MET
from compact_tui.core.analysis_sums import Beside, Steps
from compact_tui.core.audit_views import View
from compact_tui.core.learning_report import KNOWLEDGE, CountKey, LearningReport
from compact_tui.core.pack import NOT_GRADED, AuditPack
from compact_tui.core.partnership import RegisterEntry
from compact_tui.core.return_facts import ReturnFacts
from compact_tui.core.setting import kind_word
from compact_tui.core.suppression import kind_groups, named

_ANSWERED = (MET, "partly-met", NOT_MET, NOT_APPLICABLE, NOT_KNOWN)
_MEANINGS: Mapping[str, tuple[str, ...]] = {
    "met": (MET,),
    "not-met": (NOT_MET,),
    "not-known": (NOT_KNOWN,),
    "asked": _ANSWERED,
    "applied": tuple(one for one in _ANSWERED if one != NOT_APPLICABLE),
}
"""Measures that count answers, and what those count as."""
_EARLIER = {"then", "then-strong"}
"""Measures of the round before."""


class Behind(Struct, frozen=True):
    """A return behind a number."""

    return_id: str
    """Empty for a setting that a return is expected from."""
    entry: str
    name: str
    times: int


class TraceLine(View, frozen=True, kw_only=True):
    """A return behind a number of a figure."""

    figure: int
    what: str
    value: str
    """As the report has it, such as ``18 of 24 (75%)``."""
    counted: str
    """The name of the number within the figure."""
    return_id: str
    """Empty where a setting is counted because a return is expected from it."""
    entry: str
    name: str
    times: int
    """How often it counts: more than once only where answers are counted."""


class Sources(Struct, frozen=True):
    """What a round is counted from."""

    pack: AuditPack
    returns: Sequence[ReturnFacts]
    """The returns of this round that count, on any audit."""
    earlier: Sequence[ReturnFacts]
    """Those of the round before."""
    kept: Mapping[tuple[str, str], Kept]
    """By pack and edition of the earlier ones the standards that can be compared."""
    expected: Sequence[RegisterEntry]
    """The settings that a return is expected from."""
    beside: Beside
    threshold: int


class Tracer:
    """Finds the returns behind numbers.

    Args:
        sources: What the round is counted from.
    """

    def __init__(self, sources: Sources) -> None:
        self._sources, self._steps = sources, Steps(sources.pack)
        self._terms = ThemeTerms(sources.beside.themes)
        counted = [one for one in sources.returns if self._is_counted(one)]
        self._kinds: dict[tuple[str, str], str] = {}
        for sector in {one.sector for one in counted}:
            for group in kind_groups(Counter(one.kind for one in counted if one.sector == sector), sources.threshold):
                word = named([kind_word(kind) or "kind not said" for kind in group.kinds])
                self._kinds.update({(sector, kind): word for kind in group.kinds})

    def behind(self, keys: Iterable[CountKey]) -> Iterator[Behind]:
        """What is added up: each return, or setting that one is expected from, with how often it counts."""
        found: dict[str, Behind] = {}
        for key in keys:
            for one in self._of_key(key):
                before = found.get(one.return_id or one.entry)
                times = one.times + (before.times if before else 0)
                found[one.return_id or one.entry] = replace(one, times=times)
        yield from found.values()

    def _of_key(self, key: CountKey) -> Iterator[Behind]:
        sources = self._sources
        if key.measure == KNOWLEDGE:
            return
        if key.measure == "expected":
            yield from (Behind("", one.id, one.name, 1) for one in sources.expected if one.sector in key.sectors)
            return
        for facts in sources.earlier if key.measure in _EARLIER else sources.returns:
            times = self._times(key, facts) if facts.sector in key.sectors else 0
            if times:
                yield Behind(facts.return_id, facts.entry, facts.name, times)

    def _is_counted(self, facts: ReturnFacts) -> bool:
        pack = self._sources.pack.pack
        return (facts.pack, facts.edition) == (pack.id, pack.edition)

    def _times(self, key: CountKey, facts: ReturnFacts) -> int:
        measure, rest = key.measure, key.measure.partition("-")[2]
        if measure in {"all", "elsewhere"}:
            return int(measure == "all" or not self._is_counted(facts))
        if measure in _EARLIER:
            return int(self._then(key, facts, strong=measure == "then-strong"))
        if not self._is_counted(facts):
            return 0
        if measure in _MEANINGS:
            meanings = _MEANINGS[measure]
            return sum(one.criterion == key.criterion and one.counts_as in meanings for one in facts.answers)
        if measure.startswith(("moderated", "changed")):
            return int(self._compared(key, facts, measure.partition("-")[0], rest))
        return int(_PLAIN[measure](self, key, facts))

    def _level(self, key: CountKey, facts: ReturnFacts) -> str:
        return next((one.level for one in facts.grades if one.standard == key.standard), "")

    def _place(self, key: CountKey, facts: ReturnFacts) -> int:
        return self._steps.place.get(self._level(key, facts), 0)

    def _compared(self, key: CountKey, facts: ReturnFacts, what: str, rest: str) -> bool:
        beside, own = self._sources.beside, self._place(key, facts)
        if what == "moderated":
            first, second = own, self._steps.place.get(beside.moderated.get((facts.return_id, key.standard), ""), 0)
        else:
            past = beside.before.get(facts.entry)
            at = self._steps.standard.get(key.standard, -1)
            first, second = (past.levels[at] if past and past.sector == facts.sector and at >= 0 else 0), own
        if not first or not second:
            return False
        strong = self._steps.strong
        return {
            "": True,
            "same": first == second,
            "up": second > first,
            "down": second < first,
            "strong-then": first in strong,
            "strong-now": second in strong,
        }[rest]

    def _then(self, key: CountKey, facts: ReturnFacts, *, strong: bool) -> bool:
        names = self._sources.kept.get((facts.pack, facts.edition), {})
        for one in facts.grades if facts.entry else ():
            if names.get(one.standard) == key.standard:
                place = self._steps.place.get(one.level, 0)
                return place in self._steps.strong if strong else place > 0
        return False

    def _is_strong(self, key: CountKey, facts: ReturnFacts) -> bool:
        return self._place(key, facts) in self._steps.strong

    def _is_graded(self, key: CountKey, facts: ReturnFacts) -> bool:
        return self._place(key, facts) > 0

    def _is_at(self, key: CountKey, facts: ReturnFacts) -> bool:
        return self._level(key, facts) == key.detail

    def _is_open(self, key: CountKey, facts: ReturnFacts) -> bool:
        return self._level(key, facts) == NOT_GRADED

    def _is_kind(self, key: CountKey, facts: ReturnFacts) -> bool:
        return self._kinds.get((facts.sector, facts.kind)) == key.detail

    def _plans(self, key: CountKey, facts: ReturnFacts) -> bool:
        return any(key.detail in self._terms.of(text) for text in facts.actions)

    def _plans_else(self, key: CountKey, facts: ReturnFacts) -> bool:
        return any(not self._terms.of(text) for text in facts.actions)


_PLAIN: Mapping[str, Callable[[Tracer, CountKey, ReturnFacts], bool]] = {
    "returned": lambda tracer, key, facts: True,
    "kind": Tracer._is_kind,
    "graded": Tracer._is_graded,
    "strong": Tracer._is_strong,
    "level": Tracer._is_at,
    "not-graded": Tracer._is_open,
    "theme": Tracer._plans,
    "unthemed": Tracer._plans_else,
}
"""Measures that count a return once or not at all."""


def trace(report: LearningReport, sources: Sources) -> Iterator[TraceLine]:
    """The returns behind every figure of a report, figure by figure."""
    tracer = Tracer(sources)
    for figure in report.figures:
        for count in figure.counts:
            for one in tracer.behind(count.keys):
                yield TraceLine(
                    figure=figure.number,
                    what=figure.what,
                    value=figure.value,
                    counted=count.name,
                    return_id=one.return_id,
                    entry=one.entry,
                    name=one.name,
                    times=one.times,
                )
