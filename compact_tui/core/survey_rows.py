"""One row of a survey tool's table as a setting and what it answered."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from compact_tui.core.audit import Audit, AuditHead, CriterionAnswer, Grade, Summary
from compact_tui.core.days import parse_day
from compact_tui.core.digest import short_mark
from compact_tui.core.pack import UNANSWERED, AuditPack
from compact_tui.core.search import folded
from compact_tui.core.setting import KINDS, SECTORS, Setting, sector_of_kind
from compact_tui.core.survey import SurveyMapping, words_for
from compact_tui.core.text import clean, clean_line, did_you_mean

_LONGEST, _LONGEST_LINE = 20_000, 300
"""Characters of one text, and of one line about the setting."""
_TIME = re.compile(r"[T ]+\d{1,2}:\d{2}\S*( ?[AaPp][Mm])?( .{1,20})?$")


class SurveyRow(Struct, frozen=True):
    """A row that can be made into a return."""

    mark: str
    """Tells the same row again, in a later export too."""
    made_on: str
    """The day it says; empty where it says none."""
    setting: Setting
    audit: Audit


class Surveyed:
    """Reads the rows of tables of one mapping."""

    def __init__(self, mapping: SurveyMapping, pack: AuditPack) -> None:
        self._mapping, self._pack = mapping, pack
        self._answers = words_for(mapping.answer, ((kind.id, kind.word) for kind in pack.answer))
        self._levels = words_for(mapping.level, ((level.id, level.word) for level in pack.level))

    def mark(self, cells: Mapping[str, str]) -> str:
        """What tells a row from every other: its own number and what is in it."""
        said = (f"{column}={cells[column]}" for column in sorted(cells) if cells[column].strip())
        return short_mark(self._mapping.survey.cycle, *said)

    def row(self, cells: Mapping[str, str], today: str) -> SurveyRow:
        """A row as it is kept.

        Args:
            cells: What stands in each column, by its heading.
            today: The day that is said where the row says none.

        Raises:
            ValueError: With every sentence for the person, one line each.
        """
        wrong: list[str] = []
        made_on = self._day(cells, wrong)
        setting = self._setting(cells, wrong)
        at = f"{made_on or today}T12:00:00Z"
        head = self._mapping.survey
        audit = Audit(
            head=AuditHead(
                id=f"a-{self.mark(cells)}",
                pack=head.pack,
                edition=head.edition,
                variation=head.variation,
                wording=self._pack.pack.wording,
                cycle=head.cycle,
                started_on=made_on or today,
            ),
            answers=self._answered(cells, at, wrong),
            grades=self._graded(cells, at, wrong),
            summaries=tuple(
                Summary(standard=one.id, text=_text(cells, one.summary), at=at)
                for one in self._mapping.standard
                if _text(cells, one.summary)
            ),
        )
        if wrong:
            raise ValueError("\n".join(wrong))
        return SurveyRow(self.mark(cells), made_on, setting, audit)

    def _setting(self, cells: Mapping[str, str], wrong: list[str]) -> Setting:
        said: dict[str, Any] = {
            one.is_: clean_line(cells.get(clean_line(one.column), ""))[:_LONGEST_LINE] for one in self._mapping.field
        }
        for name, known in (("sector", SECTORS), ("kind", tuple((kind, word) for kind, word, _ in KINDS))):
            words = {folded(word.partition(":")[0]): id_ for id_, word in known} | dict(words_for((), known))
            if said.get(name):
                said[name] = self._meant(words, said[name], f"no {name} that is known", wrong)
        if not said.get("name") and not said.get("register_id"):
            wrong.append("It does not say which setting it is of.")
        said["sector"] = said.get("sector") or sector_of_kind(said.get("kind", ""))
        return Setting(**{"id": f"set-{self.mark(cells)}", "name": "", **said})

    def _answered(self, cells: Mapping[str, str], at: str, wrong: list[str]) -> tuple[CriterionAnswer, ...]:
        found = []
        for one in self._mapping.criterion:
            typed, note, reason = (_text(cells, column) for column in (one.column, one.note, one.reason))
            answer = self._meant(self._answers, typed, f'no answer (column "{one.column}")', wrong)
            if answer or note:
                found.append(
                    CriterionAnswer(criterion=one.id, answer=answer or UNANSWERED, note=note, reason=reason, at=at)
                )
        return tuple(found)

    def _graded(self, cells: Mapping[str, str], at: str, wrong: list[str]) -> tuple[Grade, ...]:
        found = []
        for one in self._mapping.standard:
            level = self._meant(self._levels, _text(cells, one.column), f'no level (column "{one.column}")', wrong)
            if level:
                found.append(Grade(standard=one.id, level=level, at=at))
        return tuple(found)

    def _meant(self, words: Mapping[str, str], typed: str, what: str, wrong: list[str]) -> str:
        wanted = clean_line(typed)
        meant = words.get(folded(wanted), "") if wanted else ""
        if wanted and not meant:
            wrong.append(f'"{wanted[:60]}" is {what}. {did_you_mean(wanted, words)}'.strip())
        return meant

    def _day(self, cells: Mapping[str, str], wrong: list[str]) -> str:
        said = _text(cells, self._mapping.survey.date)
        if not said:
            return ""
        # Survey tools write the time after the day.
        try:
            return parse_day(_TIME.sub("", said))
        except ValueError as error:
            wrong.append(str(error))
            return ""


def _text(cells: Mapping[str, str], column: str) -> str:
    return clean(cells.get(clean_line(column), ""))[:_LONGEST] if column else ""


def cells_by_heading(headings: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    """The cells of a row by the heading over them; cells without a heading are left out."""
    return {clean_line(heading): cell for heading, cell in zip(headings, row, strict=False) if clean_line(heading)}
