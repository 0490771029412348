"""A bank written as GIFT, with the rest noted in comments so that it can be read again without loss."""

from collections.abc import Mapping

from compact_tui.core.bank import MULTIPLE, TRUE_FALSE, BankSource, Question, QuestionBank
from compact_tui.core.problems import has_errors
from compact_tui.exchange.bank_formats import Names, Refused, Written
from compact_tui.exchange.gift_blocks import COMMENT, NOTE, blocks, category_line, comment_value
from compact_tui.exchange.gift_feedback import told
from compact_tui.exchange.gift_lost import lost_words
from compact_tui.exchange.gift_notes import head_note, note_on
from compact_tui.exchange.gift_questions import TRUE_OR_FALSE, tags_of
from compact_tui.exchange.gift_reader import seen
from compact_tui.exchange.gift_text import PLAIN, written, written_piece


def write_gift(bank: QuestionBank) -> Written:
    """Write a bank in Moodle's GIFT format.

    What GIFT has no place for goes into comments, tags and the general feedback; ``lost`` says what another
    program will therefore not see.
    """
    sources = {source.id: source for source in bank.source}
    parts = [f"{COMMENT} {NOTE} {head_note(bank)}"]
    names, topic, notes, left = Names(), None, [], []
    for question in bank.question:
        category = category_line(bank.bank.title, question.topic)
        shown = _shown(question, sources)
        (block,) = blocks([category, *shown])
        try:
            as_seen = seen(block, names)
        except Refused as refused:
            left.append((question, refused.problem))
            continue
        note = note_on(question, as_seen.question, refused=has_errors(as_seen.problems))
        if category != topic:
            parts.append(category)
            topic = category
        parts.append("\n".join([shown[0], *([f"{COMMENT} {NOTE} {note}"] if note else []), *shown[1:]]))
        notes.append(note)
    return Written("\n\n".join(parts) + "\n", lost_words(bank, notes, left))


def _shown(question: Question, sources: Mapping[str, BankSource]) -> list[str]:
    """The lines of a question, the comment with its id and tags first."""
    values = [("id", question.id), *(("tag", tag) for tag in tags_of(question))]
    comment = f"{COMMENT} {' '.join(comment_value(what, value) for what, value in values)}"
    head = f"::{written(question.id)}::[{PLAIN}]{written(question.prompt)} {{"
    general = told(question, sources)
    after = [f"\t####{written(general)}"] if general else []
    if _is_true_or_false(question):
        true, false = question.option
        right, wrong = (true, false) if true.right else (false, true)
        feedback = [f"#{written_piece(wrong.feedback)}", f"#{written_piece(right.feedback)}"]
        said = "".join(feedback if wrong.feedback or right.feedback else [])
        return [comment, head, "\t" + ("TRUE" if true.right else "FALSE") + said, *after, "}"]
    return [comment, head, *_answers(question), *after, "}"]


def _is_true_or_false(question: Question) -> bool:
    texts = tuple((option.id, option.text) for option in question.option)
    return (
        question.kind == TRUE_FALSE and texts == TRUE_OR_FALSE and question.option[0].right != question.option[1].right
    )


def _answers(question: Question) -> list[str]:
    right = sum(option.right for option in question.option)
    weighted = right and (question.kind == MULTIPLE or right == len(question.option))
    signs = {True: f"~%{100 / right:.7g}%", False: "~%-100%"} if weighted else {True: "=", False: "~"}
    return [
        f"\t{signs[option.right]}{written_piece(option.text)}"
        + (f" #{written_piece(option.feedback)}" if option.feedback else "")
        for option in question.option
    ]
