"""Asking settings for their returns: what is made, for whom, what is noted, and that a setting can open it."""

import email
import email.policy
from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.errors import CompactError, UsageError, WorkspaceError
from compact_tui.core.requests_made import MadeView
from compact_tui.core.returns import with_digest
from compact_tui.exchange.request_json import read_request
from compact_tui.services import answering, partnership, register, request_folder, requests, requests_out, returns
from compact_tui.services.books import open_audit, read_setting
from compact_tui.services.chasing import chase
from compact_tui.services.collecting import collect
from compact_tui.services.desk import Desk
from compact_tui.services.packs import pack_for
from compact_tui.storage.send_folder import make_folder
from tests.services.collect_desks import posted, stranger
from tests.services.desks import at, desk_in, reopened, set_up, small_pack
from tests.services.partnership_desks import started_partnership, with_register

LADO = {"what": "lado", "name": "LADO", "value": "023 9200 0003", "checked_on": "2026-12-01"}
MASH = {"what": "social-care", "name": "MASH", "value": "023 9200 0001", "checked_on": "2026-08-01"}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = with_register(started_partnership(tmp_path / "rain"))
    partnership.keep_contact(made, LADO)
    partnership.keep_contact(made, MASH)
    return made


def folders(desk: Desk) -> list[str]:
    return sorted(path.name for path in desk.workspace.sent_folder.glob("*"))


def request_file(view: MadeView, at_: int = 0) -> Path:
    (found,) = Path(view.made[at_].folder).glob("*-request.json")
    return found


def mail(view: MadeView, at_: int = 0) -> email.message.EmailMessage:
    return email.message_from_bytes(Path(view.made[at_].draft_file).read_bytes(), policy=email.policy.default)


def test_every_setting_that_was_not_asked_gets_a_folder_and_it_is_noted(desk: Desk) -> None:
    view = requests_out.make_requests(desk)

    assert folders(desk) == [
        "2026-12-03-request-p01-brolly-house",
        "2026-12-03-request-p02-little-acorns",
        "2026-12-03-request-p03-sea-scouts",
    ]
    assert view.sentence == "3 requests made, NOT yet sent."
    assert view.notes == (
        "The register has no address of Little Acorns.",
        f"1 setting asked for {pack_for('early-years').pack.title}: it is made for their sector.",
        f"1 setting asked for {pack_for('small-group').pack.title}: it is made for their sector.",
        "MASH was last checked on 1 August 2026: ring it, and change its day.",
    )
    log = chase(reopened(desk)).log
    assert {(one.entry, one.folder) for one in log} == {(line.entry, Path(line.folder).name) for line in view.made}
    again = requests_out.make_requests(desk)
    assert again.made == ()
    assert again.passed == ("3 settings asked before, or returned already: nothing new was made.",)


def test_a_request_says_what_its_setting_needs_to_know(desk: Desk) -> None:
    view = requests_out.make_requests(desk, ["little acorns", "P01"])

    first, second = (read_request(request_file(view, at_).read_bytes()) for at_ in (0, 1))
    assert (first.register_id, first.setting, first.due, first.areas) == (
        "P02",
        "Little Acorns",
        "2026-12-18",
        ("Portsea",),
    )
    assert (second.due, second.areas, second.return_to) == (
        "2026-12-01",
        ("Portsea", "Southsea"),
        ("returns@rain.example",),
    )
    assert (second.partnership, second.cycle, second.made_on) == ("Rain partnership", "2026-2028", "2026-12-03")
    assert second.whole_pack == (small_pack(),)
    assert [(c.what, c.value, c.checked_on) for c in second.contacts] == [
        ("lado", "023 9200 0003", "2026-12-01"),
        ("social-care", "023 9200 0001", "2026-08-01"),
    ]


