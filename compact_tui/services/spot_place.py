"""The place of the spot checks: what can be done there, and how it stands."""

from compact_tui.core.ask_page import round_line
from compact_tui.core.asking_views import SpotPlace
from compact_tui.core.bank import ROLES
from compact_tui.core.days import say_short
from compact_tui.core.own_answers import lacking
from compact_tui.core.spot import Heard, SpotCheck
from compact_tui.core.text import count
from compact_tui.core.views import PlaceLine
from compact_tui.services.banks import askable
from compact_tui.services.books import open_book, read_setting, records_of
from compact_tui.services.desk import Desk
from compact_tui.services.spot_books import MONTH_BOOK, all_checks, all_heard, keeping_now, month_paths, role_groups

_NONE_YET = "two minutes, nothing to set up"
_MOST_GROUPS = 12


def spot_words(desk: Desk) -> str:
    """How the spot checks stand, for Home; looks into the newest month only."""
    paths = month_paths(desk)
    if not paths:
        return _NONE_YET
    checks = records_of(open_book(desk, paths[-1], MONTH_BOOK), "checks", SpotCheck)
    waiting = sum(not check.ended_at for check in checks)
    if waiting:
        return f"{count(waiting, 'round')} to go on with"
    return f"last {say_short(max(check.on for check in checks))}" if checks else _NONE_YET


def spot_place(desk: Desk) -> SpotPlace:
    """What can be done at the place of the spot checks."""
    checks, heard = all_checks(desk), all_heard(desk)
    waiting = [check for check in checks if not check.ended_at]
    lines = [PlaceLine(id="ask", words="Ask three questions, in the corridor", key="n", state="two minutes")]
    for check in waiting[-1:]:
        line = round_line(check, heard)
        state = f"{line.answered} of {line.questions} answered"
        lines.append(PlaceLine(id="goon", words=f"Go on with {check.group}", key="g", state=state))
    lines += [
        PlaceLine(id="selftest", words="Test yourself", key="s", state="nothing is kept"),
        PlaceLine(id="counts", words="A group together: type in the counts", key="t"),
        PlaceLine(id="paper", words="Answers from paper: type them in", key="p"),
        PlaceLine(id="rounds", words="Rounds so far", key="r", state=str(len(checks))),
        PlaceLine(id="results", words="What is known, and what not yet", key="v"),
        PlaceLine(id="banks", words="Question banks: what can be asked", key="b"),
        PlaceLine(id="keeping", words="What is kept, and for how long", key="k", state=keeping_words(desk)),
    ]
    wanting = _waiting_for_names(desk)
    if wanting:
        lines.append(
            PlaceLine(
                id="people",
                words="Whom to ring, and where things are",
                key="m",
                state=f"{count(wanting, 'question')} about us wait for it",
            )
        )
    groups = groups_known(desk, checks)
    return SpotPlace(
        sentence=f"{count(_answers(heard), 'answer')} heard so far.",
        lines=tuple(lines),
        last_group=checks[-1].group if checks else "",
        groups=groups,
        waiting=waiting[-1].id if waiting else "",
        told=keeping_now(desk) is not None,
    )


def groups_known(desk: Desk, checks: tuple[SpotCheck, ...]) -> tuple[str, ...]:
    """Names of role groups to choose from: those asked last, then those named, then those that the program knows."""
    asked = [check.group for check in reversed(checks)]
    named = [group.name for group in role_groups(desk)]
    return tuple(dict.fromkeys((*asked, *named, *(words for _, words in ROLES))))[:_MOST_GROUPS]


def keeping_words(desk: Desk) -> str:
    """What staff were told, in a few words."""
    told = keeping_now(desk)
    return f"{count(told.months, 'month')}, then only counts" if told else "nobody has been told yet"


def _waiting_for_names(desk: Desk) -> int:
    setting = read_setting(desk)
    return sum(bool(lacking(one.question, setting)) for one in askable(desk))


def _answers(heard: tuple[Heard, ...]) -> int:
    return sum(bool(one.level or one.counts) for one in heard)
