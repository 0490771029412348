"""What the columns of a pack's sheets mean, for the person who fills them in."""

from collections.abc import Mapping

from compact_tui.core.pack_tables import Column, Table

HOW_TO = (
    "This workbook is an audit pack: the questions of a self-assessment, its scale and its rules.",
    "Each sheet holds one kind of item, one row each. Change words freely; add rows at the end; leave empty rows out.",
    "An id (small letters, digits, hyphens) is never changed and never used again for something else: audits store it.",
    "Where several things can stand in a cell, write one per line: Alt+Enter (LibreOffice: Ctrl+Enter) begins a line.",
    "In longer texts an empty line begins a new paragraph. Days are written year-month-day: 2026-11-22.",
    "Write values, never formulas: a cell with a formula is refused. Sorting the rows of Standards does no harm.",
    "A sheet or a column whose name begins with # is yours for notes and is not read.",
    "To check it: compact-tui pack import FILE.xlsx --dry-run. It says every mistake with its sheet and cell.",
    "To use it: compact-tui pack import FILE.xlsx --output FOLDER, then compact-tui audit start --pack FOLDER.",
)

_VARIATIONS = "ids of variations, one per line; empty means all"
_EVERYWHERE: Mapping[str, str] = {
    "id": "needed; small letters, digits and hyphens; never changed, never used again",
    "variations": _VARIATIONS,
    "standard": "the id of the standard that it belongs to",
    "criterion": "the id of the criterion that it belongs to",
    "variant": "the variations of the variant that it belongs to, as they stand there",
    "word": "needed; what a person reads",
    "meaning": "a sentence that explains it",
    "duty": "the id of a duty",
    "good": "what good looks like",
    "where": "where to look, one per line",
    "ask": "whom to ask what, one per line",
    "evidence_kinds": "ids of kinds of evidence, one per line",
    "topics": "ids of question topics, one per line",
    "introduction": "what it is about and why it matters to a child",
    "impact_prompt": "the question that the summary answers",
    "level": "the id of a level",
}
_OF: Mapping[str, str] = {
    "Pack.edition": 'needed; such as "2026.1"',
    "Pack.title": "needed; the name of the tool",
    "Pack.wording": 'needed; "independent", or whose text it is; shown on screen, in the return and in every report',
    "Pack.wording_note": "a sentence about the wording",
    "Pack.valid_from": "the first day it holds",
    "Pack.valid_to": "the last day it holds",
    "Pack.review_by": "the day by which somebody checks it against its sources",
    "Pack.owner": "who answers for the text",
    "Pack.inspection_order": "ids of standards in the order in which an inspector asks, one per line",
    "Pack.together_kind": "the kind of evidence that a count at a meeting of everybody is",
    "Pack.people": "words for those whom it is all for, one per line, the usual one first",
    "Change log.edition": "needed; the edition that brought it",
    "Change log.on": "needed; the day",
    "Change log.what": "needed; what was changed, in a sentence",
    "Item changes.item": "the id of a standard or criterion of this edition; of one that is retired, the id it had",
    "Item changes.how": "what became of it since the edition before",
    "Item changes.was": "ids of what it takes the place of, one per line; empty means its own",
    "Item changes.note": "why, in a sentence, for those who answered the edition before",
    "Serves.text": "needed; a legal duty that a completed audit answers",
    "Variations.title": "needed; who uses it",
    "Variations.sector": "the sector that uses it",
    "Variations.offered": "no while this edition is not complete for it",
    "Levels.rank": "a whole number; higher is better",
    "Levels.weak": "yes when a grade at this level calls for an action",
    "Levels.short": "the word where room is scarce; empty means the word itself",
    "Answers.key": "needed; the one small letter that gives it",
    "Answers.counts_as": "what the rules make of it",
    "Answers.needs_reason": "yes when a person must say why",
    "Evidence kinds.rung": "the rung of the evidence ladder that it stands on; empty where it could stand on several",
    "Rungs.meaning": "what to do to reach it, in one sentence",
    "Signers.declaration": "needed; what the role declares by signing, in the first person",
    "Signers.required": "no for a role that may sign as well",
    "Sources.title": "needed; the name of the document",
    "Sources.edition": "which edition of it",
    "Sources.publisher": "who publishes it",
    "Sources.url": "where it can be read",
    "Sources.in_force_from": "the day from which it holds",
    "Sources.checked_on": "the day on which somebody looked at it",
    "Sources.status": "whether it is in force",
    "Rules.level": "the level that is suggested; none when nothing should be",
    "Rules.because": "the sentence that explains it; can name {criteria}, {not_met} and others",
    "Rules.unanswered": "none: everything is answered; some: something is not",
    "Rules.applicable": "some: at least one criterion applies; none: none does",
    "Rules.not_known": 'none, or some: at least one answer is "not known yet"',
    "Rules.essential": "the worst answer to an essential criterion: met, partly-met, not-met; one per line",
    "Rules.other": "the others: met, one-partly, some, most-not-met; one per line",
    "Rules.impact": "shown or not-shown: a difference for children",
    "Standards.number": "needed; a whole number; standards are shown in this order",
    "Standards.title": "needed; at most 44 characters",
    "Standards.short": "needed; a name for the progress rail, at most 16 characters",
    "Criteria.question": "needed; at most 58 characters, the title of its screen",
    "Criteria.text": "needed; the statement: one sentence, at most 220 characters",
    "Criteria.essential": "yes when a child could be unsafe while it is not met",
    "Criteria.needs": "what a setting must have to be asked, one per line: staff, premises, food, overnight, transport",
    "Criteria.kinds": "kinds of setting it applies to, one per line; empty means every kind",
    "Citations.source": "the id of a source",
    "Citations.place": "where in the source",
    "Citations.confidence": "C seen in the text itself, C2 in another text that reports it, I our own inference",
    "Citations.checked_on": "the day on which somebody looked",
    "Model answers.text": "needed; what the standard looks like at this level",
    "Next steps.from": "the level that one stands at",
    "Next steps.to": "the level just above it",
    "Next steps.steps": "what takes one there, one per line, each at most 140 characters",
    "Inspection asks.ask": "needed; a question or request of an inspector, at most 140 characters",
    "Inspection asks.show": "what to put on the table, one per line, each at most 160 characters",
    "Inspection asks.fetch": "whom to fetch, as roles, one per line, each at most 60 characters",
}
"""By sheet and key; what is the same everywhere stands above."""
_LIKE = {"Variant citations": "Citations"}


def meaning_of(table: Table, column: Column) -> str:
    """What a column means; empty where nobody has said it yet."""
    name = f"{_LIKE.get(table.name, table.name)}.{column.key}"
    return _OF.get(name) or _EVERYWHERE.get(column.key, "")
