"""Figures beside those of a sector: its kinds, the committee's grades, last time's, and what actions are about.

Each is a group within the sector, so it is shown only where no difference to what is shown already is a small group.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from compact_tui.core.analysis_around import Around
from compact_tui.core.analysis_figures import standards_of, suppressed
from compact_tui.core.analysis_sums import DOWN, SAME, STRONG_NOW, STRONG_THEN, UP, Sums
from compact_tui.core.analysis_then import Again, Then, then_shown
from compact_tui.core.analysis_views import BesideFigures, GroupFigures, ThemeFigures
from compact_tui.core.pack import AuditPack, Standard
from compact_tui.core.partnership import Theme
from compact_tui.core.setting import kind_word
from compact_tui.core.suppression import kind_groups, named, percent

_ALL, _MODERATED, _BOTH_TIMES = "all", "moderated", "both times"


def kind_figures(group: GroupFigures, sums: Sums, pack: AuditPack, threshold: int) -> tuple[GroupFigures, ...]:
    """The kinds of a sector, small ones together; a standard is shown of every one of them, or of none."""
    groups = kind_groups(sums.kinds, threshold) if _shown(group) else ()
    found = []
    for kinds in groups:
        levels: Counter[tuple[str, str]] = Counter()
        for (kind, standard, level), n in sums.kind_levels.items():
            if kind in kinds.kinds:
                levels[standard, level] += n
        found.append(
            GroupFigures(
                sector=group.sector,
                word=named([kind_word(kind) or "kind not said" for kind in kinds.kinds]),
                expected=0,
                returned=kinds.n,
                standards=standards_of(levels, pack, threshold, whole=True),
            )
        )
    hidden = {figures.standard for one in (group, *found) for figures in one.standards if figures.suppressed}
    return tuple(
        replace(
            one,
            standards=tuple(
                suppressed(standard) if standard.id in hidden else figures
                for standard, figures in zip(pack.standard, one.standards, strict=True)
            ),
        )
        for one in found
    )


def moderated_figures(
    group: GroupFigures, kinds: Sequence[GroupFigures], sums: Sums, pack: AuditPack, threshold: int
) -> tuple[BesideFigures, ...]:
    """The committee's grades beside the settings' own."""
    found = []
    for at, standard in enumerate(pack.standard):
        around = _around(group, kinds, sums, at, threshold)
        found.append(_beside(standard, sums.moderated, shown=around.stands(_MODERATED, threshold)))
    return tuple(found) if any(moderated for _, _, moderated, _ in sums.asked) else ()


def change_figures(
    group: GroupFigures,
    kinds: Sequence[GroupFigures],
    moderated: Sequence[BesideFigures],
    sums: Sums,
    pack: AuditPack,
    threshold: int,
    then: Then,
) -> tuple[BesideFigures, ...]:
    """Last time's grades beside this time's: of settings that have both, and apart from them of all there were."""
    found, again = [], Again(sums.again, sums.asked_again)
    for at, standard in enumerate(pack.standard):
        around = _around(group, kinds, sums, at, threshold)
        around.add(_MODERATED, threshold, shown=bool(moderated) and not moderated[at].suppressed)
        may = then_shown(then, again, group.sector, standard.id, threshold)
        shown = may.again and around.stands(_BOTH_TIMES, threshold)
        figures = _beside(standard, sums.changed, shown=shown)
        all_then = then.all(group.sector, standard.id)
        if all_then and may.all:
            figures = _with_all(figures, all_then, then.strong.get((group.sector, standard.id), 0))
        found.append(figures)
    return tuple(found) if any(one.all_then for one in found) or sums.asked_again else ()


def _around(group: GroupFigures, kinds: Sequence[GroupFigures], sums: Sums, at: int, threshold: int) -> Around:
    groups = {kind: n for n, one in enumerate(kind_groups(sums.kinds, threshold)) for kind in one.kinds}
    shown = [] if group.standards[at].suppressed else [_ALL]
    shown += [f"kinds {n}" for n, one in enumerate(kinds) if not one.standards[at].suppressed]
    standard = group.standards[at].standard
    return Around(
        _overlaps(sums.overlaps, standard, groups),
        _overlaps(sums.asked, standard, groups),
        shown,
        [_ALL, *dict.fromkeys(f"kinds {n}" for n in groups.values())],
    )


def _with_all(figures: BesideFigures, n: int, strong: int) -> BesideFigures:
    return replace(figures, all_then=n, all_then_strong=strong, all_then_percent=percent(strong, n))


def together_beside(rows: Sequence[Sequence[BesideFigures]], pack: AuditPack) -> tuple[BesideFigures, ...]:
    """What is shown of several sectors, added up."""
    if not any(rows):
        return ()
    counts: Counter[tuple[str, str]] = Counter()
    for figures in (figures for row in rows for figures in row if not figures.suppressed):
        counts[figures.standard, SAME] += figures.same
        counts[figures.standard, UP] += figures.up
        counts[figures.standard, DOWN] += figures.down
        counts[figures.standard, STRONG_THEN] += figures.strong_then
        counts[figures.standard, STRONG_NOW] += figures.strong_now
    there = {figures.standard for row in rows for figures in row if not figures.suppressed}
    found = []
    for standard in pack.standard:
        then = [one for row in rows for one in row if one.standard == standard.id and one.all_then]
        figures = _beside(standard, counts, shown=standard.id in there)
        n, strong = sum(one.all_then or 0 for one in then), sum(one.all_then_strong for one in then)
        found.append(_with_all(figures, n, strong) if then else figures)
    return tuple(found)


def theme_figures(sums: Sums, themes: Sequence[Theme]) -> tuple[ThemeFigures, ...]:
    """How many settings plan something about each theme, the most frequent first."""
    found = [
        ThemeFigures(
            theme=theme.id,
            word=theme.word,
            settings=sums.themes[theme.id],
            percent=percent(sums.themes[theme.id], sums.returned),
        )
        for theme in themes
    ]
    return tuple(sorted(found, key=lambda figures: -figures.settings))


def _shown(group: GroupFigures) -> bool:
    return any(not figures.suppressed for figures in group.standards)


def _overlaps(
    counts: Mapping[tuple[str, str, bool, bool], int], standard: str, groups: Mapping[str, int]
) -> dict[frozenset[str], int]:
    """For every set of groups how many settings of a standard are in exactly these."""
    found: Counter[frozenset[str]] = Counter()
    for (about, kind, moderated, both), n in counts.items():
        if about == standard:
            names = {_ALL} | ({f"kinds {groups[kind]}"} if kind in groups else set())
            names |= ({_MODERATED} if moderated else set()) | ({_BOTH_TIMES} if both else set())
            found[frozenset(names)] += n
    return dict(found)


def _beside(standard: Standard, counts: Mapping[tuple[str, str], int], *, shown: bool) -> BesideFigures:
    if not shown:
        return BesideFigures(
            standard=standard.id, number=standard.number, title=standard.title, n=None, suppressed=True
        )
    same, up, down, then, now = (
        counts.get((standard.id, what), 0) for what in (SAME, UP, DOWN, STRONG_THEN, STRONG_NOW)
    )
    n = same + up + down
    return BesideFigures(
        standard=standard.id,
        number=standard.number,
        title=standard.title,
        n=n,
        same=same,
        up=up,
        down=down,
        strong_then=then,
        strong_now=now,
        strong_then_percent=percent(then, n),
        strong_now_percent=percent(now, n),
    )
