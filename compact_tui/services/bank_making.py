"""Beginning a question bank of the setting's own."""

from collections.abc import Mapping

from msgspec import Struct

from compact_tui.core.bank import DRAFT
from compact_tui.core.bank_forms import HINTS, NEEDED_WITH_PROMPT, begun_bank, with_topics
from compact_tui.core.errors import FieldError, UsageError
from compact_tui.core.forms import Form, fill
from compact_tui.core.topics import Topics
from compact_tui.exchange import bank_toml
from compact_tui.services.banks import all_banks, keep_own
from compact_tui.services.desk import Desk
from compact_tui.storage.content import read_content


class BankMade(Struct, frozen=True, kw_only=True):
    """A bank that was begun."""

    bank: str
    file: str
    question: str
    """Id of its first question."""
    sentence: str


def bank_form() -> Form:
    """What is asked for a bank of one's own."""
    return with_topics(read_content("topics.toml", Topics).topic)


def new_bank(desk: Desk, typed: Mapping[str, str]) -> BankMade:
    """Begin a bank of the setting's own, with a first question or an example.

    Raises:
        UsageError: Something is missing, or there is such a bank already.
        WorkspaceError: It could not be written.
    """
    form = bank_form()
    filled = fill(form, typed)
    lacking = [name for name in NEEDED_WITH_PROMPT if filled.value("prompt") and not filled.value(name)]
    if filled.problems or lacking:
        first = filled.problems[0].field if filled.problems else lacking[0]
        question = next(field.question for field in form.fields if field.id == first)
        sentence = filled.problems[0].sentence if filled.problems else "This is needed."
        raise FieldError(first, f"{sentence} ({question})", "Nothing was written.")
    bank = begun_bank(dict(filled.values), desk.today)
    path = desk.workspace.banks_folder / f"{bank.bank.id}.toml"
    if path.exists() or any(one.bank.id == bank.bank.id for one in all_banks(desk)):
        raise UsageError(f'There is a bank "{bank.bank.id}" already.', "Give this one another title.")
    keep_own(desk, path, bank_toml.encode(bank, HINTS))
    first_question = bank.question[0]
    asked = "It is an example and a draft." if first_question.status == DRAFT else "It may be asked from now on."
    return BankMade(
        bank=bank.bank.id,
        file=str(path),
        question=first_question.id,
        sentence=f"{bank.bank.title} has one question. {asked} Add more in any editor: {path}",
    )
