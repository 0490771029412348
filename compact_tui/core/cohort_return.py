"""The return of a made-up setting: answers of its quality, grades near what they suggest, signed like a real one."""

from datetime import date, timedelta

from msgspec.structs import replace

from compact_tui.core.audit import Action, Audit, AuditHead, CriterionAnswer, Evidence, Grade, Summary
from compact_tui.core.cohort import CohortSetting, Draw
from compact_tui.core.cohort_spot import cohort_standing
from compact_tui.core.pack import NO_SUGGESTION, UNANSWERED, AuditPack, Level, Standard
from compact_tui.core.return_build import build_return
from compact_tui.core.return_parts import ReturnSignOff
from compact_tui.core.returns import Return, content_code, first_line, with_digest
from compact_tui.core.setting import Setting
from compact_tui.core.suggest import suggest
from compact_tui.core.text import listed

MADE_BY = "compact_tui demonstration"
_COUNTS = ("met", "partly-met", "not-met", "not-known", "not-applicable")
_SHARES = (0, 0.78, 0.84, 0.91)
"""Where, in what is left of the best answer, each next one ends: most of it is partly met."""
_COPIES = 0.04
"""Settings that write what many write, word for word."""
_REASONS = ("We have none of this here.", "This does not apply to a place like ours.")
_NOTES = ("Checked this term.", "Seen in the minutes.", "Asked three of our staff.", "In the folder by the office.", "")
_BETTER = (
    "They come to us sooner",
    "Fewer worries are missed",
    "They know whom to ask",
    "Nobody has to wait to be heard",
)
_HOW = (
    "since we went through it with all staff",
    "since the rota names who is there",
    "as our own check in May showed",
)
_DOES = (
    "Go through it with all staff",
    "Write it down and hang it up",
    "Train two more people",
    "Look again at the file",
)


def cohort_return(
    one: CohortSetting,
    pack: AuditPack,
    seed: int,
    *,
    variation: str,
    cycle: str,
    made_on: str,
    areas: tuple[str, ...],
    again: bool = False,
) -> Return:
    """The return of a made-up setting, with its digest.

    Args:
        one: The setting.
        pack: The pack, as the variation sees it.
        seed: Which cohort.
        variation: Id of the variation.
        cycle: The round.
        made_on: The day it is made.
        areas: The areas it goes to.
        again: The one it sends after the first, in its place, with a little put right.
    """
    draw = Draw(seed, one.number, cycle)
    audit = _audit(one, pack, draw, variation, cycle, made_on, again=again)
    setting = Setting(
        id=setting_id(one, seed),
        name=_other_name(one) if one.fate == "renamed" else one.entry.name,
        sector=one.entry.sector,
        kind=one.entry.kind,
        register_id="" if one.fate == "renamed" else one.entry.id,
        areas=areas,
        contact_name=one.entry.contact_name,
        contact_role="Designated lead",
        contact_email=one.entry.contact_email,
    )
    ids = tuple(f"r-{seed}-{one.number:05}-{made}" for made in (f"{cycle}-1", f"{cycle}-2"))
    draft = build_return(setting, pack, audit, return_id=ids[again], made_on=made_on, made_by=MADE_BY, today=made_on)
    return with_digest(_signed(replace(draft, supersedes=ids[0] if again else ""), one, made_on))


def setting_id(one: CohortSetting, seed: int) -> str:
    """The id that a made-up setting's own program gave it."""
    return f"set-{seed}-{one.number:05}"


def _other_name(one: CohortSetting) -> str:
    return f"The {one.entry.name.rpartition(' ')[0]}"


def _signed(draft: Return, one: CohortSetting, made_on: str) -> Return:
    if one.fate == "unsigned":
        return draft
    code = content_code(draft)
    roles = [(role.id, role.word) for role in draft.pack.signers] or [("", "Head")]
    signs = tuple(
        ReturnSignOff(id=f"s-{at}", signer=signer, role=word, name=one.entry.contact_name, on=made_on, code=code)
        for at, (signer, word) in enumerate(roles, 1)
    )
    kept = tuple(line for line in draft.warnings if line != first_line(draft))
    return replace(draft, sign_offs=signs, complete=True, warnings=kept)


