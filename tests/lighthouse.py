"""Two invented editions of a pack about keeping a lighthouse: of eleven standards, then twelve."""

from msgspec.structs import replace

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
    Source,
    Standard,
)
from compact_tui.core.pack_head import ItemChange, PackHead

LEVELS = (
    Level(id="bright", word="Bright", rank=3),
    Level(id="dim", word="Dim", rank=2),
    Level(id="dark", word="Dark", rank=1, weak=True),
)
ANSWERS = (
    AnswerKind(id="lit", word="Lit", key="l", counts_as="met"),
    AnswerKind(id="flickering", word="Flickering", key="f", counts_as="partly-met"),
    AnswerKind(id="out", word="Out", key="o", counts_as="not-met"),
    AnswerKind(id="no-lamp", word="No lamp", key="n", counts_as="not-applicable", needs_reason=True),
    AnswerKind(id="ask-keeper", word="Ask the keeper", key="a", counts_as="not-known"),
)
THINGS = ("lamp", "lens", "oil", "stairs", "boat", "logbook", "foghorn", "rope", "kettle", "garden", "gulls")
CITATION = Citation(source="almanac", place="page 3", confidence="C", checked_on="2026-01-10")


def criterion(name: str, question: str, text: str) -> Criterion:
    return Criterion(
        id=name,
        question=question,
        text=text,
        duty="custom",
        good=f"Anybody who climbs up sees at once that {name} is as it should be.",
        where=(f"Where {name} is kept on quiet days",),
        ask=(f"The cook: what do you know of {name}?",),
        evidence_kinds=("entry",),
        source=(CITATION,),
    )


def standard(name: str, number: int, thing: str, *criteria: Criterion) -> Standard:
    return Standard(
        id=name,
        number=number,
        title=f"The {thing}",
        short=thing[:16].capitalize(),
        introduction=f"Ships far out rely upon the {thing}, by night and in fog.",
        impact_prompt=f"What do sailors notice of the {thing} that keeps them from the rocks?",
        criterion=criteria,
        model_answer=tuple(
            ModelAnswer(level=level.id, text=f"The {thing}, when {level.word.lower()}: {said} ({name}).")
            for level, said in zip(LEVELS, ("seen for miles", "seen from the bay", "not to be seen"), strict=True)
        ),
        next_step=(
            NextStep(from_="dark", to="dim", steps=(f"Send somebody to look at the {thing}.",)),
            NextStep(from_="dim", to="bright", steps=(f"Polish the {thing} each morning.",)),
        ),
    )


def _usual(number: int, thing: str) -> Standard:
    name = f"l{number}"
    return standard(
        name,
        number,
        thing,
        criterion(
            f"{name}-clean", f"Is the {thing} clean?", f"The {thing} is cleaned before dusk and looked at again."
        ),
        criterion(
            f"{name}-spare", f"Is a second {thing} there?", f"A second {thing} waits in the store, dry and tried."
        ),
    )


def edition_one() -> AuditPack:
    """Eleven standards of two criteria."""
    return AuditPack(
        pack=PackHead(id="lighthouse", edition="2026.1", title="Keeping a lighthouse", wording="independent"),
        level=LEVELS,
        answer=ANSWERS,
        duty=(Duty(id="custom", word="custom"),),
        evidence_kind=(EvidenceKind(id="entry", word="An entry"), EvidenceKind(id="word", word="A word")),
        source=(Source(id="almanac", title="The almanac", checked_on="2026-01-10", status="non-statutory"),),
        standard=tuple(_usual(number, thing) for number, thing in enumerate(THINGS, 1)),
    )


CHANGES = (
    ItemChange(item="l3-clean", how="meaning-changed", note="It asks now who fills it, and not whether it is clean."),
    ItemChange(item="l4-count", how="meaning-changed", was=("l4-clean",), note="Counted now."),
    ItemChange(item="l5-hull", how="split", was=("l5-clean",)),
    ItemChange(item="l5-oars", how="split", was=("l5-clean",)),
    ItemChange(item="l6-whole", how="merged", was=("l6-clean", "l6-spare"), note="One question is enough."),
    ItemChange(item="l10-spare", how="retired"),
)


def edition_two() -> AuditPack:
    """Twelve standards: the first is the same, and every kind of change is somewhere in the others.

    l2 reworded · l3 another meaning under the same id, declared · l4 another meaning, new id · l5 split · l6 merged ·
    l7-spare moved to l8 · l9 retired as a whole · l10 one retired · l11 same · l12, l13 new.
    """
    one = edition_one()
    of = {s.id: s for s in one.standard}
    kept = {c.id: c for s in one.standard for c in s.criterion}
    reworded = replace(kept["l2-clean"], text="The lens is cleaned before dusk and looked at once more.")
    other = criterion("l3-clean", "Who fills the can?", "One named person fills it and signs the sheet on the wall.")
    count = criterion("l4-count", "Are the steps counted?", "Each step is counted on the first of the month.")
    hull = criterion("l5-hull", "Is the hull sound?", "No water stands in it after a night on the beach.")
    oars = criterion("l5-oars", "Are both oars there?", "Two oars hang on the wall, and neither has a crack.")
    whole = criterion("l6-whole", "Is the logbook whole?", "Every night has a line, with the hour and the wind.")
    new = {
        "l2": replace(of["l2"], criterion=(reworded, kept["l2-spare"])),
        "l3": replace(of["l3"], criterion=(other, kept["l3-spare"])),
        "l4": replace(of["l4"], criterion=(count, kept["l4-spare"])),
        "l5": replace(of["l5"], criterion=(hull, oars, kept["l5-spare"])),
        "l6": replace(of["l6"], criterion=(whole,)),
        "l7": replace(of["l7"], criterion=(kept["l7-clean"],)),
        "l8": replace(of["l8"], criterion=(*of["l8"].criterion, kept["l7-spare"])),
        "l10": replace(of["l10"], criterion=(kept["l10-clean"],)),
        "l12": replace(_usual(12, "radio"), number=12),
        "l13": replace(_usual(13, "flag"), number=13),
    }
    order = ("l1", "l2", "l3", "l4", "l5", "l6", "l7", "l8", "l10", "l11", "l12", "l13")
    head = replace(one.pack, edition="2028.1", item_change=CHANGES)
    return replace(one, pack=head, standard=tuple(new.get(name, of.get(name, of["l1"])) for name in order))
