"""What becomes of a record when cells of its row were changed, by the same rules as in the program."""

from typing import Any

from msgspec.structs import replace

from compact_tui.core.audit import TABLES, Action, Audit, CriterionAnswer, Grade, Summary
from compact_tui.core.days import say_day
from compact_tui.core.pack import NO_SUGGESTION, AuditPack, standard_of
from compact_tui.core.progress import suggestion_for
from compact_tui.core.record import Record
from compact_tui.core.workbook import SHEET_KINDS
from compact_tui.core.workbook_rows import MAIN

_HEADERS = {(kind.id, column.id): column.header for kind in SHEET_KINDS for column in kind.columns}


class Changing:
    """Makes changed records of an audit, said by one role at one instant."""

    def __init__(self, pack: AuditPack, kept: Audit, *, by: str, at: str, today: str) -> None:
        self._pack, self._kept, self._today = pack, kept, today
        self._stamp: dict[str, Any] = {"by": by, "at": at}

    def after(self, table: str, record: str, start: Record | None, changed: dict[str, Any]) -> Record | None:
        """A record with what was changed; ``None`` where nothing is left of it.

        Args:
            table: Its table.
            record: Its id.
            start: The record as it was; ``None`` for a new one.
            changed: New values, by field.

        Raises:
            ValueError: If the program would not take it, with a sentence for the person.
        """
        if table == "answers":
            before = start if isinstance(start, CriterionAnswer) else CriterionAnswer(criterion=record)
            return replace(self._answered(before, changed), **self._stamp)
        if table == "grades":
            return self._graded(record, start if isinstance(start, Grade) else None, changed)
        if table == "summaries":
            return replace(start or Summary(standard=record), **changed, **self._stamp)
        main = MAIN[table]
        made = {"id": record, main: ""} | changed | self._stamp
        item = replace(start, **changed, **self._stamp) if start else TABLES[table](**made)
        if not getattr(item, main):
            raise ValueError(f'"{_HEADERS[table, main]}" is empty: it needs a name.')
        return self._closed(item, changed) if isinstance(item, Action) else item

    def _answered(self, start: CriterionAnswer, changed: dict[str, Any]) -> CriterionAnswer:
        after = replace(start, **changed)
        kind = next((one for one in self._pack.answer if one.id == after.answer), None)
        if kind is not None and kind.needs_reason:
            if not after.reason:
                raise ValueError(f'"{kind.word}" needs a reason beside it.')
            return after
        return replace(after, reason="") if "answer" in changed and "reason" not in changed else after

    def _graded(self, record: str, before: Grade | None, changed: dict[str, Any]) -> Grade | None:
        level = changed.get("level", before.level if before else "")
        if not level:
            if changed.get("reason"):
                raise ValueError("There is a reason for the grade, and no grade.")
            return None
        reason = changed.get("reason", before.reason if before else "")
        if before and before.level == level:
            return replace(before, reason=reason, **self._stamp)
        standard = standard_of(self._pack, record)
        suggested = suggestion_for(self._pack, self._kept, standard).level if standard else NO_SUGGESTION
        return Grade(standard=record, level=level, reason=reason, suggested=suggested, **self._stamp)

    def _closed(self, item: Action, changed: dict[str, Any]) -> Action:
        if item.done_on > self._today:
            raise ValueError(f"{say_day(item.done_on)} is still to come.")
        if item.status == "open":
            return replace(item, done_on="") if "status" in changed else item
        if item.status == "dropped" and not item.outcome:
            raise ValueError("What is dropped needs a reason, under What happened.")
        return item if item.done_on else replace(item, done_on=self._today)