def _audit(
    one: CohortSetting, pack: AuditPack, draw: Draw, variation: str, cycle: str, made_on: str, *, again: bool
) -> Audit:
    said = {"by": "Designated lead", "at": f"{made_on}T09:30:00Z"}
    answers, grades, summaries, evidence, actions = [], [], [], [], []
    for standard in pack.standard:
        given = _answers(one, pack, standard, draw, again=again)
        for item, (answer, reason) in given.items():
            note = draw.one(_NOTES, "note", item)
            answers.append(CriterionAnswer(criterion=item, answer=answer, note=note, reason=reason, **said))
        seen = _evidence(pack, standard, draw, made_on)
        evidence += seen
        weak = [item for item, (answer, _) in given.items() if _counts_as(pack, answer) in {"partly-met", "not-met"}]
        actions += _actions(standard, weak, draw, made_on)
        people = pack.pack.people[0] if pack.pack.people else "children"
        summaries.append(Summary(standard=standard.id, text=_summary(one, people, standard, draw), **said))
        shown = len({piece.kind for piece in seen}) > 1
        suggested = suggest(pack, standard, {item: answer for item, (answer, _) in given.items()}, shown).level
        grades += _grade(pack, standard, suggested, draw, said)
    left = len(grades) * 2 // 3 if one.fate == "unsigned" else len(grades)
    return Audit(
        head=AuditHead(
            id=f"a-{one.number:05}-{cycle}",
            pack=pack.pack.id,
            edition=pack.pack.edition,
            variation=variation,
            wording=pack.pack.wording,
            cycle=cycle,
            started_on=_day(made_on, -60),
        ),
        answers=tuple(answers),
        grades=tuple(grades[:left]),
        summaries=tuple(summaries),
        evidence=tuple(evidence),
        actions=tuple(actions),
        standing=tuple(cohort_standing(one, pack.standard, draw, made_on)),
    )


def _summary(one: CohortSetting, people: str, standard: Standard, draw: Draw) -> str:
    told = f"For {people}: {draw.one(_BETTER, 'better', standard.id).lower()}, {draw.one(_HOW, 'how', standard.id)}."
    if draw.part("copies") < _COPIES:
        return told
    asked = draw.number(6, 24, "asked", standard.id)
    said = draw.number(asked // 2, asked, "said", standard.id)
    return f"{told} At {one.entry.name} we asked {asked}; {said} said so."


def _answers(
    one: CohortSetting, pack: AuditPack, standard: Standard, draw: Draw, *, again: bool
) -> dict[str, tuple[str, str]]:
    """Answer and reason by criterion; a standard that is hard for this setting is hard throughout."""
    best = min(0.99, one.quality + 0.22 - 0.3 * draw.part("hard", standard.id) + (0.1 if again else 0))
    given = {}
    for criterion in standard.criterion:
        at = draw.part("answer", criterion.id)
        rest = 1 - best
        limits = [best + rest * share for share in _SHARES]
        counts = next((word for word, limit in zip(_COUNTS, limits, strict=False) if at < limit), _COUNTS[-1])
        kinds = [kind for kind in pack.answer if kind.counts_as == counts] or list(pack.answer[:1])
        kind = draw.one(kinds, "kind", criterion.id)
        given[criterion.id] = (kind.id, draw.one(_REASONS, "why", criterion.id) if kind.needs_reason else "")
    return given


def _counts_as(pack: AuditPack, answer: str) -> str:
    return next((kind.counts_as for kind in pack.answer if kind.id == answer), UNANSWERED)


def _evidence(pack: AuditPack, standard: Standard, draw: Draw, made_on: str) -> list[Evidence]:
    kinds = pack.evidence_kind
    found = []
    for at in range(draw.number(1, 4, "evidence", standard.id)):
        kind = draw.one(kinds, "evidence", standard.id, at) if kinds else None
        title = f"{kind.word if kind else 'Paper'}: {standard.title.lower()}"
        found.append(
            Evidence(
                id=f"e-{standard.id}-{at}",
                title=title,
                kind=kind.id if kind else "",
                where="Safeguarding folder",
                held_by="Designated lead",
                seen_on=_day(made_on, -draw.number(5, 200, "seen", standard.id, at)),
                supports=(standard.id,),
                by="Designated lead",
                at=f"{made_on}T09:30:00Z",
            )
        )
    return found


def _actions(standard: Standard, weak: list[str], draw: Draw, made_on: str) -> list[Action]:
    return [
        Action(
            id=f"t-{item}",
            what=f"{draw.one(_DOES, 'does', item)}: {standard.title.lower()}",
            who=draw.one(("Head", "Designated lead", "Deputy lead", "Office"), "who", item),
            due=_day(made_on, draw.number(20, 150, "due", item)),
            supports=(item,),
            by="Designated lead",
            at=f"{made_on}T09:30:00Z",
        )
        for item in weak
        if draw.part("action", item) < 0.85
    ]


def _grade(pack: AuditPack, standard: Standard, suggested: str, draw: Draw, said: dict[str, str]) -> list[Grade]:
    """What was suggested; now and then the level above or below, with a reason."""
    scale = sorted(pack.level, key=lambda level: -level.rank)
    if not scale:
        return []
    at = next((place for place, level in enumerate(scale) if level.id == suggested), len(scale) // 2)
    moved = at + draw.weighed((0, -1, 1), (82, 13, 5), "grade", standard.id)
    level: Level = scale[min(max(moved, 0), len(scale) - 1)]
    reason = "" if level.id == suggested else f"We looked at it with {listed(('the deputy lead', 'a governor'))}."
    told = suggested if suggested != NO_SUGGESTION else ""
    return [Grade(standard=standard.id, level=level.id, suggested=told, reason=reason, by=said["by"], at=said["at"])]


def _day(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
