"""Who has returned and who has not, by sector and by day: the round as the partnership chases it."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from compact_tui.core.chase_views import AwaitedLine, ChaseView, RateLine, SectorLine, SentLine
from compact_tui.core.days import days_until, say_short
from compact_tui.core.partnership import Chase, PartnershipHead, RegisterEntry, RequestMade, expected
from compact_tui.core.setting import SECTORS, sector_word
from compact_tui.core.suppression import percent
from compact_tui.core.text import count

NOT_SAID = "sector not said"
_MAYBE = "a return here could be theirs"


def chase_view(
    head: PartnershipHead,
    register: Sequence[RegisterEntry],
    requests: Sequence[RequestMade],
    chases: Sequence[Chase],
    came: Mapping[str, str],
    today: str,
    maybe_here: Collection[str] = (),
) -> ChaseView:
    """The round as it stands.

    Args:
        head: Who collects, and which round it is.
        register: Every entry, closed ones too.
        requests: Every request that was made, of every round, oldest first.
        chases: Every reminder that was made, of every round, oldest first.
        came: The day on which the first return of this round came in, by the entry's id.
        today: The day by which lateness is judged.
        maybe_here: Entries that a return which is here and belongs to nobody yet could be of.
    """
    open_ones = [entry for entry in register if in_round(entry, came, today)]
    asked = {one.entry: one for one in requests if one.cycle == head.cycle}
    reminded = [one for one in chases if one.cycle == head.cycle]
    awaited = [
        _awaited(e, head, asked.get(e.id), reminded, today, maybe_here=e.id in maybe_here)
        for e in open_ones
        if e.id not in came
    ]
    order = [sector for sector, _ in SECTORS]
    awaited.sort(key=lambda line: (_place(line.sector, order), -line.days_late, line.name.casefold()))
    returned = [came[entry.id] for entry in open_ones if entry.id in came]
    late = sum(line.days_late > 0 for line in awaited)
    log = _log(register, [one for one in requests if one.cycle == head.cycle], reminded)
    return ChaseView(
        cycle=head.cycle,
        due=head.due,
        expected=len(open_ones),
        returned=len(returned),
        late=late,
        percent=percent(len(returned), len(open_ones)),
        unsent=sum(not line.sent_on for line in log),
        sectors=_sectors(open_ones, came, awaited),
        awaited=tuple(awaited),
        rate=_rate(returned, len(open_ones)),
        log=log,
        sentence=_sentence(len(open_ones), len(returned), late, head.due, today),
    )


def in_round(entry: RegisterEntry, came: Collection[str], today: str) -> bool:
    """Whether a setting is counted in a round: a return is expected from it, or came before it closed.

    Args:
        entry: The setting.
        came: Ids of the entries that returned in the round.
        today: The day by which it is judged.
    """
    return entry.id in came or expected(entry, today)


def due_of(entry: RegisterEntry, head: PartnershipHead) -> str:
    """The day on which an entry's return is due: its own where it has one."""
    return entry.due or head.due


def _place(sector: str, order: Sequence[str]) -> int:
    return order.index(sector) if sector in order else len(order)


def _awaited(
    entry: RegisterEntry,
    head: PartnershipHead,
    asked: RequestMade | None,
    chases: Sequence[Chase],
    today: str,
    *,
    maybe_here: bool,
) -> AwaitedLine:
    due = due_of(entry, head)
    days_late = max(0, -days_until(due, today)) if due else 0
    mine = [one for one in chases if one.entry == entry.id]
    short = f"{count(days_late, 'day')} late" if days_late else _before(due)
    said = [short, _MAYBE if maybe_here else "", _asked(asked)]
    said += [f"{count(len(mine), 'reminder')}, the last {say_short(mine[-1].made_on)}"] if mine else []
    return AwaitedLine(
        id=entry.id,
        name=entry.name,
        sector=entry.sector,
        sector_word=sector_word(entry.sector) or NOT_SAID,
        due=due,
        days_late=days_late,
        asked_on=asked.made_on if asked else "",
        asked_sent=asked.sent_on if asked else "",
        reminders=len(mine),
        reminded_on=mine[-1].made_on if mine else "",
        email=entry.contact_email,
        maybe_here=maybe_here,
        short="may be here, of nobody yet" if maybe_here else short,
        words="; ".join(part for part in said if part),
    )


def _before(due: str) -> str:
    return f"due {say_short(due)}" if due else "no day said"


def _asked(asked: RequestMade | None) -> str:
    if asked is None:
        return "not asked yet"
    return "" if asked.sent_on else "request made, not sent yet"


def _sectors(
    open_ones: Sequence[RegisterEntry], came: Mapping[str, str], awaited: Sequence[AwaitedLine]
) -> tuple[SectorLine, ...]:
    lines = []
    known = [sector for sector, _ in SECTORS]
    others = sorted({entry.sector for entry in open_ones} - set(known))
    for sector in (*known, *others):
        of = [entry for entry in open_ones if entry.sector == sector]
        if not of:
            continue
        back = sum(entry.id in came for entry in of)
        lines.append(
            SectorLine(
                sector=sector,
                word=sector_word(sector) or NOT_SAID,
                expected=len(of),
                returned=back,
                awaited=len(of) - back,
                late=sum(line.sector == sector and line.days_late > 0 for line in awaited),
                percent=percent(back, len(of)),
            )
        )
    return tuple(lines)


def _rate(returned: Sequence[str], whole: int) -> tuple[RateLine, ...]:
    lines, so_far = [], 0
    for day, came in sorted(Counter(returned).items()):
        so_far += came
        lines.append(RateLine(day=day, came=came, returned=so_far, percent=percent(so_far, whole)))
    return tuple(lines)


def _log(
    register: Sequence[RegisterEntry], requests: Sequence[RequestMade], chases: Sequence[Chase]
) -> tuple[SentLine, ...]:
    names = {entry.id: entry.name for entry in register}
    both: list[tuple[str, RequestMade | Chase]] = [("request", one) for one in requests]
    both += [("reminder", one) for one in chases]
    lines = [
        SentLine(
            id=one.id,
            kind=kind,
            entry=one.entry,
            name=names.get(one.entry, one.entry),
            made_on=one.made_on,
            sent_on=one.sent_on,
            sent_words=say_short(one.sent_on) or "not noted yet",
            folder=one.folder,
        )
        for kind, one in sorted(both, key=lambda pair: (pair[1].made_on, pair[1].at))
    ]
    return tuple(reversed(lines))


def _sentence(whole: int, returned: int, late: int, due: str, today: str) -> str:
    if not whole:
        return "The register is empty: take it from a table, or add settings one by one."
    said = f"{returned} of {count(whole, 'return')} came in ({percent(returned, whole)} per cent)"
    if late:
        return f"{said}; {late} {'is' if late == 1 else 'are'} late."
    left = days_until(due, today) if due else -1
    return f"{said}; due in {count(left, 'day')}." if left > 0 else f"{said}."