def test_the_email_and_the_page_say_the_same_with_the_age_of_each_number(desk: Desk) -> None:
    partnership.change_partnership(desk, {"letter": "Dear colleagues, it is that time again."})

    view = requests_out.make_requests(desk, ["P01"])

    message = mail(view)
    body = message.get_body(("plain",))
    assert body is not None
    said = " ".join(body.get_content().split())
    page = " ".join((Path(view.made[0].folder) / "brolly-house-request.html").read_text("utf-8").split())
    assert message["To"] == "head@brolly.example"
    assert message["Subject"].strip() == "Your return for the Compact audit 2026-2028, Brolly House, by 1 December 2026"
    assert sorted(part.get_filename() or "" for part in message.iter_attachments()) == [
        "brolly-house-request.html",
        "brolly-house-request.json",
    ]
    assert "Dear colleague," not in said
    for text in (
        "it is that time again.",
        "by 1 December 2026",
        "returns@rain.example",
        "Your number in our register is P01",
        "You work in Southsea too",
        "LADO: 023 9200 0003 (checked 1 Dec 2026)",
        "MASH: 023 9200 0001 (checked 1 Aug 2026, over 90 days ago: ring to check)",
    ):
        assert text in said
        assert text in page


def test_a_setting_without_an_address_gets_a_draft_that_asks_for_it(desk: Desk) -> None:
    view = requests_out.make_requests(desk, ["P02"])

    message = mail(view)
    assert view.made[0].to == ()
    assert message["To"] is None
    read_me = (Path(view.made[0].folder) / "read-me-first.txt").read_bytes().decode("utf-8")
    assert "no address is known: look it up" in read_me
    assert read_me.count("\r\n") == read_me.count("\n")


def test_a_shipped_pack_does_not_travel_and_a_small_group_is_asked_for_its_own_tool(tmp_path: Path) -> None:
    desk = with_register(started_partnership(tmp_path / "rain", pack=""))

    view = requests_out.make_requests(desk)

    asked = [read_request(request_file(view, at_).read_bytes()) for at_ in range(3)]
    assert [one.whole_pack for one in asked] == [(), (), ()]
    assert asked[0].pack == asked[1].pack != asked[2].pack
    assert asked[0].pack == partnership.show_partnership(desk).pack


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"closed_on": "2026-12-01"}, "it closed, or is part of another"),
        ({"merged_into": "P02"}, "it closed, or is part"),
    ],
)
def test_nobody_asks_a_setting_that_is_not_expected(desk: Desk, typed: dict[str, str], message: str) -> None:
    register.edit_entry(desk, "P01", typed)

    for verb in (requests_out.make_requests, requests_out.make_reminders):
        with pytest.raises(UsageError, match=message):
            verb(desk, ["P01"])
    assert len(requests_out.make_requests(desk).made) == 2
    assert "P01" not in {one.entry for one in chase(desk).log}


def test_what_no_setting_could_take_is_refused_before_anything_is_written(desk: Desk) -> None:
    register.edit_entry(desk, "P03", {"name": "S" * 301})

    with pytest.raises(CompactError) as raised:
        requests_out.make_requests(desk)

    assert "a line in it is longer than 300 characters" in raised.value.message
    assert raised.value.hint.startswith("Nothing was made.")
    assert folders(desk) == []
    assert chase(desk).log == ()


def test_a_register_that_is_empty_is_said_with_what_to_do_first(tmp_path: Path) -> None:
    view = requests_out.make_requests(started_partnership(tmp_path / "empty"))

    assert view.made == ()
    assert view.passed == (
        "The register names nobody yet to ask. Fill it first: compact-tui partnership register import FILE",
    )


