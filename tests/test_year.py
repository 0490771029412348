"""A partnership's year by commands alone: asked, collected, chased, read, counted, reported, replied to, answered.

Every step is a command that an officer, a reader or a setting types, each in a workspace of their own. The figures are
counted a second time, by SQL on the tables that were written.
"""

import csv
import itertools
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from compact_tui.cli.main import main
from compact_tui.services import desk as desks
from compact_tui.services.desk import Desk
from tests.year import CYCLE, NEXT, Cohort, counted_by_analysis, counted_by_sql, fixed

PAPER, SURVEY, BOOK = "P00005", "S00001", "W00001"
"""Who returns on paper, by a survey tool, and as a workbook."""
KIND = "primary-school"


class Person:
    """Somebody at a terminal, in a workspace of their own."""

    def __init__(self, root: Path, said: Callable[[], Any]) -> None:
        self.root, self._said = root, said

    def types(self, *argv: str, code: int = 0) -> str:
        """What a command prints for people."""
        self._said()
        ended = main(["--workspace", str(self.root), *argv])
        printed = self._said()
        assert ended == code, (argv, printed.out, printed.err)
        return str(printed.out)

    def gets(self, *argv: str, code: int = 0) -> Any:
        """What a command prints for programs."""
        return json.loads(self.types(*argv, "--json", code=code))

    def asks(self, *argv: str, code: int = 0) -> Any:
        """The same of the partnership's side."""
        return self.gets("partnership", *argv, code=code)


