"""The first pass: the model answers alone, each standard once; what is chosen is provisional and never leaves."""

from msgspec.structs import replace

from compact_tui.core.audit import Audit, Grade, grade_of
from compact_tui.core.audit_views import View
from compact_tui.core.forms import Field, Form
from compact_tui.core.level_views import levels_of
from compact_tui.core.pack import AuditPack, Level, Standard, level_of
from compact_tui.core.progress import PROVISIONAL, grade_words
from compact_tui.core.setting import Setting
from compact_tui.core.setting_forms import SETTING_FORM
from compact_tui.core.text import count

HALF_MINUTES_EACH = 3
"""Half minutes that one standard takes: reading its model answers and choosing one."""
NOT_FOR_SENDING = "Provisional grades are for yourselves: they are never sent, and become grades one by one."
_NEEDED = ("name", "kind")
"""What must be said of a setting before its audit can be chosen: the sector follows from the kind."""


class FirstPassLevel(View, frozen=True, kw_only=True):
    """A model answer to choose, and the key that chooses it."""

    id: str
    key: str
    word: str
    meaning: str
    model_answer: str
    chosen: bool


class FirstPassView(View, frozen=True, kw_only=True):
    """One standard of the first pass, with the way on."""

    title: str
    standard: str
    number: int
    standard_title: str
    introduction: str
    position: str
    """Which page this is, such as ``3 of 12``."""
    levels: tuple[FirstPassLevel, ...]
    """In the order of the pack."""
    chosen: str
    """Id of the level that stands here, provisional or not; empty for none."""
    chosen_words: str
    """The same in words, with ``provisional`` where it is."""
    graded: bool
    """Whether the standard was graded after answering: then the first pass leaves it as it is."""
    standing: str
    """What stands here, as a sentence."""
    previous: str
    """Id of the standard before; empty at the first."""
    next: str
    """Id of the standard after; empty at the last."""
    waiting: str
    """Id of the next standard that waits for a choice, from this one on and round; empty when none does."""
    done: int
    """How many standards have a level by now, provisional or not."""
    total: int
    minutes_left: int
    left_words: str
    """How long the rest takes, in words."""


class FirstPassLine(View, frozen=True, kw_only=True):
    """What a standard came to in the first pass."""

    standard: str
    number: int
    title: str
    level: str
    """A level id; empty where nothing was chosen yet."""
    provisional: bool
    weak: bool
    words: str
    """The level in words, with ``provisional`` where it is; ``not chosen yet`` without one."""


class FirstPassResult(View, frozen=True, kw_only=True):
    """What the first pass came to, weakest first, and where the full audit begins best."""

    title: str
    lines: tuple[FirstPassLine, ...]
    done: int
    total: int
    sentence: str
    begin: str
    """Id of the standard to begin the full audit with; empty where none needs it."""
    begin_sentence: str
    note: str
    """What becomes of provisional grades."""


