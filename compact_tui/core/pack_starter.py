"""A small pack to begin with: it can be used as it is, and every text in it is an example to write over."""

from compact_tui.core.pack import (
    AnswerKind,
    AuditPack,
    Citation,
    Criterion,
    Duty,
    EvidenceKind,
    Level,
    ModelAnswer,
    NextStep,
    Rung,
    Signer,
    Source,
    Standard,
)
from compact_tui.core.pack_head import PackChange, PackHead
from compact_tui.core.text import slug

_FIRST, _SECOND = "our-own-work", "people-we-work-with"


def starter_pack(title: str, today: str) -> AuditPack:
    """A pack of two standards with one question each, three levels and no rules.

    Args:
        title: What the tool is called; its id is made of it.
        today: The day it is begun.
    """
    change = PackChange(edition="1", on=today, what="First edition: say here what it is made from.")
    head = PackHead(
        id=slug(title),
        edition="1",
        title=title,
        wording="say here whose text this is",
        owner="Say here who answers for the text",
        change=(change,),
    )
    return AuditPack(
        pack=head,
        level=(
            Level(id="in-place", word="In place", rank=3, meaning="It is there, and people use it."),
            Level(id="on-the-way", word="On the way", rank=2, meaning="Some of it is there."),
            Level(id="to-begin", word="To begin", rank=1, meaning="Most of it is still to do.", weak=True),
        ),
        answer=(
            AnswerKind(id="yes", word="Yes", key="y", counts_as="met", meaning="We could show it today."),
            AnswerKind(id="partly", word="Partly", key="p", counts_as="partly-met", meaning="Begun, or true for some."),
            AnswerKind(id="no", word="No", key="n", counts_as="not-met", meaning="Not there yet."),
            AnswerKind(
                id="does-not-apply",
                word="Does not apply",
                key="d",
                counts_as="not-applicable",
                meaning="It cannot apply to us; we say why.",
                needs_reason=True,
            ),
            AnswerKind(id="finding-out", word="Finding out", key="f", counts_as="not-known", meaning="Somebody asks."),
        ),
        duty=(Duty(id="expected", word="expected", meaning="Our partnership asks for it."),),
        evidence_kind=(
            EvidenceKind(id="document", word="A document", rung="paper-shows"),
            EvidenceKind(id="staff-voice", word="What staff told us", rung="people-know"),
        ),
        rung=(
            Rung(id="paper-shows", word="Paper shows", meaning="Look at the latest page of it."),
            Rung(id="people-know", word="People know", meaning="Ask two colleagues who were not told before."),
        ),
        signer=(
            Signer(id="head", word="Whoever leads the setting", declaration="I have read this, and it is how we work."),
        ),
        source=(
            Source(
                id="our-agreement",
                title="Name the document that your questions rest on",
                edition="its edition",
                publisher="who publishes it",
                checked_on=today,
                status="local page",
            ),
        ),
        standard=(
            _standard(_FIRST, 1, "Our own work (an example)", "Our own work", _OWN, today),
            _standard(_SECOND, 2, "People we work with (an example)", "Working with", _OTHERS, today),
        ),
    )


_OWN = {
    "introduction": "Say in two or three sentences what this standard is about, and why it matters to a child.",
    "impact": "What is different for children because of how we work ourselves?",
    "question": "Is it clear who does what?",
    "text": "Every person here knows who is responsible for keeping children safe.",
    "good": "A new colleague can name that person on the second day, and knows where to find them.",
    "where": "The page that names the person, and the date on it",
    "ask": "Somebody who started this month: whom would you tell?",
    "in-place": "Everybody who was asked could say who is responsible and when they last spoke with them.",
    "on-the-way": "A name is written down and up to date, but some people had to look it up first.",
    "to-begin": "Nobody has been named yet, or the person who was named has left.",
    "step-1": "Name one person and one deputy, and tell everybody within a week.",
    "step-2": "Ask three colleagues at random each term, and mend what they did not know.",
}
_OTHERS = {
    "introduction": "A second standard to write over. Copy its rows in each sheet for every further one.",
    "impact": "What do children notice when organisations around them talk to each other?",
    "question": "Do we share what we know in time?",
    "text": "When we are worried about a child, the right organisation hears of it the same day.",
    "good": "The log shows the hour of the worry and the hour of the call, and there are minutes between them.",
    "where": "The last five entries of the log of calls",
    "ask": "Two people who made such a call: what helped, and what held you up?",
    "in-place": "Calls are made within the hour, written down, and followed up until an answer comes.",
    "on-the-way": "Most worries are passed on during the day; the follow-up depends on who is there.",
    "to-begin": "It is not known how long it takes, because times are not written down.",
    "step-1": "Begin a log with two columns: when we knew, and when we told somebody.",
    "step-2": "Read the log together every half term and ring those who never answered.",
}


def _standard(name: str, number: int, title: str, short: str, said: dict[str, str], today: str) -> Standard:
    citation = Citation(source="our-agreement", place="page or heading", confidence="I", checked_on=today)
    criterion = Criterion(
        id=f"{name}-first-question",
        question=said["question"],
        text=said["text"],
        duty="expected",
        good=said["good"],
        where=(said["where"],),
        ask=(said["ask"],),
        evidence_kinds=("document", "staff-voice"),
        source=(citation,),
    )
    return Standard(
        id=name,
        number=number,
        title=title,
        short=short,
        introduction=said["introduction"],
        impact_prompt=said["impact"],
        criterion=(criterion,),
        model_answer=tuple(
            ModelAnswer(level=level, text=said[level]) for level in ("in-place", "on-the-way", "to-begin")
        ),
        next_step=(
            NextStep(from_="to-begin", to="on-the-way", steps=(said["step-1"],)),
            NextStep(from_="on-the-way", to="in-place", steps=(said["step-2"],)),
        ),
    )