def test_what_was_made_before_a_failure_is_kept_and_noted_and_the_rest_is_made_next_time(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []

    def full(*args: object) -> Path:
        calls.append(args)
        if len(calls) == 2:
            raise WorkspaceError("The disk is full.", "")
        return make_folder(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(request_folder, "make_folder", full)
    with pytest.raises(WorkspaceError, match="full"):
        requests_out.make_requests(desk)
    assert [one.entry for one in chase(reopened(desk)).log] == ["P01"]

    view = requests_out.make_requests(reopened(desk))

    assert [line.entry for line in view.made] == ["P02", "P03"]


def test_a_setting_whose_return_is_here_is_not_asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compact_tui.services.requests_out.returned_on", lambda desk, cycle: {"P02": "2026-12-01"})

    assert [line.entry for line in requests_out.make_requests(desk).made] == ["P01", "P03"]


def test_making_can_be_stopped_and_goes_on_where_it_ended(desk: Desk) -> None:
    heard: list[tuple[int, int]] = []

    def told(done: int, of: int) -> bool:
        heard.append((done, of))
        return done < 2

    view = requests_out.make_requests(desk, told=told)

    assert [line.entry for line in view.made] == ["P01", "P02"]
    assert view.passed == ("Stopped: 1 request not made. Do it again to go on.",)
    assert heard == [(0, 3), (1, 3), (2, 3)]
    assert [line.entry for line in requests_out.make_requests(reopened(desk)).made] == ["P03"]


def test_what_was_made_cannot_be_taken_back_but_that_it_was_sent_can(desk: Desk) -> None:
    requests_out.make_requests(desk, ["P01", "P02"])

    noted = requests_out.note_sent(desk, ["P02"])
    assert (noted.noted, noted.on, noted.sentence) == (1, "2026-12-03", "1 email noted as sent.")
    assert {one.entry: one.sent_on for one in chase(desk).log} == {"P01": "", "P02": "2026-12-03"}
    rest = requests_out.note_sent(at(desk, days=2), on="4 December 2026")
    assert (rest.noted, rest.on) == (1, "2026-12-04")
    with pytest.raises(UsageError, match="Nothing waits"):
        requests_out.note_sent(desk)

    partnership.undo_partnership(desk)
    assert chase(reopened(desk)).unsent == 1
    partnership.undo_partnership(desk)
    assert chase(reopened(desk)).unsent == 2
    partnership.undo_partnership(desk)
    assert len(chase(reopened(desk)).log) == 2


@pytest.mark.parametrize(
    ("on", "message"), [("2 December 2026", "is before it was made"), ("2027-01-01", "has not come yet")]
)
def test_a_day_that_cannot_be_right_is_not_noted(desk: Desk, on: str, message: str) -> None:
    requests_out.make_requests(desk, ["P01"])

    with pytest.raises(UsageError, match=message):
        requests_out.note_sent(desk, on=on)

    assert chase(desk).unsent == 1


def test_reminders_go_to_those_that_are_late_once_a_day_and_to_whoever_is_named(desk: Desk) -> None:
    late = requests_out.make_reminders(desk)
    assert [line.entry for line in late.made] == ["P01", "P03"]
    again = requests_out.make_reminders(desk)
    assert (again.made, again.passed) == ((), ("2 settings reminded today already: nothing new was made.",))
    early = requests_out.make_reminders(desk, ["P02"])
    assert [line.entry for line in early.made] == ["P02"]
    tomorrow = requests_out.make_reminders(at(desk, days=1))
    assert [line.entry for line in tomorrow.made] == ["P01", "P03"]

    message = mail(tomorrow)
    body = message.get_body(("plain",))
    assert body is not None
    said = " ".join(body.get_content().split())
    assert message["Subject"].strip() == "Reminder: your return for the Compact audit 2026-2028, Brolly House"
    assert "It was due on 1 December 2026, 3 days ago." in said
    assert "Every two years" not in said
    assert said.startswith("Dear colleague, We have not had the return of Brolly House")
    early_body = mail(early).get_body(("plain",))
    assert early_body is not None
    assert "It was due" not in early_body.get_content()
    assert chase(desk).log[0].kind == "reminder"


def test_nobody_is_reminded_whose_return_could_be_here_and_belongs_to_nobody_yet(desk: Desk, tmp_path: Path) -> None:
    cycle = chase(desk).cycle
    collect(desk, [posted(tmp_path / "in", with_digest(replace(stranger("r-x", "Brolly Hous"), cycle=cycle)))])

    awaited = {line.id: line for line in chase(desk).awaited}
    made = requests_out.make_reminders(desk)

    assert [id_ for id_, line in awaited.items() if line.maybe_here] == ["P01"]
    assert awaited["P01"].short == "may be here, of nobody yet"
    assert "a return here could be theirs" in awaited["P01"].words
    assert [line.entry for line in made.made] == ["P03"]
    assert made.passed[0].startswith("1 setting left out: a return here that belongs to nobody yet could be theirs.")
    assert [line.entry for line in requests_out.make_reminders(desk, ["P01"]).made] == ["P01"]


def test_a_year_begins_with_a_request_that_a_setting_opens_and_answers(desk: Desk, tmp_path: Path) -> None:
    asked = requests_out.make_requests(desk)
    school = desk_in(tmp_path / "brolly", who="Lead", name="n")
    set_up(school)

    taken = requests.take_request(school, str(request_file(asked)), begin=True)

    setting = read_setting(reopened(school))
    assert setting is not None
    assert (setting.register_id, setting.due, setting.return_to) == ("P01", "2026-12-01", ("returns@rain.example",))
    assert (setting.social_care_phone, setting.numbers_checked_on) == ("023 9200 0001", "2026-08-01")
    assert open_audit(school).audit.head.id == taken.audit
    assert (open_audit(school).audit.head.pack, open_audit(school).audit.head.cycle) == (
        small_pack().pack.id,
        "2026-2028",
    )

    answering.answer(school, "u1-ticket", "in-hand", note="Ten picked blind, ten tickets.")
    collect(desk, [Path(returns.make(school).folder)])
    view = chase(reopened(desk))
    assert (view.returned, [line.id for line in view.awaited]) == (1, ["P02", "P03"])
    assert [(day.day, day.returned) for day in view.rate] == [("2026-12-03", 1)]
    collect(
        at(desk, days=5), [Path(returns.make(replace(at(school, days=2), new_id=lambda prefix: f"{prefix}-z")).folder)]
    )
    assert [(day.day, day.returned) for day in chase(reopened(desk)).rate] == [("2026-12-03", 1)]
    with pytest.raises(UsageError, match="The return of Brolly House has come in"):
        requests_out.make_reminders(desk, ["P01"])


def test_a_request_or_a_reminder_made_again_says_what_was_made_before(desk: Desk) -> None:
    first = requests_out.make_requests(desk, ["P01"])
    again = requests_out.make_requests(desk, ["P01", "P02"])
    reminded = requests_out.make_reminders(desk, ["P01"])
    twice = requests_out.make_reminders(desk, ["P01"])

    told = [[note for note in view.notes if "was made before" in note] for view in (first, again, reminded, twice)]
    assert [len(notes) for notes in told] == [0, 1, 0, 1]
    assert told[1][0].startswith("A request for Brolly House was made before, on ")
    assert first.made[0].folder in told[1][0]
    assert told[3][0].startswith("A reminder for Brolly House was made before")


@pytest.mark.parametrize(
    ("lacking", "said"),
    [
        ({"due": ""}, "They do not say by which day. "),
        ({"return_to": ""}, "They do not say to which address returns go. "),
        ({"due": "", "return_to": ""}, "They do not say to which address returns go and by which day. "),
    ],
)
def test_a_request_that_names_no_day_or_address_is_warned_of(
    tmp_path: Path, lacking: dict[str, str], said: str
) -> None:
    officer = with_register(started_partnership(tmp_path / "vague", **lacking))

    view = requests_out.make_requests(officer, ["P01"])

    [note] = [note for note in view.notes if "They do not say" in note]
    assert note.startswith(said)
    assert all(f"--{name.replace('_', '-')}" in note for name in lacking)
