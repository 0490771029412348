"""Returns to analyse, as what is counted of them: seven that can be counted by hand, and a cohort of any size."""

import random
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from compact_tui.core.partnership import RegisterEntry, Theme
from compact_tui.core.read_records import Moderation
from compact_tui.core.return_facts import AnswerFact, GradeFact, ReturnFacts
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership_book import keep
from compact_tui.storage.return_index import ReturnIndex, ReturnRow

DRY, DROPS, SOAKED, OPEN = "bone-dry", "a-few-drops", "soaked", "not-graded"
NOW, BEFORE = "2026-2028", "2024-2026"
THEMES = (
    Theme(id="training", word="Training", terms=("train",)),
    Theme(id="policies", word="Policies", terms=("polic", "code of conduct")),
)
_LEVELS = (DRY, DROPS, SOAKED, OPEN)
_MEANINGS = ("met", "partly-met", "not-met", "not-applicable", "not-known", "unanswered")
_SECTORS = (
    ("education", "primary-school"), ("education", "secondary-school"), ("education", "college"),
    ("early-years", "nursery"), ("early-years", "childminder"), ("other", "charity"),
    ("small-group", "voluntary-group"),
)  # fmt: skip


def facts(name: str, sector: str, kind: str, levels: str = "ddd", ticket: str = "met", **more: object) -> ReturnFacts:
    """A return of the umbrella pack; a letter for each standard: d dry, f a few drops, s soaked, o open."""
    letters = {"d": DRY, "f": DROPS, "s": SOAKED, "o": OPEN}
    made = ReturnFacts(
        return_id=f"r-{name}",
        entry=name,
        name=f"Setting {name}",
        sector=sector,
        kind=kind,
        pack="umbrella-care",
        edition="2026.1",
        variation="gallery",
        cycle=NOW,
        grades=tuple(GradeFact(f"u{at}", letters[letter]) for at, letter in enumerate(levels, 1)),
        answers=(AnswerFact("u1-ticket", "u1", "in-hand", ticket, "must"),),
    )
    return replace(made, **more)


SEVEN = (
    facts("P1", "education", "primary-school", "dfd", "met", actions=("Train all staff in the rota",)),
    facts("P2", "education", "primary-school", "ffd", "not-met", actions=("Training on Tuesday", "Buy a mirror")),
    facts("P3", "education", "primary-school", "sfo", "not-met"),
    facts("P4", "education", "secondary-school", "dsd", "not-applicable"),
    facts("P5", "education", "secondary-school", "fso", "not-known"),
    facts("P6", "early-years", "nursery", "ddd", "met", actions=("Write a new policy",)),
    facts("P7", "early-years", "nursery", "sdd", "not-met"),
)
"""Five of education, of three and two kinds, and two of early years."""
ELSEWHERE = tuple(
    replace(
        facts(name, "small-group", "voluntary-group"),
        pack="small-group",
        grades=(GradeFact("g01", OPEN),),
        answers=(AnswerFact("g01-named-lead", "g01", "x", meaning),),
    )
    for name, meaning in (("G1", "met"), ("G2", "not-met"), ("G3", "met"))
)
"""Three small groups on an audit of their own."""
SEVEN_BEFORE = tuple(
    replace(facts(name, "education", "primary-school", levels), return_id=f"r-{name}-old", cycle=BEFORE)
    for name, levels in (("P1", "sff"), ("P2", "fff"), ("P3", "sff"))
)
MODERATED = {("r-P1", "u1"): DROPS, ("r-P2", "u1"): DROPS, ("r-P3", "u1"): SOAKED}


def cohort(settings: int, seed: int = 7, cycle: str = NOW) -> Iterator[ReturnFacts]:
    """Returns of so many settings, drawn at random; the same for the same seed."""
    draw = random.Random(f"{seed} {cycle}")
    for number in range(settings):
        sector, kind = _SECTORS[number % len(_SECTORS)]
        levels = "".join(draw.choice("ddffso") for _ in range(3))
        answers = tuple(
            AnswerFact(name, standard, "x", draw.choice(_MEANINGS), duty)
            for name, standard, duty in (
                ("u1-ticket", "u1", "must"), ("u1-greeting", "u1", "kind-custom"), ("u2-watch", "u2", "must"),
            )
        )  # fmt: skip
        texts = ("Train the porters", "Buy a mirror", "A policy for parasols and training")
        actions = tuple(draw.sample(texts, draw.randrange(3)))
        made = facts(f"S{number:05}", sector, kind, levels, answers=answers, actions=actions, cycle=cycle)
        yield replace(made, return_id=f"r-{number:05}-{cycle}")


def collected(desk: Desk, returns: Iterable[ReturnFacts], moderated: dict[tuple[str, str], str] | None = None) -> None:
    """Put returns into a partnership's index and their settings into its register, as collecting does."""
    entries: dict[str, RegisterEntry] = {}
    with ReturnIndex(desk.workspace.index_path) as index, index.together():
        for one in returns:
            entries[one.entry] = RegisterEntry(id=one.entry, name=one.name, sector=one.sector, kind=one.kind)
            index.put_return(_row(one), one)
    edits = [edit("register", entry.id, None, entry) for entry in entries.values()]
    for at, ((return_id, standard), level) in enumerate((moderated or {}).items(), 1):
        made = Moderation(id=f"m-{at:04}", return_id=return_id, standard=standard, level=level, reason="=Seen.")
        edits.append(edit("moderations", made.id, None, made))
    keep(desk, "made-for-the-test", "made for the test", tuple(edits))


def _row(one: ReturnFacts) -> ReturnRow:
    return ReturnRow(
        id=one.return_id, sha256=one.return_id, supersedes="", register_id=one.entry, entry=one.entry, how="number",
        name=one.name, sector=one.sector, kind=one.kind, pack=one.pack, edition=one.edition, cycle=one.cycle,
        made_on="2026-12-01", received_on="2026-12-02", current=True,
    )  # fmt: skip
