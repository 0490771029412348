"""Material of learning reports: the seven returns that can be counted by hand, and cohorts of any size."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from compact_tui.core.analysis import Expected, analyse
from compact_tui.core.analysis_before import read_before
from compact_tui.core.analysis_heat import short_sector
from compact_tui.core.analysis_sums import Beside
from compact_tui.core.learning_report import LearningReport, Material, report_page
from compact_tui.core.learning_trace import Sources
from compact_tui.core.pack import AuditPack
from compact_tui.core.partnership import GoodPractice, Learning, LocalContact, PartnershipHead, RegisterEntry
from compact_tui.core.report_text import page_lines
from compact_tui.core.return_facts import ReturnFacts
from compact_tui.core.setting import SECTORS
from tests.analysis_samples import BEFORE, ELSEWHERE, MODERATED, NOW, SEVEN, SEVEN_BEFORE, THEMES
from tests.services.desks import small_pack

HEAD = PartnershipHead(
    id="ps-1",
    name="Rain partnership",
    pack="umbrella-care",
    edition="2026.1",
    cycle=NOW,
    due="2026-12-01",
    return_to=("returns@rain.example",),
)
LOG = (
    Learning(
        id="le-1", finding="Lunch.", cycle=NOW, standard="u2", sector="education", kind="training",
        will_do="A course on mirrors.", who="Trainer", due="2027-03-01",
    ),
    Learning(id="le-2", finding="Found only.", cycle=NOW, sector="education"),
    Learning(
        id="le-3", finding="Wet coats.", cycle=BEFORE, will_do="A leaflet", done_on="2026-10-01", showed="Fewer coats"
    ),
    Learning(id="le-4", finding="Kiosks.", cycle=NOW, sector="other", will_do="Ring every kiosk", due="2026-12-20"),
)  # fmt: skip
PRACTICE = (
    GoodPractice(id="gp-1", text="A second rack by the door.", standard="u1", cycle=NOW),
    GoodPractice(id="gp-2", text="A bell for kiosks.", sector="other", cycle=NOW),
    GoodPractice(id="gp-3", text="Something of last time.", cycle=BEFORE),
)
CONTACTS = (
    LocalContact(id="ct-1", what="lado", name="LADO", value="0845 555 0271", checked_on="2026-11-01"),
    LocalContact(id="ct-2", what="social-care", name="MASH", value="0845 555 0272"),
)


def sources(
    returns: Iterable[ReturnFacts],
    earlier: Iterable[ReturnFacts] = (),
    *,
    threshold: int = 3,
    moderated: dict[tuple[str, str], str] | None = None,
    pack: AuditPack | None = None,
) -> Sources:
    """What a round is counted from; a setting is in the register for each return, and two more of education."""
    asked, now, then = pack or small_pack(), tuple(returns), tuple(earlier)
    kept = {(asked.pack.id, asked.pack.edition): {one.id: one.id for one in asked.standard}} if then else {}
    before = read_before(then, asked, kept)
    beside = Beside(
        moderated=moderated or {},
        before=before.settings,
        then=before.then,
        before_cycle=BEFORE if then else "",
        themes=THEMES,
    )
    entries = [RegisterEntry(id=one.entry, name=one.name, sector=one.sector, kind=one.kind) for one in now]
    entries += [RegisterEntry(id=f"late-{n}", name=f"Late {n}", sector="education") for n in (1, 2)]
    return Sources(asked, now, then, kept, tuple(entries), beside, threshold)


def material(counted: Sources, **more: object) -> Material:
    """What a report of it is made of."""
    sectors = [Expected(one, short_sector(one), sum(e.sector == one for e in counted.expected)) for one, _ in SECTORS]
    analysis = analyse(counted.returns, counted.pack, sectors, threshold=counted.threshold, beside=counted.beside)
    made = Material(
        head=replace(HEAD, threshold=counted.threshold),
        pack=counted.pack,
        analysis=analysis,
        today="2026-12-03",
        log=LOG,
        practice=PRACTICE,
        contacts=CONTACTS,
    )
    return replace(made, **more)


def seven() -> Sources:
    """Five of education and two of early years, three of a small group on another audit; groups of three are shown."""
    return sources((*SEVEN, *ELSEWHERE), SEVEN_BEFORE, moderated=MODERATED)


def text_of(report: LearningReport, width: int = 200) -> str:
    """A report as it is read."""
    return "\n".join(page_lines(report_page(report), width))


def under(report: LearningReport, heading: str) -> Sequence[str]:
    """The lines under a heading, without empty ones and those that draw."""
    lines = text_of(report).split("\n")
    at = lines.index(heading)
    after = lines[at + 2 :]
    ends = [n for n, line in enumerate(after) if line and set(line) in ({"-"}, {"."})]
    return [line for line in after[: ends[0] - 1 if ends else None] if line.strip()]
