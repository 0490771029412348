"""What is added up of one sector while returns stream by: counts only, so that memory stays flat."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from compact_tui.core.action_themes import ThemeTerms
from compact_tui.core.analysis_then import Stood, Then
from compact_tui.core.pack import AuditPack
from compact_tui.core.partnership import Theme
from compact_tui.core.return_facts import GradeFact, ReturnFacts

SAME, UP, DOWN = "same", "up", "down"
STRONG_THEN, STRONG_NOW = "strong-then", "strong-now"


class Past(Struct, frozen=True):
    """How a setting graded itself in the round before."""

    sector: str
    levels: bytes
    """For each standard of the pack the place of its level on the scale from 1 on; 0 where there is none to compare."""
    audit: str = ""
    """Pack and edition."""
    kind: str = ""
    moderated: bytes = b""
    """For each standard of the pack whether the committee graded it too; empty where it graded none."""
    asked: bytes = b""
    """For each standard of the pack whether it was asked for, graded or not."""

    def stood(self, at: int) -> Stood:
        """In which figures its grade of the standard at a place was."""
        return Stood(self.audit, self.kind, bool(self.moderated and self.moderated[at]))


class Beside(Struct, frozen=True, kw_only=True):
    """What returns are looked at beside."""

    moderated: Mapping[tuple[str, str], str] = {}
    """The committee's level by return and standard."""
    before: Mapping[str, Past] = {}
    """The round before, by entry of the register."""
    then: Then = Then()
    """All of the round before, whether or not they returned again."""
    before_cycle: str = ""
    themes: Sequence[Theme] = ()


class Steps:
    """The scale of a pack by places."""

    def __init__(self, pack: AuditPack) -> None:
        ranked = sorted(pack.level, key=lambda level: level.rank)
        self.place = {level.id: at for at, level in enumerate(ranked, 1)}
        """The place of each level, the lowest 1."""
        self.strong = frozenset(at for at, level in enumerate(ranked, 1) if not level.weak)
        """The places that count as good or better."""
        self.standard = {standard.id: at for at, standard in enumerate(pack.standard)}


class Sums:
    """The counts of one sector."""

    def __init__(self) -> None:
        self.returned = 0
        self.kinds: Counter[str] = Counter()
        self.levels: Counter[tuple[str, str]] = Counter()
        """By standard and level."""
        self.kind_levels: Counter[tuple[str, str, str]] = Counter()
        """By kind, standard and level."""
        self.answers: Counter[tuple[str, str]] = Counter()
        """By criterion and what the answer counts as."""
        self.overlaps: Counter[tuple[str, str, bool, bool]] = Counter()
        """Settings that graded a standard: by standard, kind, whether moderated, whether graded last time too."""
        self.asked: Counter[tuple[str, str, bool, bool]] = Counter()
        """The same of all that were asked for it, whether or not they graded it then and now."""
        self.moderated: Counter[tuple[str, str]] = Counter()
        """By standard and what became of it: how the committee's level lies to the setting's own."""
        self.changed: Counter[tuple[str, str]] = Counter()
        """By standard and what became of it since last time."""
        self.again: Counter[tuple[str, Stood]] = Counter()
        """Settings that graded a standard both times: by standard and where they stood then."""
        self.asked_again: Counter[tuple[str, Stood]] = Counter()
        """The same of all that were asked for it both times."""
        self.themes: Counter[str] = Counter()
        """Settings with an action of each theme."""
        self.unthemed = 0
        """Settings with an action that belongs to no theme."""

    def add(self, facts: ReturnFacts, steps: Steps, beside: Beside, terms: ThemeTerms) -> None:
        """Take in a return."""
        self.returned += 1
        self.kinds[facts.kind] += 1
        self.levels.update((grade.standard, grade.level) for grade in facts.grades)
        self.kind_levels.update((facts.kind, grade.standard, grade.level) for grade in facts.grades)
        self.answers.update((answer.criterion, answer.counts_as) for answer in facts.answers)
        past = beside.before.get(facts.entry)
        if past is not None and past.sector != facts.sector:
            past = None
        for grade in facts.grades:
            self._compare(facts, grade, past, steps, beside)
        if facts.actions:
            found = [terms.of(text) for text in facts.actions]
            self.themes.update({theme for themes in found for theme in themes})
            self.unthemed += not all(found)

    def _compare(self, facts: ReturnFacts, grade: GradeFact, past: Past | None, steps: Steps, beside: Beside) -> None:
        now, at = steps.place.get(grade.level, 0), steps.standard.get(grade.standard, -1)
        if at < 0:
            return
        theirs = steps.place.get(beside.moderated.get((facts.return_id, grade.standard), ""), 0)
        before = past is not None and past.asked[at] > 0
        self.asked[grade.standard, facts.kind, theirs > 0, before] += 1
        if past is not None and before:
            self.asked_again[grade.standard, past.stood(at)] += 1
        if not now:
            return
        then = past.levels[at] if past is not None else 0
        self.overlaps[grade.standard, facts.kind, theirs > 0, then > 0] += 1
        if theirs:
            _count(self.moderated, grade.standard, now, theirs, steps)
        if past is not None and then:
            self.again[grade.standard, past.stood(at)] += 1
            _count(self.changed, grade.standard, then, now, steps)

    def join(self, other: "Sums", standards: frozenset[str], criteria: frozenset[str]) -> None:
        """Take in what another has of some standards and criteria."""
        self.returned += other.returned
        self.levels.update({key: n for key, n in other.levels.items() if key[0] in standards})
        self.answers.update({key: n for key, n in other.answers.items() if key[0] in criteria})
        self.themes.update(other.themes)
        self.unthemed += other.unthemed


def _count(sums: Counter[tuple[str, str]], standard: str, then: int, now: int, steps: Steps) -> None:
    sums[standard, SAME if now == then else UP if now > then else DOWN] += 1
    sums[standard, STRONG_THEN] += then in steps.strong
    sums[standard, STRONG_NOW] += now in steps.strong
