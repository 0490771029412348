"""The city register: single-agency audits as they were sent in last, and spot checks as numbers and nothing else."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.spot import Heard
from compact_tui.exchange.agency_json import encode_agency
from compact_tui.exchange.spot_json import SpotRows, write_rows
from compact_tui.services.city_register import city_register
from compact_tui.services.collect_index import rebuild_index
from compact_tui.services.collecting import collect
from compact_tui.services.desk import Desk
from compact_tui.storage.originals import originals_in
from tests.agency import agency_return
from tests.services.collect_desks import partnership


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return partnership(tmp_path / "partnership")


def _heard(number: int, level: str = "full", **changes: object) -> Heard:
    plain = Heard(
        id=f"h-{number}",
        check="k-1",
        question="q-1",
        fact="f",
        topic="topic-1",
        bank="umbrellas",
        edition="1",
        group="Porters",
        on="2026-12-01",
        level=level,
        note="Bob said so",
        initials="BB",
    )
    return replace(plain, **changes)


def _sent(folder: Path, name: str, *heard: Heard) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(write_rows(SpotRows(heard=heard), "2026-12-02"))
    return folder


def test_spot_rows_are_kept_as_numbers_and_nothing_that_was_said_stays(desk: Desk, tmp_path: Path) -> None:
    together = _heard(9, counts=(("full", 3), ("not-yet", 2)))
    collected = collect(desk, [_sent(tmp_path / "in", "a.json", _heard(1), _heard(2, "partial"), together)])

    [topic] = city_register(desk).topics
    assert (collected.other, collected.accepted) == (1, 0)
    assert (topic.answers, topic.levels) == (7, (("full", 4), ("partial", 1), ("not-yet", 2)))
    kept = b"".join(path.read_bytes() for path in originals_in(desk.workspace.originals_folder))
    assert not [word for word in (b"Bob", b"BB", b"Porters") if word in kept]


def test_answers_that_come_in_two_files_count_once_and_the_same_file_is_known(desk: Desk, tmp_path: Path) -> None:
    some = [_heard(number) for number in range(1, 6)]
    collect(desk, [_sent(tmp_path / "in", "a.json", *some)])
    _sent(tmp_path / "in", "b.json", *some, _heard(6))

    again = collect(desk, [tmp_path / "in"])

    assert (again.other, again.duplicates) == (1, 1)
    assert city_register(desk).topics[0].answers == 6


def test_a_topic_with_few_answers_shows_no_numbers(desk: Desk, tmp_path: Path) -> None:
    collect(desk, [_sent(tmp_path / "in", "a.json", _heard(1), _heard(2))])

    [topic] = city_register(desk).topics
    assert (topic.answers, topic.levels) == (0, ())
    assert topic.sentence == "topic-1: fewer than 5 answers."


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
