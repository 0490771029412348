"""What a person sees of single-agency audits: the register, one audit, one case, two readings, what was found."""

from msgspec import Struct

from compact_tui.core.agency_audit import AgencyAction, AgencyHead, AgencySummary, Attached, Sample, SecondReading
from compact_tui.core.agreement import Agreement


class TemplateLine(Struct, frozen=True, kw_only=True):
    """One template in the list to choose from."""

    id: str
    title: str
    kind: str
    kind_words: str
    edition: str
    about: str
    questions: int
    one: str
    many: str
    standards: tuple[str, ...]
    """Ids of the standards that its questions belong to, to begin with."""


class AgencyLine(Struct, frozen=True, kw_only=True):
    """One audit in the register."""

    id: str
    title: str
    kind_words: str
    team: str
    status: str
    """``planned`` · ``started`` · ``closed`` · ``dropped``."""
    status_words: str
    when: str
    """The day that counts, in words: planned for, started, closed."""
    standards: tuple[str, ...]
    standard_words: str
    """Their numbers as the pack shows them, or their ids where no pack is open."""
    state: str
    """How far it is, in a few words: ``5 of 12 files done``, ``not sent yet``."""
    waiting: bool
    """Whether something is to be done now: a day has passed, or it is closed and not sent."""


class Register(Struct, frozen=True, kw_only=True):
    """All single-agency audits, done and planned: what is open first, then the newest."""

    sentence: str
    audits: tuple[AgencyLine, ...]
    templates: tuple[TemplateLine, ...]


class Doubled(Struct, frozen=True):
    """An audit that is much like one that is begun or planned now."""

    id: str
    sentence: str


class CaseLine(Struct, frozen=True, kw_only=True):
    """One case in the list of an audit."""

    ref: str
    position: str
    answered: int
    questions: int
    state: str
    """``not begun`` · ``7 of 12`` · ``done``, in words."""
    done: bool
    unsafe: bool
    told: bool
    """Whether the reader said that the lead was told of the unsafe child."""
    second: bool
    """Whether the second reader reads it too."""


class AgencyOverview(Struct, frozen=True, kw_only=True):
    """One audit, whole and at a glance."""

    head: AgencyHead
    kind_words: str
    status_words: str
    when: str
    standard_words: str
    questions: tuple[tuple[str, str], ...]
    """Id and text of every question."""
    sample: Sample | None
    sample_sentences: tuple[str, ...]
    """How the cases were chosen, why that can be defended, and its limits; says what is missing before."""
    cases: tuple[CaseLine, ...]
    done: int
    case_sentence: str
    next_case: str
    """Reference of the case to go on with; empty where all are done."""
    second: SecondReading | None
    second_sentence: str
    summary_sentence: str
    actions: tuple[AgencyAction, ...]
    attached: tuple[Attached, ...]
    next_step: str
    """What comes next, as a sentence."""
    to_do: tuple[str, ...]
    """What is still missing before it can be closed; each a sentence."""
    doubled: tuple[Doubled, ...]
    act_now: str
    """What to do because a case shows a child who may be unsafe; empty while none does."""
    sent_sentence: str


class CaseQuestion(Struct, frozen=True, kw_only=True):
    """One question of one case, with what was said to it by the reader whose page this is."""

    number: int
    id: str
    text: str
    help: str
    look: str
    yes: str
    partly: str
    no: str
    why: str
    answer: str
    """An id of ``core.agency_audit.ANSWERS``; empty while open."""
    answer_words: str
    note: str
    unsafe: bool


class CasePage(Struct, frozen=True, kw_only=True):
    """One case as its reader fills it in. For the second reader it holds nothing of the first one's."""

    audit: str
    title: str
    ref: str
    position: str
    place: str
    """``case 3 of 12``: where it stands among the cases of this reader."""
    questions: tuple[CaseQuestion, ...]
    answered: int
    first_open: str
    """Id of the first open question; empty where all are answered."""
    strength: str
    learning: str
    action: str
    who: str
    due: str
    done: bool
    unsafe: bool
    act_now: str
    """What to do now because this case shows a child who may be unsafe; empty while it does not."""
    told_on: str
    sentence: str
    """How far this case is, and whether it can still be changed."""
    previous: str
    """Reference of the case before; empty for the first."""
    next: str
    """Reference of the case after; empty for the last."""
    blind: bool
    """Whether this is the second reader's page."""
    fixed: bool
    """Whether nothing in it can be changed any more."""


class Difference(Struct, frozen=True, kw_only=True):
    """A question of a case to which two readers gave different answers."""

    case: str
    position: str
    question: str
    text: str
    first: str
    first_words: str
    second: str
    second_words: str
    agreed: str
    """What they agreed on, an id of ``ANSWERS``; empty while it is open."""
    agreed_words: str
    note: str


class SecondView(Struct, frozen=True, kw_only=True):
    """The second reading: which cases, how far, and once it is finished how far two readers agree."""

    audit: str
    reading: SecondReading | None
    cases: tuple[CaseLine, ...]
    """As the second reader has them; nothing of the first one's is in it."""
    sentence: str
    next_case: str
    finished: bool
    agreement: Agreement | None
    """``None`` until it is finished."""
    differences: tuple[Difference, ...]
    """Empty until it is finished."""
    open_differences: int


class Tally(Struct, frozen=True, kw_only=True):
    """How often each answer was given to one question, or within one topic."""

    id: str
    words: str
    yes: int
    partly: int
    no: int
    not_applicable: int
    unanswered: int
    sentence: str
    """The counts as a sentence: ``yes in 8 of 11, partly in 2, no in 1; not applicable in 1``."""
    beyond: str
    """What it says about those not looked at; empty where it says nothing."""


class FromCase(Struct, frozen=True, kw_only=True):
    """What was written beside one case, as help for the summary. It never leaves."""

    ref: str
    strength: str
    learning: str
    action: str
    who: str
    due: str


class SummaryView(Struct, frozen=True, kw_only=True):
    """What was found: counts, what was written beside the cases, and the words that will leave."""

    audit: str
    title: str
    summary: AgencySummary
    tallies: tuple[Tally, ...]
    """Per question, in their order."""
    topics: tuple[Tally, ...]
    """Per topic, those with the most "no" first."""
    limits: str
    """What these counts cannot say."""
    from_cases: tuple[FromCase, ...]
    actions: tuple[AgencyAction, ...]
    warning: str
    """What in the words that leave could identify a child; empty where nothing was seen."""
    sentence: str


class Touching(Struct, frozen=True, kw_only=True):
    """One audit as the standing of standards needs it: what files show."""

    id: str
    title: str
    status: str
    on: str
    """The day it was closed; the day it was started while it is open."""
    standards: tuple[str, ...]
    topics: tuple[str, ...]
    tallies: tuple[Tally, ...]
    """Per topic."""
    cases: int
    """How many cases have answers."""
