"""A reply as a partnership sends it, and a partnership with one return to reply to."""

from pathlib import Path

from msgspec.structs import replace

from compact_tui.core.audit import ReturnMade
from compact_tui.core.reply import AnswerLine, Reply, ReplyAnswer, ReplyGrade, ReplyRemark
from compact_tui.exchange.reply_json import encode_reply
from compact_tui.exchange.return_json import encode
from compact_tui.services import answering, replies_in, returns
from compact_tui.services.books import open_audit
from compact_tui.services.collecting import take_bytes
from compact_tui.services.desk import Desk, commit, edit
from compact_tui.services.partnership_book import keep
from tests.services.collect_desks import entry, return_by
from tests.services.desks import started


def reply(**changes: object) -> Reply:
    """A reply with a question, a recommendation and a comment."""
    full = Reply(
        id="rp-1",
        made_by="compact_tui 0",
        made_on="2026-12-02",
        partnership="Rain partnership",
        register_id="P01",
        setting="Brolly House",
        return_id="r-1",
        return_code="AAAAA-AAAAA",
        received_on="2026-12-01",
        cycle="2026-2028",
        pack="umbrellas",
        edition="1",
        grades=(
            ReplyGrade(
                standard="u1",
                title="Handing out",
                own="bone-dry",
                own_word="Bone dry",
                moderated="soaked",
                moderated_word="Soaked",
                reason="No rack was seen.",
                sector="Bone dry 3, Soaked 4 (of 7)",
            ),
            ReplyGrade(standard="u2", title="Keeping", own="soaked", own_word="Soaked"),
        ),
        remarks=(
            ReplyRemark(id="q-1", kind="question", text="Who counts them?", standard="u1", title="Handing out"),
            ReplyRemark(id="q-2", kind="recommendation", text="Buy a rack.", priority="now"),
            ReplyRemark(id="q-3", kind="comment", text="A clear return."),
        ),
        plan="accepted",
        sector="Education",
        report="Our learning report is attached: learning-report.html",
        answer_to=("returns@rain.example",),
    )
    return replace(full, **changes)


def answer(**changes: object) -> ReplyAnswer:
    """The answer to one question of it."""
    full = ReplyAnswer(
        id="an-1",
        made_by="compact_tui 0",
        made_on="2026-12-03",
        reply="rp-1",
        return_id="r-1",
        register_id="P01",
        setting="Brolly House",
        answers=(AnswerLine(remark="q-1", text="Bob."),),
    )
    return replace(full, **changes)


def file_in(folder: Path) -> Path:
    """The file of the reply."""
    path = folder / "reply.json"
    path.write_bytes(encode_reply(reply()))
    return path


def return_made(desk: Desk, return_id: str = "r-1") -> None:
    """Write down in the audit of a desk that the return that the reply is about was made of it."""
    made = ReturnMade(
        id=return_id,
        made_at=desk.at,
        folder="return",
        return_file="return.json",
        digest="",
        code=reply().return_code,
        complete=True,
    )
    commit(desk, open_audit(desk).book, "return", "return made", (edit("returns", made.id, None, made),))


def with_reply(folder: Path) -> Desk:
    """A school that made the return that the reply is about, and opened the reply."""
    desk = started(folder / "school", name="Brolly House")
    return_made(desk)
    replies_in.open_reply(desk, str(file_in(folder)))
    return desk


def replied(desk: Desk, **changes: object) -> Reply:
    """Answer something in the audit of the small pack on a desk, make its return, and open the reply to it."""
    answering.answer(desk, "u1-ticket", "in-hand")
    returns.make(desk)
    made = open_audit(desk).kept.returns[-1]
    said = reply(return_id=made.id, return_code=made.code, **changes)
    path = desk.workspace.root / "that-came.json"
    path.write_bytes(encode_reply(said))
    replies_in.open_reply(desk, str(path))
    path.unlink()
    return said


def with_return(desk: Desk) -> None:
    """Put a setting into a partnership's register, and collect its return."""
    keep(desk, "register-edit", "one more", (edit("register", "G1", None, entry(1)),))
    take_bytes(desk, "return.json", encode(return_by(1)))
