"""What was collected as flat tables: their columns with what each means, and the rows of one return."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from compact_tui.core.action_themes import ThemeTerms
from compact_tui.core.knowledge_sums import NOT_FULL, levels_of
from compact_tui.core.read_records import Moderation
from compact_tui.core.return_facts import ReturnFacts
from compact_tui.core.spot import FULL
from compact_tui.core.spot_counts import Answered

TEXT, NUMBER = "text", "integer"
Row = tuple[str | int, ...]


class Column(Struct, frozen=True):
    """A column of a flat table."""

    name: str
    kind: str
    """``text`` or ``integer``."""
    meaning: str


class FactTable(Struct, frozen=True):
    """A flat table."""

    name: str
    meaning: str
    columns: tuple[Column, ...]


_RETURN_ID = Column("return_id", TEXT, "The return; joins the tables.")
_STANDARD = Column("standard", TEXT, "Id of the standard in the audit pack.")

FACT_TABLES: tuple[FactTable, ...] = (
    FactTable(
        "returns",
        "One row for each return that counts: the newest of each setting and round.",
        (
            _RETURN_ID,
            Column("supersedes", TEXT, "The return whose place it took; empty for none."),
            Column("entry", TEXT, "The setting's id in the register."),
            Column("name", TEXT, "The setting's name as the return has it."),
            Column("sector", TEXT, "Sector as the register has it, else as the return says."),
            Column("kind", TEXT, "Kind of setting, likewise; empty where nobody said."),
            Column("pack", TEXT, "Id of the audit pack that was answered."),
            Column("edition", TEXT, "Its edition. Compare only what answers the same edition."),
            Column("variation", TEXT, "Which version of the pack the setting saw."),
            Column("cycle", TEXT, "The round."),
            Column("received_on", TEXT, "The day it came in, YYYY-MM-DD."),
            Column("complete", NUMBER, "1 where everything was answered and graded."),
            Column("signed", NUMBER, "1 where somebody signed it."),
            Column("set_asides", NUMBER, "Findings of the program that the setting set aside."),
        ),
    ),
    FactTable(
        "grades",
        "One row for each standard of each return.",
        (
            _RETURN_ID,
            _STANDARD,
            Column("level", TEXT, "Id of the level the setting gave itself, or not-graded."),
            Column("suggested", TEXT, "The level its own answers suggested; empty where there was none."),
            Column("summary_words", NUMBER, "How many words its summary has. The text itself is not here."),
            Column("evidence", NUMBER, "Pieces of evidence behind it."),
            Column("open_actions", NUMBER, "Open actions that came from it."),
        ),
    ),
    FactTable(
        "answers",
        "One row for each criterion of each return.",
        (
            _RETURN_ID,
            _STANDARD,
            Column("criterion", TEXT, "Id of the criterion."),
            Column("answer", TEXT, "Id of the answer, or unanswered."),
            Column(
                "counts_as",
                TEXT,
                "met, partly-met, not-met, not-applicable, not-known, unanswered; empty: edition not here.",
            ),
            Column("duty", TEXT, "How strong the criterion is, as the pack has it."),
        ),
    ),
    FactTable(
        "actions",
        "One row for each action and each theme it fits; the words of the action are not here.",
        (
            _RETURN_ID,
            Column("number", NUMBER, "Its place in the return, from 1."),
            Column("theme", TEXT, "Id of the theme; empty where it fits none."),
        ),
    ),
    FactTable(
        "moderations",
        "One row for each grade that the committee gave beside a setting's own; its reasons are not here.",
        (
            Column("moderation_id", TEXT, "Number of the decision."),
            _RETURN_ID,
            _STANDARD,
            Column("level", TEXT, "Id of the level."),
            Column("reading", NUMBER, "1, or 2 for a second, blind reading."),
            Column("on_day", TEXT, "The day it was decided, YYYY-MM-DD."),
        ),
    ),
    FactTable(
        "knowledge",
        "What staff answered to spot checks: one row for each setting, topic, month and level that was sent in, and "
        "for each standard of which a return tells. Do not add the two: what a return tells is of the same answers.",
        (
            Column("entry", TEXT, "The setting's id in the register; empty where nobody knows whose it is."),
            Column("source", TEXT, "answers: sent in as spot checks. return: counts that travelled with a return."),
            Column("return_id", TEXT, "The return; empty for answers."),
            Column("standard", TEXT, "Id of the standard; empty for answers, which have a topic."),
            Column("topic", TEXT, "Id of the topic; empty for what a return tells."),
            Column("month", TEXT, "YYYY-MM: when it was asked; of a return, when the last of it was."),
            Column(
                "level",
                TEXT,
                "full, partial, knew-where, not-yet, or unsafe; empty: not in full, which a return tells no closer.",
            ),
            Column("answers", NUMBER, "How many answers."),
        ),
    ),
)
"""The tables, in the order in which they are written."""

_INSIDE = (
    "For use inside the partnership. Not for publishing: settings can be known again by it, and no small group is "
    "suppressed. What may be published is what `compact-tui partnership analyse` and the reports show.",
    "Free text of settings and readers is in none of the tables.",
)


def rows_of(facts: ReturnFacts, terms: ThemeTerms) -> Iterator[tuple[str, list[Row]]]:
    """The rows of one return, by table."""
    here = facts.return_id
    yield (
        "returns",
        [
            (
                here,
                facts.supersedes,
                facts.entry,
                facts.name,
                facts.sector,
                facts.kind,
                facts.pack,
                facts.edition,
                facts.variation,
                facts.cycle,
                facts.received_on,
                int(facts.complete),
                int(facts.signed),
                facts.set_asides,
            )
        ],
    )
    yield (
        "grades",
        [(here, g.standard, g.level, g.suggested, g.summary_words, g.evidence, g.actions) for g in facts.grades],
    )
    yield "answers", [(here, a.standard, a.criterion, a.answer, a.counts_as, a.duty) for a in facts.answers]
    yield (
        "actions",
        [(here, number, theme) for number, text in enumerate(facts.actions, 1) for theme in (terms.of(text) or ("",))],
    )


def moderation_rows(moderations: Iterable[Moderation]) -> list[Row]:
    """The rows of what the committee decided."""
    return [(one.id, one.return_id, one.standard, one.level, one.reading, one.at[:10]) for one in moderations]


def told_rows(facts: ReturnFacts) -> list[Row]:
    """The rows of what one return tells of what staff know."""
    return [
        (facts.entry, "return", facts.return_id, one.standard, "", one.last[:7], level, said)
        for one in facts.known
        for level, said in ((FULL, one.full), (NOT_FULL, one.answers - one.full))
        if said
    ]


def answer_rows(answers: Iterable[Answered]) -> list[Row]:
    """The rows of answers that were sent in, each of which is there once."""
    sums: Counter[tuple[str, str, str, str]] = Counter()
    for one in answers:
        for level, said in levels_of(one.count):
            sums[one.setting, one.count.topic, one.count.month, level] += said
    return [
        (setting, "answers", "", "", topic, month, level, said)
        for (setting, topic, month, level), said in sorted(sums.items())
    ]


def dictionary(day: str, counts: Mapping[str, int]) -> str:
    """The data dictionary as Markdown: what the tables are for, and every column."""
    lines = ["# Tables of what was collected", "", f"Written on {day}.", ""]
    lines += [f"{text}\n" for text in _INSIDE]
    lines += ["Each table is there as CSV, as NDJSON (one JSON object a line), and in `facts.sqlite`."]
    for table in FACT_TABLES:
        lines += ["", f"## {table.name} ({counts.get(table.name, 0)} rows)", "", table.meaning, ""]
        lines += ["| Column | Type | Meaning |", "|---|---|---|"]
        lines += [f"| {column.name} | {column.kind} | {column.meaning} |" for column in table.columns]
    return "\n".join(lines) + "\n"