@pytest.fixture
def person(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[[str], Person]:
    usual, numbers = desks.desk_at, itertools.count(1)

    def standing(root: Path | None = None, *, who: str = "") -> Desk:
        return fixed(usual(root, who=who), numbers)

    monkeypatch.setattr(desks, "desk_at", standing)
    monkeypatch.setattr("os.fsync", lambda handle: None)
    return lambda name: Person(tmp_path / name, capsys.readouterr)


def begin(office: Person, cohort: Cohort) -> None:
    """Start, take the register from both kinds of table, name whom settings ring, and ask."""
    office.asks(
        "start", "--name", "Rain partnership", "--area", "Portsmouth", "--cycle", CYCLE, "--due", "2026-11-19",
        "--return-to", "returns@rain.example", "--other-areas", "Southampton = returns@other.example",
    )  # fmt: skip
    table = cohort.root / "register.csv"
    assert office.asks("register", "import", str(table))["new"] == len(cohort.settings)
    again = office.asks("register", "import", str(cohort.as_workbook()))
    assert (again["new"], again["changed"], again["problems"]) == (0, 0, [])
    for id_, name in ((SURVEY, "Umbrella Primary School"), (BOOK, "Galoshes Primary School")):
        office.asks("register", "add", id_, "--name", name, "--kind", KIND, "--contact-email", "head@school.example")
    office.asks("contact-point", "--what", "lado", "--name", "LADO", "--value", "1234", "--checked-on", "2026-12-01")
    everybody = len(cohort.settings) + 2
    assert len(office.asks("request", "--all")["made"]) == everybody
    assert office.asks("sent")["noted"] == everybody


def answered(who: Person, request: Path) -> Path:
    """A setting takes the request as it is, and begins; where its folder with the return is."""
    who.types("setup", "--request", str(request), "--yes", "--begin")
    who.gets("audit", "answer", "3.2", "met", "--note", "Seen on Monday.")
    who.gets("audit", "grade", "3", "good", "--reason", "Every reference is there.")
    return Path(who.gets("return", "make")["return_file"]).parent


def surveyed(office: Person, folder: Path) -> tuple[Path, Path]:
    """A survey tool's table with one row, and its mapping as the program writes it."""
    mapping, table = folder / "survey.toml", folder / "survey.csv"
    office.types("partnership", "mapping", str(mapping), "--variation", "education")
    columns = re.findall(r'^(?:column|summary) = "(.*)"', mapping.read_text("utf-8"), re.MULTILINE)
    said = {"Its number in the register": SURVEY, "Name of the setting": "Umbrella Primary School"}
    said |= {"Sector": "education", "Kind of setting": KIND}
    row = [said.get(one, "Good" if one.endswith(": level") else "Met" if one[:1].isdigit() else "") for one in columns]
    row = ["We looked." if name.endswith(": summary") else cell for name, cell in zip(columns, row, strict=True)]
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([columns, row])
    return table, mapping


@pytest.mark.parametrize("settings", [40, pytest.param(200, marks=pytest.mark.long)])
def test_a_year_by_commands_ends_with_an_answer_that_is_collected(
    tmp_path: Path, person: Callable[[str], Person], settings: int
) -> None:
    cohort = Cohort(tmp_path / "cohort", settings)
    cohort.one_by_outlook()
    office, reader, setting, book = (person(name) for name in ("office", "reader", "setting", "book"))
    begin(office, cohort)
    requests = {one.name.split("-")[4].upper(): one for one in (office.root / "sent").glob("*-request-*")}
    own = cohort.of("never")[0].entry.id

    # Collect: whatever it came in; what cannot be taken is put aside with a ready reply; again, it changes nothing.
    took = office.asks("collect", str(cohort.inbox), code=1)
    assert took["accepted"] == cohort.returned + len(cohort.of("resent"))
    assert took["superseded"] == len(cohort.of("resent"))
    reasons = [one["reason"] for one in took["quarantined"]]
    assert len(reasons) >= len(cohort.of("damaged"))
    assert all(reasons)
    assert office.asks("collect", str(cohort.inbox), code=1)["accepted"] == 0
    told = office.types("partnership", "collect", str(cohort.inbox), "--replies", code=1)
    assert f"{len(reasons)} replies made in " in told
    folder = answered(setting, next(requests[own].glob("*-request.json")))
    assert office.asks("collect", str(folder))["accepted"] == 1
    answered(book, next(requests[BOOK].glob("*-request.json")))
    book.gets("audit", "workbook", "export", "--output", str(tmp_path / "galoshes.xlsx"))
    assert office.asks("collect", str(tmp_path / "galoshes.xlsx"))["accepted"] == 1
    table, mapping = surveyed(office, tmp_path)
    assert "1 table passed over" in office.types("partnership", "collect", str(table))
    assert office.asks("collect", str(table), "--mapping", str(mapping))["accepted"] == 1

    # Whose it is, receipts, on paper, chase.
    unmatched = office.asks("list", "--state", "unmatched")["returns"]
    assert {one["offered"][0]["entry"] for one in unmatched} == {one.entry.id for one in cohort.of("renamed")}
    held = {line["id"] for line in office.asks("chase")["awaited"] if line["maybe_here"]}
    assert held >= {one.entry.id for one in cohort.of("renamed")}
    for one in unmatched:
        office.asks("match", one["id"], one["offered"][0]["entry"])
    office.asks("enter", PAPER)
    [typed] = (office.root / "typed").iterdir()
    paper = Person(typed, office._said)
    paper.gets("audit", "answer", "3.2", "met")
    assert office.asks("enter", PAPER, "--take")["accepted"] == 1
    back = cohort.returned + 4
    assert office.asks("receipt")["letters"] == back
    assert office.asks("receipt")["letters"] == 0
    chase = office.asks("chase")
    assert (chase["returned"], chase["expected"]) == (back, settings + 2)
    assert len(office.asks("chase", "--remind")["made"]) == chase["late"] == chase["expected"] - chase["returned"]
    shared = office.asks("forward", "--all")["letters"]
    assert 0 < shared <= len([one for one in cohort.settings if one.entry.other_areas])
    office.asks("sent")

    # Read: shared out, read elsewhere, merged back, read twice, handed over.
    office.asks("allocate", "--readers", f"Ann Lee = {PAPER}, Sam Hill")
    given = office.asks("read", "export", "--reader", "Sam Hill")
    reader.asks("read", "import", given["path"])
    queue = reader.asks("read", "list")["lines"]
    assert len(queue) == given["returns"]
    first = queue[0]["id"]
    reader.asks("moderate", first, "3", "good", "--reason", "The list was shown to us.")
    reader.asks("remark", first, "--kind", "comment", "--text", "A clear return.")
    reader.asks("plan", first, "--verdict", "accepted")
    reader.asks("contact", queue[0]["entry"], "--way", "rang", "--what", "The plan.", "--agreed", "Nothing more.")
    reader.asks("read", "done", first)
    returned = reader.asks("read", "export")["path"]
    assert office.asks("read", "import", returned, "--dry-run")["taken"] == 5
    assert office.asks("read", "import", returned)["taken"] == 5
    assert "1 of " in office.asks("read", "list")["sentence"]
    office.asks("allocate", "--twice", "10")
    office.asks("hand-over", "--reader", "Sam Hill", "--to", "Ann Lee")
    office.asks("moderate", own, "3", "requires-improvement", "--reason", "One reference is missing.")
    office.asks("remark", own, "--kind", "question", "--standard", "3", "--text", "Who holds the keys?")
    office.asks("remark", own, "--kind", "recommendation", "--text", "Write it down.", "--priority", "now")
    office.asks("plan", own, "--verdict", "sent-back", "--reason", "Nobody is named.")

    # Count: every figure that is shown is the one that SQL counts on the tables.
    office.asks("themes", "--word", "Lone working", "--terms", "lone work, alone")
    analysis = office.asks("analyse")
    office.asks("facts", "--output", str(tmp_path / "tables"))
    by_sql = counted_by_sql(tmp_path / "tables" / "facts.sqlite", "compact-12", "2026.1")
    by_analysis = counted_by_analysis(analysis)
    assert (analysis["returns"], analysis["expected"]) == (back, settings + 2)
    assert len(by_analysis) >= 24
    assert by_analysis == {cell: by_sql[cell] for cell in by_analysis}

    # Learn: a finding goes into the log with what is done about it, and the reports are written.
    office.asks("log", "--take", "1")
    [line] = office.asks("log")["lines"]
    office.asks("log", line["id"], "--will-do", "A course in May.", "--kind", "training", "--due", "2027-05-01")
    assert [one["will_do"] for one in office.asks("log")["lines"]] == ["A course in May."]
    office.types("partnership", "report", "--all", "--trace")
    written = {path.name for path in (office.root / "reports").iterdir()}
    assert {f"{CYCLE}-education-learning-report.docx", f"{CYCLE}-education-learning-report-trace.csv"} <= written
    assert {f"{CYCLE}-city-overview.docx", f"{CYCLE}-city-overview.html"} <= written

    # Reply, and what the setting does with it.
    assert len(office.asks("reply", "--all", "--unread")["made"]) == back
    office.asks("sent")
    [reply] = (office.root / "sent").glob(f"*-reply-{own.lower()}-*/*-reply.json")
    assert any("learning-report" in path.name for path in reply.parent.iterdir())
    opened = setting.gets("return", "open", str(reply))
    assert (opened["known"], opened["open"]) == (True, 2)
    ids = {one["kind"]: one["id"] for one in opened["remarks"]}
    setting.gets("return", "answer", ids["recommendation"], "--action")
    setting.gets("return", "answer", ids["question"], "--text", "The office, on a list.")
    assert "Write it down." in setting.types("action", "list")
    answer = setting.gets("return", "answer")
    assert answer["answered"] == 2
    assert "1 answer to our replies taken" in office.types("partnership", "collect", answer["folder"])
    replies = office.asks("reply")["lines"]
    assert len(replies) == back
    assert [one["entry"] for one in replies if one["answered_on"]] == [own]

    # The round before beside this one, and the next round begun.
    before = office.asks("collect", str(cohort.before))["accepted"]
    assert before == len(list(cohort.before.iterdir()))
    assert office.asks("receipt")["letters"] == 0
    assert counted_by_analysis(office.asks("analyse")) == by_analysis
    nobody = len(office.asks("list", "--state", "unmatched")["returns"])
    others = f"{before - nobody} of other rounds"
    assert office.asks("list")["sentence"].startswith(f"{back} returns of {settings + 2} expected, {others}, ")
    office.asks("change", "--cycle", NEXT, "--due", "2028-11-19")
    assert (office.asks("chase")["returned"], office.asks("analyse")["returns"]) == (0, 0)
    office.asks("undo")
    assert office.asks("chase")["returned"] == back
