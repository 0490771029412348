"""Figures of a learning report in words, each with the number it is referred to by."""

from collections.abc import Mapping, Sequence

from compact_tui.core.analysis_figures import strongest
from compact_tui.core.analysis_views import BesideFigures, CriterionFigures, GroupFigures, StandardFigures, ThemeFigures
from compact_tui.core.answered_words import beside_figures, came, share_in
from compact_tui.core.learning_offers import share_of
from compact_tui.core.learning_report import Count, CountKey, Ledger
from compact_tui.core.pack import AuditPack
from compact_tui.core.text import count, listed

MET = "met"


def strong_words(pack: AuditPack) -> str:
    """What good or better is called in a pack, such as ``good or better``; ``met`` where it has no levels."""
    strong = sorted((level for level in pack.level if not level.weak), key=lambda level: level.rank)
    if not strong:
        return MET
    return f"{strong[0].word.lower()}{' or better' if len(strong) > 1 else ''}"


def named(one: StandardFigures | BesideFigures, pack: AuditPack) -> str:
    """Number and title of a standard, such as ``3 Safer recruitment``."""
    title = next((standard.title for standard in pack.standard if standard.id == one.standard), one.title)
    return f"{one.number} {title}"


class Teller:
    """Says the figures of one group of settings and puts each down.

    Args:
        ledger: Where figures are put down.
        group: The figures; nothing that is suppressed is asked of it.
        pack: What was asked.
        sectors: For the figures of several sectors together, those behind each standard and each criterion.
    """

    def __init__(
        self, ledger: Ledger, group: GroupFigures, pack: AuditPack, sectors: Mapping[str, tuple[str, ...]] | None = None
    ) -> None:
        self.group, self.pack = group, pack
        self._ledger, self._sectors = ledger, sectors
        self.better = strong_words(pack)

    def sent(self, *, share: bool = True) -> str:
        """How many returned, as a clause, such as ``24 of 30 settings (80%) sent their return [1]``.

        Those that the figures leave out are said behind it.

        Args:
            share: Whether the share of them is said.
        """
        group, returned = self.group, came(self.group)
        share_words = share_in(returned, group.expected) if share else ""
        counts = (self._count("returned", returned, "all"), self._count("expected", group.expected, "expected"))
        value = f"{returned} of {group.expected}{share_words}"
        ref = self._ledger.note("Settings that returned, of those a return was expected from", value, counts)
        told = f"{returned} of {count(group.expected, 'setting')}{share_words} sent their return{ref}"
        return f"{told}, {beside_figures(group)}{self._elsewhere()}" if group.elsewhere else told

    def _elsewhere(self) -> str:
        """The reference of how many returned another audit or edition."""
        group = self.group
        counts = (self._count("on another audit or edition", group.elsewhere, "elsewhere"),)
        return self._ledger.note("Returns on another audit or edition", str(group.elsewhere), counts)

    def kind(self, kind: GroupFigures) -> str:
        """How many of some kinds of setting returned."""
        count = self._count("returned", kind.returned, "kind", detail=kind.word)
        return self._said(f"Returned: {kind.word}", str(kind.returned), (count,))

    def share(self, one: StandardFigures) -> str:
        """How many are good or better, such as ``18 of 24 (75%) [5]``; only of a standard that is shown."""
        part, of, share = share_of(one) or (0, 0, 0)
        return f"{part} of {of} ({share}%){self.share_ref(one)}"

    def share_ref(self, one: StandardFigures) -> str:
        """The reference of that."""
        part, of, share = share_of(one) or (0, 0, 0)
        what = f"{named(one, self.pack)}: {self.better}"
        if one.levels:
            strong = self._count(self.better, part, "strong", one.standard)
            counts = (strong, self._count("graded", of, "graded", one.standard))
        else:
            asked = tuple(each.criterion for each in self.group.criteria if each.standard == one.standard)
            met = self._count(MET, part, "met", one.standard, criteria=asked)
            counts = (met, self._count("applied", of, "applied", one.standard, criteria=asked))
        return self._ledger.note(what, f"{part} of {of} ({share}%)", counts)

    def graded(self, one: StandardFigures) -> str:
        """The same as a clause, such as ``18 of 24 settings (75%) graded themselves good or better [5]``."""
        part, of, share = share_of(one) or (0, 0, 0)
        ref = self.share_ref(one)
        if one.levels:
            return f"{part} of {count(of, 'setting')} ({share}%) graded themselves {self.better}{ref}"
        return f"{part} of {count(of, 'answer')} that applied ({share}%) say that it is met{ref}"

    def spread(self, one: StandardFigures) -> str:
        """The reference of how many are at each level."""
        counts = [self._count(level.word, level.count, "level", one.standard, level.level) for level in one.levels]
        counts.append(self._count("not graded", one.not_graded, "not-graded", one.standard))
        value = ", ".join(f"{count.name} {count.count}" for count in counts)
        return self._ledger.note(f"{named(one, self.pack)}: by level", value, counts)

    def not_met(self, one: CriterionFigures) -> str:
        """How many answered that a criterion is not met, such as ``7 of 22 (32%) [9]``."""
        counts = (
            self._count("not met", one.not_met, "not-met", one.standard, criteria=(one.criterion,)),
            self._count("asked", one.n, "asked", one.standard, criteria=(one.criterion,)),
        )
        return self._said(f"{one.number}: not met", f"{one.not_met} of {one.n} ({one.not_met_percent}%)", counts)

    def not_known(self, one: CriterionFigures) -> str:
        """How many answered that they do not know yet."""
        counts = (self._count("not known", one.not_known, "not-known", one.standard, criteria=(one.criterion,)),)
        return self._said(f"{one.number}: not known yet", str(one.not_known), counts)

    def duties(self, times: int, word: str) -> str:
        """The reference of how many times a must was answered with not met."""
        must = strongest(self.pack)
        musts = tuple(one.criterion for one in self.group.criteria if one.duty == must)
        counts = (self._count("times not met", times, "not-met", criteria=musts),)
        return self._ledger.note(f'Times that what is marked "{word}" was not met', str(times), counts)

    def beside(self, one: BesideFigures, what: str, words: str) -> str:
        """The reference of one standard in two views; ``what`` is ``moderated`` or ``changed``."""
        made = [
            ("both", one.n or 0, what), ("same", one.same, f"{what}-same"),
            ("higher", one.up, f"{what}-up"), ("lower", one.down, f"{what}-down"),
            (f"{self.better} by the first", one.strong_then, f"{what}-strong-then"),
            (f"{self.better} by the second", one.strong_now, f"{what}-strong-now"),
        ]  # fmt: skip
        counts = [self._count(name, n, measure, one.standard) for name, n, measure in made]
        value = ", ".join(f"{count.name} {count.count}" for count in counts)
        return self._ledger.note(f"{named(one, self.pack)}: {words}", value, counts)

    def all_then(self, one: BesideFigures) -> str:
        """How all that graded a standard last time stood, such as ``12 of 20 (60%) [14]``."""
        counts = (
            self._count(self.better, one.all_then_strong, "then-strong", one.standard),
            self._count("graded", one.all_then or 0, "then", one.standard),
        )
        value = f"{one.all_then_strong} of {one.all_then} ({one.all_then_percent}%)"
        return self._said(f"{named(one, self.pack)}: {self.better}, all settings of last time", value, counts)

    def theme(self, one: ThemeFigures) -> str:
        """How many settings plan something about a theme."""
        counts = (
            self._count("plan something", one.settings, "theme", detail=one.theme),
            self._count("returned", self.group.returned, "returned"),
        )
        return self._said(f"Actions: {one.word}", f"{one.settings} of {self.group.returned} ({one.percent}%)", counts)

    def unthemed(self) -> str:
        """How many settings plan something that belongs to no theme."""
        counts = (self._count("no theme", self.group.unthemed, "unthemed"),)
        return self._said("Actions that belong to no theme", str(self.group.unthemed), counts)

    def _said(self, what: str, value: str, counts: Sequence[Count]) -> str:
        return f"{value}{self._ledger.note(what, value, counts)}"

    def _count(
        self,
        name: str,
        count: int,
        measure: str,
        standard: str = "",
        detail: str = "",
        criteria: tuple[str, ...] = (),
    ) -> Count:
        keys = tuple(
            CountKey(
                measure=measure,
                sectors=self._behind(criterion or standard),
                standard=standard,
                detail=detail,
                criterion=criterion,
            )
            for criterion in criteria or ("",)
        )
        return Count(name=name, count=count, keys=keys)

    def _behind(self, about: str) -> tuple[str, ...]:
        return (self.group.sector,) if self._sectors is None else self._sectors.get(about, ())


def standards_listed(pack: AuditPack) -> str:
    """The standards of a pack as a sentence lists them."""
    return listed(f"{one.number} {one.title}" for one in pack.standard)
