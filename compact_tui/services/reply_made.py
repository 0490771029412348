"""The answer to a reply that was made last, and whether it still says all that is answered."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from compact_tui.core.errors import CompactError
from compact_tui.core.reply import AnswerLine, Reply
from compact_tui.core.text import slug
from compact_tui.exchange.reply_json import read_answer
from compact_tui.services.desk import Desk
from compact_tui.storage.reading import read_bytes


class AnswerBefore(Struct, frozen=True):
    """An answer that was made before."""

    folder: str
    """Where it is; empty where none was made."""
    whole: bool
    """Whether it says what is answered now."""

    @property
    def words(self) -> str:
        """Where it is, and whether it may be sent."""
        if not self.folder:
            return ""
        if self.whole:
            return f"Your answer is in {self.folder}"
        return (
            f"The answer in {self.folder} was made before you said more: it does not hold all of it. Make it again, "
            "and send the new one."
        )


def folder_end(reply: Reply) -> str:
    """How the name of a folder with an answer to a reply goes on after the day."""
    return f"answer-{slug(reply.id)}"


def answer_before(desk: Desk, reply: Reply, lines: Iterable[AnswerLine]) -> AnswerBefore:
    """The answer that was made last, beside what is answered now.

    Args:
        desk: Where.
        reply: The reply.
        lines: What is answered now.
    """
    made = sorted(desk.workspace.sent_folder.glob(f"*-{folder_end(reply)}*"))
    if not made:
        return AnswerBefore("", whole=False)
    now = {line.remark: line for line in lines}
    said = (_said(file) for file in made[-1].glob("*.json"))
    whole = any(found is not None and found == now for found in said)
    return AnswerBefore(str(made[-1].absolute()), whole)


def _said(file: Path) -> dict[str, AnswerLine] | None:
    """What a file answers, by remark; ``None`` for one that is no sound answer, so that it is made again."""
    try:
        return {line.remark: line for line in read_answer(read_bytes(file)[0]).answers}
    except CompactError:
        return None