def minutes_for(standards: int) -> int:
    """Minutes that so many standards take, rounded up."""
    return -(-standards * HALF_MINUTES_EACH // 2)


def left_words(standards: int) -> str:
    """How long so many standards take, in words."""
    return f"about {count(minutes_for(standards), 'minute')} left" if standards else "nothing left to choose"


def first_pass_view(pack: AuditPack, audit: Audit, standard: Standard, title: str) -> FirstPassView:
    """One standard of the first pass, as it is shown."""
    ids = [one.id for one in pack.standard]
    at = ids.index(standard.id)
    open_ones = _open(pack, audit)
    grade = grade_of(audit, standard.id)
    onward = [one for one in ids[at + 1 :] + ids[: at + 1] if one in open_ones]
    return FirstPassView(
        title=title,
        standard=standard.id,
        number=standard.number,
        standard_title=standard.title,
        introduction=standard.introduction.strip(),
        position=f"{at + 1} of {len(ids)}",
        levels=tuple(
            FirstPassLevel(
                id=level.id,
                key=str(number),
                word=level.word,
                meaning=level.meaning,
                model_answer=level.model_answer or level.meaning,
                chosen=level.chosen,
            )
            for number, level in enumerate(levels_of(pack, standard, grade), 1)
        ),
        chosen=grade.level if grade else "",
        chosen_words=grade_words(pack, grade) if grade else "",
        graded=grade is not None and not grade.provisional,
        standing=_standing(pack, grade),
        previous=ids[at - 1] if at else "",
        next=ids[at + 1] if at + 1 < len(ids) else "",
        waiting=onward[0] if onward else "",
        done=len(ids) - len(open_ones),
        total=len(ids),
        minutes_left=minutes_for(len(open_ones)),
        left_words=left_words(len(open_ones)),
    )


def _standing(pack: AuditPack, grade: Grade | None) -> str:
    if grade is None:
        return "Nothing is chosen here yet."
    left = "" if grade.provisional else " It was graded after answering; the first pass leaves that as it is."
    return f"Here now: {grade_words(pack, grade)}.{left}"


def first_open(pack: AuditPack, audit: Audit) -> Standard:
    """The standard to go on with: the first without a level, else the first of all."""
    open_ones = _open(pack, audit)
    return next((one for one in pack.standard if one.id in open_ones), pack.standard[0])


def first_pass_result(pack: AuditPack, audit: Audit, title: str) -> FirstPassResult:
    """What the first pass came to: weakest first, then what was not chosen yet."""
    lines = [_line(pack, audit, standard) for standard in pack.standard]
    ranks = {level.id: level.rank for level in pack.level}
    told = sorted((line for line in lines if line.level), key=lambda line: ranks.get(line.level, 0))
    silent = [line for line in lines if not line.level]
    begin = next((line for line in told if line.provisional), silent[0] if silent else None)
    return FirstPassResult(
        title=title,
        lines=(*told, *silent),
        done=len(told),
        total=len(lines),
        sentence=first_pass_words(pack, audit),
        begin=begin.standard if begin else "",
        begin_sentence=_begin(begin),
        note=NOT_FOR_SENDING,
    )


def _line(pack: AuditPack, audit: Audit, standard: Standard) -> FirstPassLine:
    grade = grade_of(audit, standard.id)
    level: Level | None = level_of(pack, grade.level) if grade else None
    return FirstPassLine(
        standard=standard.id,
        number=standard.number,
        title=standard.title,
        level=grade.level if grade else "",
        provisional=grade is not None and grade.provisional,
        weak=level is not None and level.weak,
        words=grade_words(pack, grade) if grade else "not chosen yet",
    )


def _begin(line: FirstPassLine | None) -> str:
    if line is None:
        return "Every standard is graded; there is nothing left for a first pass."
    why = f"you chose {line.words.removesuffix(f' ({PROVISIONAL})')} there" if line.level else "nothing is chosen there"
    return f"Begin the full audit with {line.number} {line.title}: {why}."


def first_pass_words(pack: AuditPack, audit: Audit) -> str:
    """How far the first pass has come, in a few words."""
    total, waiting = len(pack.standard), len(_open(pack, audit))
    provisional = sum(grade.provisional for grade in audit.grades)
    if waiting == total:
        return f"not begun, about {count(minutes_for(total), 'minute')}"
    parts = [f"{total - waiting} of {total} chosen"]
    if provisional:
        parts.append(f"{provisional} {PROVISIONAL}")
    return ", ".join([*parts, left_words(waiting)] if waiting else parts)


def _open(pack: AuditPack, audit: Audit) -> set[str]:
    """The standards that have no level at all."""
    return {standard.id for standard in pack.standard} - {grade.standard for grade in audit.grades}


def form_to_begin(setting: Setting | None) -> Form:
    """What has to be asked before a first pass can begin: only what nobody has said yet."""
    lacking: list[Field] = []
    if setting is None or not setting.name.strip() or not setting.sector:
        fields = {field.id: field for field in SETTING_FORM.fields}
        lacking = [replace(fields[name], required=True) for name in _NEEDED]
    return Form("first-pass", "Before the first pass", tuple(lacking), of_us=True)
