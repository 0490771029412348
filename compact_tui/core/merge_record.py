"""One record of both sides: what differs in it, and what becomes of it."""

from collections.abc import Iterator, Mapping

from compact_tui.core.change import Edit, Plain, three_way
from compact_tui.core.merge_values import BOTH, KEEP, MINE, THEIRS, Choices, MergeLine, Saying, Table, TableRule


class Meeting:
    """One record of both sides: its lines, and what becomes of it."""

    def __init__(
        self, table: str, record: str, rule: TableRule, sides: tuple[Table, ...], saying: Saying, choices: Choices
    ) -> None:
        self.table, self.record, self.rule, self.saying, self.choices = table, record, rule, saying, choices
        self.kept = sides[1].get(record)
        blank = rule.blank(record) if rule.blank else None
        base, mine, theirs = (side.get(record, blank) for side in sides)
        hidden = {name: mine[name] for name in rule.hidden if name in mine} if mine else {}
        self.base, self.mine, self.theirs = (side and {**side, **hidden} for side in (base, mine, theirs))

    def lines(self) -> Iterator[MergeLine]:
        """All that differs, in the order of our fields."""
        if self.mine == self.theirs:
            return
        old, ours, other = (self._units(side) for side in (self.base, self.mine, self.theirs))
        if ours is None or other is None:
            if ours != other:
                yield self._whole_line(old, ours, other)
            return
        start = old or {}
        merged, both = three_way(start, ours, other)
        for unit in merged or {}:
            if ours.get(unit) != other.get(unit):
                state = BOTH if unit in both else THEIRS if merged and merged[unit] == other.get(unit) else MINE
                state = MINE if state == BOTH and self._holds_both(unit) else state
                yield self._unit_line(unit, state)

    def edit(self, lines: tuple[MergeLine, ...]) -> Edit | None:
        """What has to be done to our record; ``None`` for nothing."""
        after = self._after({line.field: line.choice or MINE for line in lines if line.choice not in ("", MINE)})
        if after == self.mine or (after is not None and self.kept is not None and after == dict(self.kept)):
            return None
        before = None if self.kept is None else dict(self.kept)
        return Edit(self.table, self.record, before, after)

    def _after(self, chosen: Mapping[str, str]) -> dict[str, object] | None:
        if "" in chosen:
            taken = self.theirs if chosen[""] == THEIRS else self.mine
            return None if taken is None else dict(taken)
        if self.mine is None or self.theirs is None:
            return None if self.mine is None else dict(self.mine)
        after = dict(self.mine)
        if not chosen:
            return after
        for unit, way in chosen.items():
            after |= self._taken(unit, way)
        return after | self._stamps(after)

    def _taken(self, unit: str, way: str) -> dict[str, object]:
        mine, theirs = self.mine or {}, self.theirs or {}
        names = self._names(unit)
        if way != KEEP:
            side = mine if way == MINE else theirs
            return {name: side[name] for name in names if name in side}
        return {name: self._both_of(name) for name in names if name in mine or name in theirs}

    def _both_of(self, name: str) -> object:
        mine, theirs = (side.get(name) for side in (self.mine or {}, self.theirs or {}))
        if _even(mine) == _even(theirs):
            return mine
        if isinstance(mine, list | tuple) and isinstance(theirs, list | tuple):
            return list(dict.fromkeys([*mine, *theirs]))
        ours, other = str(mine or ""), str(theirs or "")
        if not ours or not other or ours in other.split("\n\n") or other in ours.split("\n\n"):
            return max(ours, other, key=len)
        me, them = self._who()
        return f"{me}: {ours}\n\n{them}: {other}"

    def _holds_both(self, unit: str) -> bool:
        """Whether ours is what came of keeping both before, so that the same file taken twice asks nothing."""
        mine, theirs = self.mine or {}, self.theirs or {}
        names = [name for name in self._names(unit) if _even(mine.get(name)) != _even(theirs.get(name))]
        who = {str(theirs.get("by") or self.saying.them), self.saying.them}
        return all(
            name in self.rule.texts
            and theirs.get(name)
            and any(str(mine.get(name)).endswith(f"\n\n{them}: {theirs[name]}") for them in who)
            for name in names
        )

    def _stamps(self, after: Plain) -> dict[str, object]:
        """Who and when of the side whose words stand; of the later one where they stand mixed."""
        mine, theirs = self.mine or {}, self.theirs or {}
        led = self.rule.leads or tuple(name for name in after if name not in self.rule.stamps)
        ours, other = ([_even(side.get(name)) for name in led] for side in (mine, theirs))
        now = [_even(after.get(name)) for name in led]
        if now == ours:
            unsaid = not any(mine.get(name) for name in self.rule.stamps)
            side = theirs if unsaid else mine
        elif now == other:
            side = theirs
        else:
            side = max(mine, theirs, key=lambda one: str(one.get("at", "")))
        return {name: side[name] for name in self.rule.stamps if name in side}

    def _units(self, side: Plain | None) -> dict[str, object] | None:
        """A record as what is decided at once: fields that belong together as one, without stamps."""
        if side is None:
            return None
        units: dict[str, object] = {}
        for name in side:
            if name not in self.rule.stamps:
                unit = self._unit_of(name)
                units.setdefault(unit, tuple(_even(side.get(part)) for part in self._names(unit)))
        return units

    def _unit_of(self, name: str) -> str:
        return self.rule.together[0] if name in self.rule.together else name

    def _names(self, unit: str) -> tuple[str, ...]:
        return self.rule.together if self.rule.together and unit == self.rule.together[0] else (unit,)

    def _can_keep(self, unit: str) -> bool:
        mine, theirs = self.mine or {}, self.theirs or {}
        values = [(name, _even(mine.get(name)), _even(theirs.get(name))) for name in self._names(unit)]
        return all(
            ours == other or name in self.rule.texts or (isinstance(ours, tuple) and isinstance(other, tuple))
            for name, ours, other in values
        )

    def _unit_line(self, unit: str, state: str) -> MergeLine:
        ways = () if state == MINE else (MINE, THEIRS, KEEP) if self._can_keep(unit) else (MINE, THEIRS)
        base, mine, theirs = (self._say(unit, side) for side in (self.base, self.mine, self.theirs))
        choice = self._choice(unit, state, ways)
        result = self._say(unit, {**(self.mine or {}), **self._taken(unit, choice or MINE)})
        return self._line(unit, state, ways, choice, (base, mine, theirs, result))

    def _whole_line(self, old: object, ours: object, other: object) -> MergeLine:
        changed = ours if other is None else other
        if old is None or changed == old:
            state = (THEIRS if ours is None else MINE) if old is None else (MINE if ours is None else THEIRS)
        else:
            state = BOTH
        ways = () if state == MINE else (MINE, THEIRS)
        choice = self._choice("", state, ways)
        base, mine, theirs = (
            self.saying.record(self.table, side) if side else "" for side in (self.base, self.mine, self.theirs)
        )
        return self._line("", state, ways, choice, (base, mine, theirs, theirs if choice == THEIRS else mine))

    def _choice(self, unit: str, state: str, ways: tuple[str, ...]) -> str:
        usual = {MINE: MINE, THEIRS: THEIRS, BOTH: self.choices.both}[state]
        wanted = self.choices.lines.get(self._id(unit), usual)
        return wanted if wanted in ways else usual if usual in ways else MINE if state == MINE else ""

    def _id(self, unit: str) -> str:
        return f"{self.table}/{self.record}/{unit}"

    def _who(self) -> tuple[str, str]:
        """Who says what on either side: whoever the record names, where that tells the two apart."""
        me, them = (str((side or {}).get("by") or "") for side in (self.mine, self.theirs))
        return (self.saying.me, self.saying.them) if me == them else (me or self.saying.me, them or self.saying.them)

    def _line(
        self, unit: str, state: str, ways: tuple[str, ...], choice: str, said: tuple[str, str, str, str]
    ) -> MergeLine:
        base, mine, theirs, result = said
        me, them = self._who()
        return MergeLine(
            id=self._id(unit),
            table=self.table,
            record=self.record,
            field=unit,
            place=self.saying.place(self.table, self.record, self.mine or self.theirs or {}),
            words=self.saying.field(self.table, unit),
            base=base,
            mine=mine,
            theirs=theirs,
            mine_by=me,
            theirs_by=them,
            state=state,
            ways=ways,
            choice=choice,
            result=result,
        )

    def _say(self, unit: str, side: Plain | None) -> str:
        names = self._names(unit)
        said = [self.saying.value(self.table, name, side[name]) for name in names if side and name in side]
        return ": ".join(words for words in said if words)


def _even(value: object) -> object:
    """A value that can be compared: lists and tuples of the same are the same."""
    return tuple(_even(item) for item in value) if isinstance(value, list | tuple) else value
