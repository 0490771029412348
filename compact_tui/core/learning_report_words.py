"""Parts of a learning report without figures of returns: what was asked, what will be done, help, method."""

from collections.abc import Iterable, Iterator

from compact_tui.core.answered_words import other_words
from compact_tui.core.days import say_day
from compact_tui.core.good_practice import is_told
from compact_tui.core.learning_figures import Teller, standards_listed
from compact_tui.core.learning_forms import LEARNING_KINDS
from compact_tui.core.learning_log import sector_words, standard_words
from compact_tui.core.learning_report import CITY, Material
from compact_tui.core.pack import AuditPack
from compact_tui.core.page import AnyBlock, Facts, ListBlock, Paragraph, Section, TableBlock
from compact_tui.core.partnership import GoodPractice, Learning
from compact_tui.core.partnership_forms import CONTACTS

NOBODY_ASKED = "The partnership names nobody to ring yet. Your own designated lead knows whom to ask."


def asked(material: Material, seen: AuditPack) -> Section:
    """What was asked."""
    head = material.head
    due = f", by {say_day(head.due)}" if head.due else ""
    blocks: list[AnyBlock] = [
        Paragraph(
            f"For {head.cycle} settings like yours were asked to complete {seen.pack.title}, edition "
            f"{seen.pack.edition}{due}."
        ),
        Paragraph(f"Its standards: {standards_listed(seen)}."),
    ]
    if seen.level:
        ranked = sorted(seen.level, key=lambda level: -level.rank)
        blocks += [
            Paragraph("Each standard is graded by the setting itself, best first:"),
            Facts(tuple((level.word, level.meaning) for level in ranked)),
        ]
    else:
        blocks.append(Paragraph("It has no grades: each question is answered, and answers that apply are counted."))
    return Section("What was asked", 2, tuple(blocks))


def good_practice(material: Material, sector: str) -> Iterator[Section]:
    """Good practice, in the partnership's own words."""
    told = tuple(_practice(one, material) for one in material.practice if concerns(one, material, sector))
    if told:
        lead = "Seen in returns and on visits, and told here without saying where."
        yield Section("Good practice", 2, (Paragraph(lead), ListBlock(told)))


def concerns(one: GoodPractice, material: Material, sector: str) -> bool:
    """Whether good practice is told in the report of a sector."""
    return is_told(one.cycle, material.head.cycle) and (sector == CITY or one.sector in {"", sector})


def _practice(one: GoodPractice, material: Material) -> str:
    words = standard_words(material.pack).get(one.standard, "")
    return f"{words}: {one.text}" if words else one.text


def of_sector(log: Iterable[Learning], sector: str) -> tuple[Learning, ...]:
    """The lines of the log that say what is done, and that concern a sector."""
    return tuple(one for one in log if one.will_do and (sector == CITY or one.sector in {"", sector}))


def planned(material: Material, sector: str) -> tuple[str, ...]:
    """What the partnership will do, a line each: what is due first, first."""
    lines = [one for one in of_sector(material.log, sector) if not one.done_on]
    lines.sort(key=lambda one: one.due or "9999")
    return tuple(_planned(one, material, sector) for one in lines)


def will_do(material: Material, sector: str, *, figures: bool) -> Iterator[Section]:
    """What the partnership will do, and what it said before and did.

    Args:
        material: What the partnership wrote.
        sector: Id of the sector.
        figures: Whether the report has findings that something could be done about.
    """
    now, done = planned(material, sector), [one for one in of_sector(material.log, sector) if one.done_on]
    if now:
        yield Section("What the partnership will do", 2, (ListBlock(now),))
    else:
        about = " about these findings" if figures else ""
        said = f"What will be done{about} is being decided, and will be told to you."
        yield Section("What the partnership will do", 2, (Paragraph(said),))
    if done:
        items = tuple(_done(one, material, sector) for one in done)
        yield Section("What it said before, and did", 2, (ListBlock(items),))


def _about(one: Learning, material: Material, sector: str) -> str:
    parts = [standard_words(material.pack).get(one.standard, "")]
    parts += [sector_words(one.sector)] if sector == CITY else []
    said = ", ".join(part for part in parts if part)
    return f"{said}: " if said else ""


