"""What a partnership's reply says about one standard, to stand beside it."""

from collections.abc import Iterable, Iterator

from compact_tui.core.audit import Audit, grade_of
from compact_tui.core.audit_views import PartnershipSays
from compact_tui.core.pack import NOT_GRADED, AuditPack, level_of
from compact_tui.core.reply import COMMENT, QUESTION, RECOMMENDATION, AnswerLine, Reply, ReplyGrade, ReplyRemark
from compact_tui.core.reply_lines import lines_in
from compact_tui.core.text import visible_line

GRADE, DOUBT = "grade", "doubt"
_VERBS = {QUESTION: "It asks", RECOMMENDATION: "It recommends", COMMENT: "It notes"}


def newest_reply(replies: Iterable[Reply]) -> Reply | None:
    """The reply that was made last; of those of one instant the one with the higher id."""
    return max(replies, key=lambda one: (one.made_on, one.made_at, one.id), default=None)


def reply_for(audit: Audit, replies: Iterable[Reply]) -> Reply | None:
    """The newest reply to a return that was made of this audit; ``None`` where there is none."""
    made = {one.id for one in audit.returns}
    return newest_reply(one for one in replies if one.return_id in made)


def other_code(audit: Audit, reply: Reply) -> bool:
    """Whether the return that they read has another code than the one that was made here."""
    return any(one.id == reply.return_id and one.code != reply.return_code for one in audit.returns)


def says_about(pack: AuditPack, audit: Audit, reply: Reply | None, standard: str) -> tuple[PartnershipSays, ...]:
    """What a reply to this audit says about a standard, each as a sentence of one line.

    Args:
        pack: Whose words levels have; a level it does not know has the word of the reply.
        audit: With the grade as it is now.
        reply: As ``reply_for`` gave it; ``None`` says nothing.
        standard: Its id.
    """
    if reply is None:
        return ()
    said = tuple(_said(pack, audit, reply, standard))
    if said and other_code(audit, reply):
        doubt = "They read a return with another code than the one that was made here. Ring them."
        return (PartnershipSays(kind=DOUBT, sentence=doubt), *said)
    return said


def first_remark(said: Iterable[PartnershipSays]) -> str:
    """Id of the first question, recommendation or comment among them; empty where there is none."""
    return next((one.remark for one in said if one.remark), "")


def done_words(line: AnswerLine) -> str:
    """What was done about a question or recommendation, in words; empty for nothing."""
    return ", ".join(word for word, said in (("answered", line.text), ("an action", line.action)) if said)


def _done(audit: Audit, reply: Reply, remark: ReplyRemark) -> str:
    line = lines_in(audit, reply.id).get(remark.id)
    return done_words(line) if line else ""


def _said(pack: AuditPack, audit: Audit, reply: Reply, standard: str) -> Iterator[PartnershipSays]:
    for given in reply.grades:
        if given.standard == standard and given.moderated:
            sentence = _grade_sentence(pack, audit, given)
            yield PartnershipSays(kind=GRADE, level=visible_line(given.moderated), sentence=sentence)
    for kind in _VERBS:
        for remark in reply.remarks:
            if remark.standard == standard and remark.kind == kind:
                done = _done(audit, reply, remark)
                sentence = f"{_remark_sentence(remark)}{f' [{done}]' if done else ''}"
                yield PartnershipSays(kind=kind, remark=visible_line(remark.id), done=done, sentence=sentence)


def _grade_sentence(pack: AuditPack, audit: Audit, given: ReplyGrade) -> str:
    word = _word(pack, given.moderated, given.moderated_word)
    why = f" Why: {visible_line(given.reason)}" if given.reason else ""
    if given.moderated == given.own:
        return f"The committee agrees with {word}.{why}"
    if given.own == NOT_GRADED:
        return f"The committee reads this as {word}; your return had no grade.{why}"
    now = grade_of(audit, given.standard)
    since = f" You have graded it {word} since." if now is not None and now.level == given.moderated else ""
    return f"The committee reads this as {word}; your return said {_word(pack, given.own, given.own_word)}.{since}{why}"


def _word(pack: AuditPack, level_id: str, theirs: str) -> str:
    level = level_of(pack, level_id)
    return level.word if level else visible_line(theirs or level_id)


def _remark_sentence(remark: ReplyRemark) -> str:
    from compact_tui.core.read_forms import PRIORITIES  # forms are loaded where something is to be said only

    when = dict(PRIORITIES).get(remark.priority, "").lower()
    return f"{_VERBS[remark.kind]}{f' ({when})' if when else ''}: {visible_line(remark.text)}"
