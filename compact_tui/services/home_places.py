"""The places that can be opened from Home, each with how it stands there."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from compact_tui.core.act_now import act_now_card
from compact_tui.core.came_words import CAME
from compact_tui.core.first_pass import first_pass_words
from compact_tui.core.last_time import last_time_view
from compact_tui.core.part_views import COLLEAGUES, parts_words
from compact_tui.core.rail import rail_of
from compact_tui.core.returns import return_state
from compact_tui.core.setting import Setting, kind_word
from compact_tui.core.signing import signing_words
from compact_tui.core.small_group import SMALL_GROUP, for_ourselves
from compact_tui.core.text import count
from compact_tui.core.together import together_words
from compact_tui.core.views import NextStepView, PlaceLine
from compact_tui.services.books import OpenAudit
from compact_tui.services.desk import Desk
from compact_tui.services.home_words import actions_words, return_words, whole_words

if TYPE_CHECKING:
    from compact_tui.core.reply_standing import ReplyStanding

SPOT = "Ask a few questions, in the corridor"
TOGETHER = "Together: answers counted at a meeting of everybody"
BOARD_WORDS = "Notice boards: walk round them"
AGENCY_WORDS = "Single-agency audits: what our files show"
STANDING = "Standing: what we say, beside what is known, shown and seen"
CARRIED = "The last round: go on from it, and compare"
FIRST_PASS = "First pass: model answers only"
REPLY_WORDS = "The partnership's reply to your return"
PARTNERSHIP_WORDS = "The partnership's side: collect returns"


def places(
    desk: Desk,
    setting: Setting | None,
    opened: OpenAudit | None,
    audits: int,
    next_step: NextStepView,
    *,
    quick: bool = False,
    replied: "ReplyStanding | None" = None,
) -> tuple[PlaceLine, ...]:
    """Where a person can go from Home, in the order of use; what is next stands first.

    Args:
        desk: Where, when and who.
        setting: Who we are, if that was said.
        opened: The audit that is shown, if one is.
        audits: How many audits there are.
        next_step: What is next.
        quick: Leave unsaid how those places stand that take long to ask (``home_states``): for the first paint.
        replied: How the partnership's reply stands, if one came.
    """
    lines = [PlaceLine(id="next", words=next_step.sentence, key="n")]
    if audits > 1:
        lines.append(PlaceLine(id="choose", words="Choose an audit", key="c", state=count(audits, "audit")))
    spot = PlaceLine(id="spot", words=SPOT, key="i")
    if opened is not None:
        audit, *others = _of_audit(desk, opened, _reply_line(replied, desk.today))
        lines += [audit, spot, *others]
    elif not audits and first_pass_fits(setting):
        lines.append(PlaceLine(id="firstpass", words=FIRST_PASS, key="f", state="about 20 minutes"))
    if opened is None:
        lines.append(spot)
    lines.append(PlaceLine(id="boards", words=BOARD_WORDS, key="h"))
    if not _small(setting, opened):
        lines.append(PlaceLine(id="agency", words=AGENCY_WORDS, key="u"))
    if opened is not None:
        lines.append(PlaceLine(id="standing", words=STANDING, key="d"))
    lent = parts_words(opened.kept.parts, desk.today) if opened else ""
    lines.append(PlaceLine(id="colleagues", words=COLLEAGUES, key="x", state=lent, rare=True))
    lines.append(PlaceLine(id="came", words=CAME, key="z", rare=True))
    if desk.workspace.partnership_path.exists():
        lines.append(PlaceLine(id="partnership", words=PARTNERSHIP_WORDS, key="j"))
    kind = kind_word(setting.kind) if setting else ""
    lines.append(PlaceLine(id="setup", words="About your setting", key="s", state=kind))
    said = act_now_card(setting, desk.today)
    lines.append(PlaceLine(id="people", words="Whom to ring, and where things are", key="m", state=said.state))
    lines.append(PlaceLine(id="backups", words="Backups: go back to an earlier day", key="b", rare=True))
    lines.sort(key=lambda line: line.rare)
    return tuple(lines) if quick else _with_slow_states(lines, desk, opened)


def _small(setting: Setting | None, opened: OpenAudit | None) -> bool:
    """Whether it is a small group with its own tool, which audits no files and is asked for no audit of any."""
    return for_ourselves(opened.pack) if opened else not first_pass_fits(setting)


def _with_slow_states(lines: list[PlaceLine], desk: Desk, opened: OpenAudit | None) -> tuple[PlaceLine, ...]:
    from compact_tui.services.home_states import slow_states  # loads half of the program

    states = slow_states(desk, opened)
    return tuple(replace(line, state=states.get(line.id, line.state)) for line in lines)


def _reply_line(replied: "ReplyStanding | None", today: str) -> tuple[PlaceLine, ...]:
    return (PlaceLine(id="reply", words=REPLY_WORDS, key="", state=replied.words(today)),) if replied else ()


def _of_audit(desk: Desk, opened: OpenAudit, reply: tuple[PlaceLine, ...]) -> Iterator[PlaceLine]:
    if for_ourselves(opened.pack):
        yield from _of_small_group(desk, opened, reply)
        return
    audit = opened.audit
    rail = rail_of(opened.pack, audit)
    yield PlaceLine(id="audit", words="The audit, standard by standard", key="a", state=rail.sentence)
    yield PlaceLine(id="review", words="Review: what a reader would ask", key="v")
    sentence = return_state(audit, desk.today).sentence
    yield PlaceLine(id="return", words=whole_words(opened), key="r", state=sentence)
    yield from reply
    yield PlaceLine(id="signing", words="Sign-off", key="g", state=signing_words(opened.pack, audit.sign_offs))
    yield PlaceLine(id="evidence", words="Evidence", key="e", state=str(len(audit.evidence)))
    yield PlaceLine(id="actions", words="Actions", key="t", state=actions_words(audit, desk.today))
    yield PlaceLine(id="together", words=TOGETHER, key="o", state=together_words(opened.pack, audit), rare=True)
    yield PlaceLine(id="carried", words=CARRIED, key="y", state=rail.to_confirm, rare=True)
    if opened.pack.level:
        yield PlaceLine(
            id="firstpass", words=FIRST_PASS, key="f", state=first_pass_words(opened.pack, audit), rare=True
        )
        typed = last_time_view(opened.pack, audit).sentence
        yield PlaceLine(id="lasttime", words="Last time's grades", key="l", state=typed, rare=True)
    yield PlaceLine(id="calendar", words="What is due when", key="k", rare=True)
    yield PlaceLine(id="pages", words="Pages to print", key="p", rare=True)
    yield PlaceLine(id="find", words="Find a word, or jump to a number", key="/", rare=True)


def _of_small_group(desk: Desk, opened: OpenAudit, reply: tuple[PlaceLine, ...]) -> Iterator[PlaceLine]:
    """The same for a group that does it for itself: no sign-off is asked for, and sharing stands last."""
    audit = opened.audit
    rail = rail_of(opened.pack, audit)
    yield PlaceLine(id="audit", words="The questions, part by part", key="a", state=rail.sentence)
    yield PlaceLine(id="actions", words="What we will do", key="t", state=actions_words(audit, desk.today))
    yield PlaceLine(id="evidence", words="What we could show", key="e", state=count(len(audit.evidence), "thing"))
    yield PlaceLine(id="pages", words="Pages to print: our plan, and whom to ask for help", key="p")
    yield PlaceLine(id="review", words="A second look: what is still missing", key="v")
    yield PlaceLine(
        id="together",
        words="Together: answers counted at a meeting",
        key="o",
        state=together_words(opened.pack, audit),
        rare=True,
    )
    yield PlaceLine(id="carried", words=CARRIED, key="y", state=rail.to_confirm, rare=True)
    yield PlaceLine(id="calendar", words="What is due when", key="k", rare=True)
    yield PlaceLine(id="return", words=whole_words(opened), key="r", state=return_words(opened, desk.today))
    yield from reply
    yield PlaceLine(id="find", words="Find a word, or jump to a number", key="/", rare=True)


def first_pass_fits(setting: Setting | None) -> bool:
    """Whether there will be grades to choose among: a small group's own tool has none."""
    return setting is None or setting.sector != SMALL_GROUP