def _planned(one: Learning, material: Material, sector: str) -> str:
    kind = dict(LEARNING_KINDS).get(one.kind, "").lower()
    more = [kind, one.who, f"by {say_day(one.due)}" if one.due else ""]
    more += [f"said in {one.cycle}"] if one.cycle and one.cycle != material.head.cycle else []
    told = ", ".join(part for part in more if part)
    does = _sentence(one.will_do)
    return f"{_about(one, material, sector)}{does[:-1]} ({told})." if told else _about(one, material, sector) + does


def _done(one: Learning, material: Material, sector: str) -> str:
    showed = f" What came of it: {_sentence(one.showed)}" if one.showed else ""
    since = f", said in {one.cycle}" if one.cycle and one.cycle != material.head.cycle else ""
    return f"{_about(one, material, sector)}{_sentence(one.will_do)} Done on {say_day(one.done_on)}{since}.{showed}"


def _sentence(text: str) -> str:
    said = " ".join(text.split())
    return said if said.endswith((".", "!", "?")) else f"{said}."


def get_help(material: Material, seen: AuditPack, cited: Iterable[str]) -> Section:
    """Whom to ring, with the day on which that was checked, and where the duties stand."""
    what = dict(CONTACTS)
    rows = tuple(
        (
            one.name,
            what.get(one.what, ""),
            one.value,
            say_day(one.checked_on) if one.checked_on else "not checked: look it up first",
        )
        for one in material.contacts
    )
    blocks: list[AnyBlock] = [Paragraph("If a child is in danger now, ring 999.")] if _is_about_children(seen) else []
    if rows:
        blocks.append(TableBlock("Whom to ring", ("Who", "For what", "Number or address", "Checked on"), rows))
    else:
        blocks.append(Paragraph(NOBODY_ASKED))
    if material.head.return_to:
        blocks.append(Paragraph(f"About this report and your return: {', '.join(material.head.return_to)}."))
    wanted = set(cited)
    sources = tuple(
        ", ".join(part for part in (one.title, one.edition, one.publisher, one.url) if part)
        for one in seen.source
        if one.id in wanted
    )
    if sources:
        blocks += [Paragraph("Where the duties in this report stand:"), ListBlock(sources)]
    return Section("Where to get help", 2, tuple(blocks))


def _is_about_children(pack: AuditPack) -> bool:
    return not pack.pack.people


def method(material: Material, teller: Teller | None, *, shares: bool) -> Section:
    """How it was counted, and what the figures cannot say.

    Args:
        material: What the report is made of.
        teller: The figures; ``None`` where none are shown, and only what holds without them is said.
        shares: Whether the report has any figure in per cent.
    """
    head = material.head
    lines = list(_of_figures(material, teller) if teller is not None else _without_figures(material))
    if shares:
        lines.append(
            "Per cent are rounded to whole numbers and need not add up to 100. Always read how many settings stand "
            "behind them."
        )
    if material.pack.pack.wording_note:
        lines.append(f"About the wording of the standards: {' '.join(material.pack.pack.wording_note.split())}")
    lines.append(f"{head.name} made this report; it answers for what it says.")
    return Section("Method and limits", 2, (ListBlock(tuple(lines)),))


def _without_figures(material: Material) -> Iterator[str]:
    yield f"Counted are the settings whose return was here on {say_day(material.today)}."
    yield f"Figures of fewer than {material.analysis.threshold} settings are not shown. No setting is named."


def _of_figures(material: Material, teller: Teller) -> Iterator[str]:
    analysis, group = material.analysis, teller.group
    yield (
        "This is self-assessment: the figures are what settings claim of themselves. They are no inspection and no "
        "ranking."
    )
    yield f"Counted are the returns that were here on {say_day(material.today)}, of each setting the newest only."
    yield (
        f"Groups of fewer than {analysis.threshold} settings are not shown, nor any figure from which theirs could be "
        "worked out. Totals leave them out too. No setting is named."
    )
    yield "Answers to a question count where it was asked; those that few were asked are left out."
    if group.elsewhere:
        yield f"Unlike returns are never mixed: those on another {other_words(group)} are not in the figures."
    if analysis.before_cycle and group.changes:
        both = any(one.n for one in group.changes)
        apart = ", and for settings that returned both times apart from all" if both else ""
        yield f"Changes are counted from {analysis.before_cycle}, only of standards that ask the same{apart}."
