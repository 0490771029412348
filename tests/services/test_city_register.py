"""The city register: single-agency audits as they were sent in last, and spot checks as numbers and nothing else."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.exchange.agency_json import encode_agency
from compact_tui.services.city_register import city_register
from compact_tui.services.collect_index import rebuild_index
from compact_tui.services.collecting import collect
from compact_tui.services.desk import Desk
from compact_tui.storage.originals import originals_in
from tests.agency import agency_return
from tests.services.collect_desks import partnership
from tests.services.knowledge_desks import heard, rows, send


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return partnership(tmp_path / "partnership")


def test_spot_rows_are_kept_as_numbers_and_nothing_that_was_said_stays(desk: Desk, tmp_path: Path) -> None:
    [first] = heard(1, "topic-1", "full")
    together = replace(first, id="h-9", counts=(("full", 3), ("not-yet", 2)))
    for number in range(1, 6):
        send(desk, tmp_path / "in", f"s{number}", rows(number, *heard(number, "topic-1", "partial")))
    send(desk, tmp_path / "in", "more", rows(1, together))

    [topic] = city_register(desk).topics
    assert (topic.answers, topic.levels) == (10, (("full", 3), ("partial", 5), ("not-yet", 2)))
    assert topic.sentence == "topic-1: knew 30% of 10 answers, in 5 settings."
    kept = b"".join(path.read_bytes() for path in originals_in(desk.workspace.originals_folder))
    assert not [word for word in (b"Bob", b"BB", b"Porters") if word in kept]


def test_answers_that_come_in_two_files_count_once_and_the_same_file_is_known(desk: Desk, tmp_path: Path) -> None:
    for number in range(1, 6):
        send(desk, tmp_path / "in", f"s{number}", rows(number, *heard(number, "topic-1", "full")))
    more = rows(1, *heard(1, "topic-1", "full", "full"))
    (tmp_path / "in" / "more.json").write_bytes(more)

    again = collect(desk, [tmp_path / "in"])

    assert (again.other, again.duplicates) == (1, 5)
    assert city_register(desk).topics[0].answers == 6


def test_a_topic_that_few_settings_asked_about_shows_no_numbers(desk: Desk, tmp_path: Path) -> None:
    send(desk, tmp_path / "in", "s1", rows(1, *heard(1, "topic-1", *["full"] * 20)))

    [topic] = city_register(desk).topics
    assert (topic.answers, topic.levels) == (0, ())
    assert topic.sentence.startswith("topic-1: too few settings to show")


def test_a_single_agency_audit_stands_in_the_register_as_it_was_sent_last(desk: Desk, tmp_path: Path) -> None:
    first = agency_return()
    later = replace(first, id="ga-later", supersedes=first.id, made_on="2027-01-05")
    for name, sent in (("b.json", later), ("a.json", first)):
        (tmp_path / name).write_bytes(encode_agency(sent))

    collected = collect(desk, [tmp_path / "b.json", tmp_path / "a.json"])
    view = city_register(desk)

    assert collected.other == 2
    assert [one.id for one in view.audits] == ["ga-later"]
    assert first.setting.name in view.audits[0].sentence
    rebuild_index(desk)
    assert city_register(desk) == view


def test_a_damaged_single_agency_audit_is_put_aside(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(encode_agency(agency_return()).replace(b"2026", b"2025", 1))

    assert collect(desk, [tmp_path / "a.json"]).quarantined[0].reason.startswith("This single-agency audit was damaged")
