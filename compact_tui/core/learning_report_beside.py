"""Parts of a learning report beside the grades: the committee's view, last time, plans, what staff know."""

from collections.abc import Iterable, Iterator

from compact_tui.core.knowledge_views import KnowledgeFigure, KnowledgeTopic
from compact_tui.core.learning_figures import Teller, named
from compact_tui.core.learning_report import KNOWLEDGE, Count, CountKey, Ledger, Material
from compact_tui.core.page import AnyBlock, ListBlock, Paragraph, Section, TableBlock
from compact_tui.core.text import count

_THEMES, _TOPICS = 8, 6
_SAME = "The same settings are compared first; the second table has others in it each time."
_OTHERS = (
    "These are not the same settings each time, so a difference need not be a change in any of them. Those that "
    "returned both times are not shown by themselves, as that could tell about a few."
)


def own_and_ours(teller: Teller) -> Iterator[Section]:
    """The settings' own view and the committee's, where enough were read to show it."""
    shown = [one for one in teller.group.moderated if one.n]
    if not shown:
        return
    rows = tuple(
        (
            named(one, teller.pack),
            f"{one.n}{teller.beside(one, 'moderated', 'own grade and the committee')}",
            str(one.same),
            str(one.up),
            str(one.down),
        )
        for one in shown
    )
    headers = ("Standard", "Grades looked at", "The same", "Committee higher", "Committee lower")
    yield Section(
        "Your view and the committee's",
        2,
        (
            Paragraph("Members of the committee read returns and say where they would grade otherwise."),
            TableBlock("Your own grades beside the committee's", headers, rows),
            Paragraph("What the committee thinks of one setting is told to that setting only."),
        ),
    )


def since_last_time(teller: Teller, before: str) -> Iterator[Section]:
    """What changed since last time: settings that returned both times, and all settings apart from them."""
    both = [one for one in teller.group.changes if one.n]
    everybody = [one for one in teller.group.changes if one.all_then]
    blocks: list[AnyBlock] = []
    if both:
        rows = tuple(
            (
                named(one, teller.pack),
                f"{one.n}{teller.beside(one, 'changed', 'last time and this')}",
                f"{one.strong_then} ({one.strong_then_percent}%)",
                f"{one.strong_now} ({one.strong_now_percent}%)",
                str(one.up),
                str(one.down),
            )
            for one in both
        )
        headers = ("Standard", "Settings", f"{before}: {teller.better}", "Now", "Higher", "Lower")
        blocks.append(TableBlock("Settings that returned both times", headers, rows))
    if everybody:
        now = {one.standard: one for one in teller.group.standards}
        all_rows = tuple(
            (
                named(one, teller.pack),
                teller.all_then(one),
                teller.share(now[one.standard]) if now[one.standard].n else "too few to show",
            )
            for one in everybody
        )
        blocks.append(
            TableBlock(f"All settings, {teller.better}", ("Standard", f"All of {before}", "All now"), all_rows)
        )
    if blocks:
        yield Section("What changed since last time", 2, (Paragraph(_SAME if both else _OTHERS), *blocks))


def plans(teller: Teller) -> Iterator[Section]:
    """What settings plan, by theme."""
    themes = [one for one in teller.group.themes if one.settings][:_THEMES]
    if not themes:
        return
    rows = tuple((one.word, teller.theme(one)) for one in themes)
    of = "all in these figures" if teller.group.elsewhere else "all that returned"
    blocks: list[AnyBlock] = [TableBlock("What actions are about", ("Theme", f"Settings, of {of}"), rows)]
    if teller.group.unthemed:
        blocks.append(Paragraph(f"Settings with an action that fits none of the themes: {teller.unthemed()}."))
    yield Section("What settings plan", 2, tuple(blocks))


def topics_told(known: Iterable[KnowledgeTopic]) -> tuple[KnowledgeTopic, ...]:
    """The topics of which a report tells what staff know, the least known first."""
    return tuple([one for one in known if one.figure.answers and not one.figure.suppressed][:_TOPICS])


def staff_know(material: Material, ledger: Ledger) -> Iterator[Section]:
    """What staff know, where enough settings were asked to show it."""
    shown = topics_told(material.known)
    if shown:
        lead = (
            "From short questions that settings ask their staff and send in; the least known first. Not every setting "
            "asks, and not every topic is asked about."
        )
        items = tuple(f"{one.title}: {_knew(one.figure, ledger, one.title, one.topic)}" for one in shown)
        yield Section("What staff know", 2, (Paragraph(lead), ListBlock(items)))


def _knew(figure: KnowledgeFigure, ledger: Ledger, title: str, topic: str) -> str:
    named = (("knew in full", figure.knew), ("answers", figure.answers), ("settings", figure.settings or 0))
    counts = [
        Count(name=name, count=n, keys=(CountKey(measure=KNOWLEDGE, sectors=figure.sectors, detail=f"{topic} {name}"),))
        for name, n in named
    ]
    value = f"{figure.knew} of {count(figure.answers, 'answer')} ({figure.percent}%), in {figure.settings} settings"
    return f"{value}{ledger.note(f'Staff knew: {title}', value, counts)}"
