"""The whole job on the shipped pack, by services and by commands, and that both make the same return."""

import json
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path
from typing import Any

import msgspec
import pytest

from compact_tui.cli.main import main
from compact_tui.core.pack import AuditPack
from compact_tui.core.return_views import ReturnMadeView
from compact_tui.core.returns import Return
from compact_tui.exchange.return_json import read
from compact_tui.services import answering, audits, grading, records, returns, settings
from compact_tui.services import desk as desks
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from compact_tui.services.history import history
from compact_tui.services.home import home
from compact_tui.services.packs import show_pack
from tests import job
from tests.job import plan_for, same_but_for_ids, told
from tests.services.desks import SMALL_PACK, desk_in, reopened

Command = Callable[..., Any]


def by_services(root: Path, pack: str, setting: Mapping[str, str] = job.SETTING) -> tuple[ReturnMadeView, Return]:
    desk = desk_in(root, who=job.WHO, moment=job.NOW)
    settings.set_up(desk, setting)
    line = audits.start(desk, pack=pack, cycle=job.CYCLE)
    plan = plan_for(open_audit(desk).pack)
    for said in plan.answers:
        answering.answer(desk, said.criterion, said.answer, note=said.note, reason=said.reason)
    assert audits.list_audits(desk)[0].answered == line.criteria == len(plan.answers)
    for evidence in plan.evidence:
        records.add_evidence(desk, evidence.typed, evidence.supports)
    for action in plan.actions:
        records.add_action(desk, action.typed, action.supports)
    for graded in plan.standards:
        grading.summarise(desk, graded.standard, graded.summary)
        if graded.level:
            grading.grade(desk, graded.standard, graded.level, reason=graded.reason)
    seen = returns.preview(desk)
    made = returns.make(desk)
    assert (made.warnings, made.counts) == (seen.warnings, seen.counts)
    assert returns.verify_file(Path(made.return_file)).code == made.code
    returns.sent(desk, made.id, job.SENT_ON, job.SENT_BY)
    returns.receipt(desk, made.id, job.RECEIPT_ON, job.RECEIPT_REF)
    return made, read(Path(made.return_file).read_bytes()).return_


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs a command on a workspace of its own and gives what it printed."""
    usual, numbers = desks.desk_at, count(1)

    def fixed(root: Path | None = None, *, who: str = "") -> Desk:
        desk = usual(root, who=who)
        return msgspec.structs.replace(desk, now=lambda: job.NOW, new_id=lambda prefix: f"{prefix}-k{next(numbers)}")

    def run(*argv: str) -> Any:
        capsys.readouterr()
        code = main([*argv, "--json"])
        printed = capsys.readouterr()
        assert (code, printed.err) == (0, ""), (argv, printed.err)
        return json.loads(printed.out)

    monkeypatch.setattr(desks, "desk_at", fixed)
    monkeypatch.setenv("COMPACT_TUI_WORKSPACE", str(tmp_path / "by commands"))
    return run


def by_commands(command: Command, pack: str) -> tuple[dict[str, Any], Return]:
    command("setup", *options(job.SETTING, {"areas": "--area"}))
    command("audit", "start", "--pack", pack, "--cycle", job.CYCLE)
    plan = plan_for(pack_of(pack))
    who = ("--by", job.WHO)
    for said in plan.answers:
        reason = ("--reason", said.reason) if said.reason else ()
        command("audit", "answer", said.criterion, said.answer, "--note", said.note, *reason, *who)
    for evidence in plan.evidence:
        command("evidence", "add", *options(evidence.typed), "--for", *evidence.supports, *who)
    for action in plan.actions:
        command("action", "add", *options(action.typed, {"due": "--by"}), "--for", *action.supports)
    for graded in plan.standards:
        command("audit", "summary", graded.standard, graded.summary, *who)
        reason = ("--reason", graded.reason) if graded.reason else ()
        command("audit", "grade", graded.standard, graded.level, *reason, *who)
    made = command("return", "make")
    assert command("return", "verify", made["return_file"])["code"] == made["code"]
    assert command("return", "sent", made["id"], "--on", job.SENT_ON, "--by", job.SENT_BY)["state"] == "sent"
    noted = command("return", "receipt", made["id"], "--on", job.RECEIPT_ON, "--ref", job.RECEIPT_REF)
    assert noted["state"] == "receipt"
    return made, read(Path(made["return_file"]).read_bytes()).return_


def options(typed: Any, flags: Any = None) -> list[str]:
    return [
        word for name, text in typed.items() for word in ((flags or {}).get(name, f"--{name.replace('_', '-')}"), text)
    ]


def pack_of(name: str) -> AuditPack:
    return show_pack(name, variation="gallery" if name == str(SMALL_PACK) else "education")


@pytest.mark.parametrize("pack", [str(SMALL_PACK), "compact-12"], ids=["small pack", "shipped pack"])
def test_the_job_by_services_and_by_commands_makes_the_same_return(
    tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch, pack: str
) -> None:
    monkeypatch.setattr("os.fsync", lambda handle: None)

    view, one = by_services(tmp_path / "by services", pack)
    made, other = by_commands(command, pack)

    assert told(one) == told(other)
    assert same_but_for_ids(one, other)
    assert view.code != made["code"]
    assert [Path(f["name"]).name for f in made["files"]] == [f.name for f in view.files]
    assert made["counts"] == msgspec.to_builtins(view.counts)
    status = command("status")
    assert (status["next"]["place"], status["return_state"]) == ("done", "receipt")


@pytest.fixture
def done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Desk, ReturnMadeView, Return]:
    monkeypatch.setattr("os.fsync", lambda handle: None)
    view, return_ = by_services(tmp_path, "compact-12")
    return desk_in(tmp_path, moment=job.NOW), view, return_


def test_the_return_of_the_job_says_everything_that_was_planned(done: tuple[Desk, ReturnMadeView, Return]) -> None:
    desk, view, return_ = done
    plan = plan_for(open_audit(desk).pack)

    criteria = [c for s in return_.standards for c in s.criteria]
    assert [(c.id, c.answer, c.note, c.reason) for c in criteria] == [
        (a.criterion, a.answer, a.note, a.reason) for a in plan.answers
    ]
    assert [(s.id, s.grade, s.reason, s.summary) for s in return_.standards] == [
        (s.standard, s.level, s.reason, s.summary) for s in plan.standards
    ]
    assert {c.answer for c in criteria} == {"met", "partly-met", "not-met", "not-applicable", "not-known"}
    assert len({s.level for s in plan.standards}) >= 3
    assert [s.reason != "" for s in plan.standards].count(True) >= 2
    assert [e.supports for e in return_.evidence] == [e.supports for e in plan.evidence]
    assert [(a.what, a.who, a.due) for a in return_.actions] == [tuple(a.typed.values()) for a in plan.actions]
    assert return_.setting.contact_role == job.WHO
    assert {c.by for c in criteria} == {job.WHO}
    # Everything is answered and graded; what it lacks is a signature, which no verb of this version gives.
    assert (view.counts.answered, view.counts.graded) == (view.counts.criteria, 12)
    assert return_.warnings[0].startswith("This return is not signed:")


def test_the_next_run_finds_the_job_done_and_its_whole_history(done: tuple[Desk, ReturnMadeView, Return]) -> None:
    desk, view, _ = done

    again = home(reopened(desk))

    assert (again.next.place, again.return_id, again.return_sentence) == ("done", view.id, "receipt 3 Dec 2026")
    plan = plan_for(open_audit(desk).pack)
    steps = len(plan.answers) + 2 * len(plan.standards) + len(plan.evidence) + len(plan.actions)
    assert len(history(desk)) == 1 + steps + 3


@pytest.mark.parametrize(
    "harm",
    [
        {"cycle": "2030"},
        {"complete": True},
        {"warnings": ()},
        {"shared_with": ("Mars",)},
        {"evidence": ()},
        {"standards": ()},
    ],
)
def test_returns_that_differ_are_not_taken_for_the_same(
    done: tuple[Desk, ReturnMadeView, Return], harm: dict[str, object]
) -> None:
    _, _, return_ = done

    assert same_but_for_ids(return_, msgspec.structs.replace(return_, id="other", digest="x", made_on="2030-01-01"))
    assert not same_but_for_ids(return_, msgspec.structs.replace(return_, **harm))


def test_a_different_word_anywhere_in_a_return_makes_it_another(done: tuple[Desk, ReturnMadeView, Return]) -> None:
    _, _, return_ = done
    plain = msgspec.to_builtins(return_)
    for key in ("answer", "note", "reason", "id"):
        standards = json.loads(json.dumps(plain["standards"]))
        standards[3]["criteria"][1][key] = "x"
        other = msgspec.convert({**plain, "standards": standards}, Return)
        assert not same_but_for_ids(return_, other), key
