"""A second reader: their own page of a case, blind, and once they are done the two side by side."""

from compact_tui.core.agency_audit import (
    AgencyAudit,
    Case,
    SecondReading,
    answer_id,
    answers_by_id,
    looked_at,
    position_words,
    second_of,
)
from compact_tui.core.agency_show import ACT_NOW, WORDS, case_lines, placed
from compact_tui.core.agency_views import CaseLine, CasePage, CaseQuestion, Difference, SecondView
from compact_tui.core.agreement import Agreement, agreement
from compact_tui.core.text import count

NONE_YET = "Nobody has read a second time. A second reader shows whether the questions mean the same to two people."
FINISHED = "The second reading is finished. What you agree on counts."


def second_view(audit: AgencyAudit) -> SecondView:
    """How far the second reading is; only once it is finished, how far two readers agree and where not."""
    reading = second_of(audit)
    if reading is None:
        return SecondView(
            audit=audit.head.id,
            reading=None,
            cases=(),
            sentence=NONE_YET,
            next_case="",
            finished=False,
            agreement=None,
            differences=(),
            open_differences=0,
        )
    lines = _lines(audit, reading)
    differences = differences_of(audit)
    still = sum(not one.agreed for one in differences)
    return SecondView(
        audit=audit.head.id,
        reading=reading,
        cases=lines,
        sentence=_sentence(audit, lines, reading, still),
        next_case=next((line.ref for line in lines if not line.done), lines[0].ref if lines else ""),
        finished=bool(reading.finished_on),
        agreement=agreement_of(audit),
        differences=differences,
        open_differences=still,
    )


def agreement_of(audit: AgencyAudit) -> Agreement | None:
    """How far two readers agree; ``None`` until the second one is finished."""
    reading = second_of(audit)
    if reading is None or not reading.finished_on:
        return None
    first, second = answers_by_id(audit), {one.id: one.answer for one in audit.second_reads}
    keys = [answer_id(ref, asked.id) for ref in reading.cases for asked in audit.questions]
    return agreement([(first[key].answer if key in first else "", second.get(key, "")) for key in keys])


def differences_of(audit: AgencyAudit) -> tuple[Difference, ...]:
    """Where two readers differ, in the order of cases and questions; none until the second one is finished."""
    reading = second_of(audit)
    if reading is None or not reading.finished_on:
        return ()
    first, second = answers_by_id(audit), {one.id: one.answer for one in audit.second_reads}
    decided = {one.id: one for one in audit.decisions}
    cases = {case.id: case for case in audit.cases}
    found = []
    for ref in reading.cases:
        for asked in audit.questions:
            key = answer_id(ref, asked.id)
            one, other = first[key].answer if key in first else "", second.get(key, "")
            if not one or not other or one == other:
                continue
            agreed = decided.get(key)
            found.append(
                Difference(
                    case=ref,
                    position=position_words(cases[ref]),
                    question=asked.id,
                    text=asked.text,
                    first=one,
                    first_words=WORDS[one],
                    second=other,
                    second_words=WORDS[other],
                    agreed=agreed.answer if agreed else "",
                    agreed_words=WORDS[agreed.answer] if agreed else "",
                    note=agreed.note if agreed else "",
                )
            )
    return tuple(found)


def second_page(audit: AgencyAudit, reading: SecondReading, case: Case) -> CasePage:
    """One case as the second reader fills it in; nothing in it comes from the first one."""
    said = {one.id: one.answer for one in audit.second_reads}
    marked = [one for one in audit.second_reads if one.unsafe and one.case == case.id]
    questions = tuple(
        CaseQuestion(
            number=number,
            id=asked.id,
            text=asked.text,
            help=asked.help,
            look=asked.look,
            yes=asked.yes,
            partly=asked.partly,
            no=asked.no,
            why=asked.why,
            answer=said.get(answer_id(case.id, asked.id), ""),
            answer_words=WORDS.get(said.get(answer_id(case.id, asked.id), ""), ""),
            note="",
            unsafe=any(one.question == asked.id for one in marked),
        )
        for number, asked in enumerate(audit.questions, 1)
    )
    why = FINISHED if reading.finished_on else ""
    return CasePage(
        audit=audit.head.id,
        title=audit.head.title,
        ref=case.id,
        position=position_words(case),
        questions=questions,
        strength="",
        learning="",
        action="",
        who="",
        due="",
        done=all(one.answer for one in questions),
        unsafe=bool(marked),
        act_now=ACT_NOW if any(not one.told_on for one in marked) else "",
        told_on=max((one.told_on for one in marked), default=""),
        blind=True,
        fixed=bool(why),
        **placed(audit.head, reading.cases, case.id, questions, why),
    )


def _lines(audit: AgencyAudit, reading: SecondReading) -> tuple[CaseLine, ...]:
    said = {one.id for one in audit.second_reads if one.answer}
    lines = []
    for known in case_lines(audit):
        if known.ref not in reading.cases:
            continue
        answered = sum(answer_id(known.ref, asked.id) in said for asked in audit.questions)
        whole = answered == known.questions
        marked = [one for one in audit.second_reads if one.unsafe and one.case == known.ref]
        lines.append(
            CaseLine(
                ref=known.ref,
                position=known.position,
                answered=answered,
                questions=known.questions,
                state="done" if whole else f"{answered} of {known.questions}" if answered else "not begun",
                done=whole,
                unsafe=bool(marked),
                told=bool(marked) and all(one.told_on for one in marked),
                second=True,
            )
        )
    return tuple(lines)


def _sentence(audit: AgencyAudit, lines: tuple[CaseLine, ...], reading: SecondReading, still: int) -> str:
    if reading.finished_on:
        return f"{count(still, 'difference')} to agree on." if still else "Nothing is left to agree on."
    done = sum(line.done for line in lines)
    return (
        f"{done} of {looked_at(audit.head, len(lines))} read a second time. "
        "What the first reader said is hidden until the second one is finished."
    )
