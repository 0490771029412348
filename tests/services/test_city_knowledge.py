"""What staff across the city know: whose answers they are, each counted once, and few settings kept back."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from compact_tui.core.digest import digest_of
from compact_tui.core.errors import UsageError
from compact_tui.core.knowledge_views import CityKnowledge
from compact_tui.core.returns import with_digest
from compact_tui.exchange.agency_json import encode_agency
from compact_tui.exchange.cohort_mail import mail_with
from compact_tui.exchange.spot_counts_json import read_counts
from compact_tui.services import analysing, facts
from compact_tui.services.city_knowledge import city_knowledge
from compact_tui.services.city_register import city_register
from compact_tui.services.collect_index import rebuild_index
from compact_tui.services.collecting import collect, take_bytes
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership_book import keep
from compact_tui.services.spot_exchange import export_rows
from compact_tui.storage.originals import originals_in
from tests.agency import agency_return
from tests.services.collect_desks import entry, partnership, posted
from tests.services.desks import started
from tests.services.knowledge_desks import heard, knowing_desk, return_telling, rows, send


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing waits for the disk."""
    monkeypatch.setattr("os.fsync", lambda handle: None)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return partnership(tmp_path / "partnership", settings=8)


@pytest.fixture
def knowing(tmp_path: Path) -> Desk:
    return knowing_desk(tmp_path / "partnership")


def _brief(view: CityKnowledge) -> dict[str, str]:
    return {one.topic: one.figure.brief for one in view.topics}


def test_topics_stand_with_the_least_known_first_and_few_settings_kept_back(knowing: Desk) -> None:
    view = city_knowledge(knowing)

    tickets, rack = view.topics
    assert (tickets.figure.brief, rack.figure.brief) == ("75% of 20", "too few")
    assert tickets.figure.sentence == "Knew 75% of 20 answers, in 10 settings."
    assert [(one.word, one.brief) for one in tickets.groups] == [
        ("Education", "50% of 10"),
        ("Early years", "100% of 10"),
    ]
    assert [(one.level, one.count) for one in tickets.figure.levels] == [("full", 15), ("not-yet", 5)]
    assert tickets.standards == ("u1", "u3")
    assert "lost" not in _brief(view)


def test_a_sector_is_shown_by_itself_where_it_may_be(knowing: Desk) -> None:
    shown = {sector: city_knowledge(knowing, sector).topics[0].figure for sector in ("education", "other")}

    assert (shown["education"].brief, shown["other"].brief) == ("50% of 10", "nobody asked")
    with pytest.raises(UsageError, match="no sector"):
        city_knowledge(knowing, "educaton")


def test_a_standard_adds_what_is_shown_of_its_topics_and_what_returns_tell(knowing: Desk) -> None:
    by_id = {one.standard: one for one in city_knowledge(knowing).standards}

    assert by_id["u1"].sentence == "Staff asked on its topics: knew 75% of 20 answers, in 10 settings."
    assert by_id["u2"].figure.brief == "75% of 24"
    assert (by_id["u2"].told_with_returns, by_id["u2"].figure.levels) == (6, ())


def test_a_setting_that_sent_answers_is_not_counted_again_by_its_return(knowing: Desk, tmp_path: Path) -> None:
    before = city_knowledge(knowing).standards[1].figure
    send(knowing, tmp_path / "more", "s11", rows(11, *heard(11, "tickets", "full")))

    after = city_knowledge(knowing)

    assert (before.answers, after.standards[1].figure.answers) == (24, 20)
    assert after.topics[0].figure.settings == 11


def test_the_line_in_the_analysis_is_that_of_the_view(knowing: Desk) -> None:
    page = analysing.analyse(knowing)

    staff = {row.standard: row.cells[-1].lines[-1] for row in page.rows}
    assert {one.standard: staff[one.standard] for one in city_knowledge(knowing).standards if one.figure.answers} == {
        one.standard: one.sentence for one in city_knowledge(knowing).standards if one.figure.answers
    }
    education = {row.standard: row.cells[0].lines[-1] for row in page.rows}
    assert education["u1"] == "Staff asked on its topics: knew 50% of 10 answers, in 5 settings."


def test_counts_of_a_return_that_are_old_are_not_counted(desk: Desk, tmp_path: Path) -> None:
    told = (return_telling(number, last="2025-11-20" if number == 1 else "2026-11-20") for number in range(1, 7))
    collect(desk, [posted(tmp_path / "returns", *told)])

    assert city_knowledge(desk).standards[1].figure.sentence == "Knew 75% of 20 answers, in 5 settings."


def test_answers_older_than_a_year_are_not_counted(desk: Desk, tmp_path: Path) -> None:
    for number in range(1, 7):
        day = "2025-12-31" if number == 1 else "2026-01-01"
        send(desk, tmp_path / "in", f"s{number}", rows(number, *heard(number, "tickets", "full", on=day)))

    view = city_knowledge(desk)
    assert (view.since, view.topics[0].figure.settings) == ("2026-01", 5)


def test_something_unsafe_is_told_by_itself_and_is_not_known(desk: Desk, tmp_path: Path) -> None:
    for number in range(1, 6):
        send(desk, tmp_path / "in", f"s{number}", rows(number, *heard(number, "rack", "full", unsafe=number == 1)))

    figure = city_knowledge(desk).topics[0].figure
    assert [(one.word, one.count) for one in figure.levels] == [("knew", 4), ("said something unsafe", 1)]


@pytest.mark.parametrize("known_last", [True, False])
def test_a_file_that_says_whose_it_is_goes_before_one_that_does_not(
    desk: Desk, tmp_path: Path, known_last: bool
) -> None:
    said = heard(1, "tickets", "full")
    for number in range(2, 6):
        send(desk, tmp_path / "in", f"s{number}", rows(number, *heard(number, "tickets", "full")))
    files = [rows(0, *said), rows(1, *said)]
    for at, data in enumerate(files if known_last else reversed(files)):
        send(desk, tmp_path / "in", f"again{at}", data)

    view = city_knowledge(desk)
    assert (view.topics[0].figure.answers, view.topics[0].figure.settings) == (5, 5)
    assert not any("nobody knows whose" in note for note in view.notes)


def test_answers_of_nobody_in_the_register_count_as_one_setting_and_keep_returns_out(
    knowing: Desk, tmp_path: Path
) -> None:
    for number in (0, 77, 78):
        send(knowing, tmp_path / "more", f"x{number}", rows(number, *heard(number, "rack", "full")))

    view = city_knowledge(knowing)

    assert view.settings == 11
    assert _brief(view)["rack"] == "too few"
    assert view.standards[1].figure.brief == "too few"
    assert any("count as one setting" in note for note in view.notes)
    assert any("counts of returns are left out of 2 " in note for note in view.notes)


def test_the_address_of_a_mail_says_whose_a_file_is_that_does_not(desk: Desk, tmp_path: Path) -> None:
    for number in range(1, 6):
        data = rows(0, *heard(number, "tickets", "full"))
        (tmp_path / f"{number}.eml").write_bytes(mail_with(f"LEAD{number}@gallery.example", "Ours", "a.json", data))
        collect(desk, [tmp_path / f"{number}.eml"])

    assert city_knowledge(desk).topics[0].figure.settings == 5
    rebuild_index(desk)
    assert city_knowledge(desk).topics[0].figure.settings == 5


def test_the_digest_of_its_id_tells_a_setting_that_its_file_names_otherwise(desk: Desk, tmp_path: Path) -> None:
    collect(desk, [posted(tmp_path / "returns", return_telling(1), return_telling(2))])
    for number in range(1, 6):
        data = rows(number, *heard(number, "tickets", "full"))
        for name in (b"1", b"2"):
            data = data.replace(b'"G%s"' % name, b'""').replace(b'"Gallery %s"' % name, b'"The old hall"')
        send(desk, tmp_path / "in", f"s{number}", data)

    assert city_knowledge(desk).topics[0].figure.settings == 5


def test_what_returns_on_another_audit_tell_is_not_mixed_in(desk: Desk, tmp_path: Path) -> None:
    told = [return_telling(number) for number in range(1, 8)]
    told[0] = with_digest(replace(told[0], pack=replace(told[0].pack, edition="2025.1")))
    collect(desk, [posted(tmp_path / "returns", *told)])

    assert city_knowledge(desk).standards[1].figure.settings == 6


def test_counts_that_were_collected_by_an_earlier_program_are_read_and_are_of_one_setting(desk: Desk) -> None:
    for number in range(1, 7):
        counts: list[dict[str, Any]] = [
            {"id": f"h-{number}", "month": "2026-12", "topic": "tickets", "levels": [["full", 1]]}
        ]
        take_bytes(desk, "counts", _earlier(f"sc-{number}", counts))

    view = city_knowledge(desk)
    assert (view.settings, _brief(view)) == (1, {"tickets": "too few"})


def _earlier(id_: str, counts: list[dict[str, Any]]) -> bytes:
    plain = {"format": "compact-spot-counts", "format_version": 1, "id": id_, "counts": counts}
    return json.dumps({**plain, "digest": digest_of(plain)}).encode()


def test_what_is_kept_names_the_setting_and_nothing_that_was_said(knowing: Desk) -> None:
    kept = [path.read_bytes() for path in originals_in(knowing.workspace.originals_folder)]
    counts = [read_counts(data) for data in kept if b"compact-spot-counts" in data]

    assert {one.source.register_id for one in counts if one.source} == {f"G{n}" for n in range(1, 11)}
    assert not [word for word in (b"Bob", b"BB", b"Porters") if word in b"".join(kept)]


def test_what_audits_found_of_a_standard_stands_with_its_topics_without_the_agency(
    knowing: Desk, tmp_path: Path
) -> None:
    sent = agency_return()
    sent = replace(sent, standards=(replace(sent.standards[0], id="u1"),))
    (tmp_path / "agency.json").write_bytes(encode_agency(sent))
    collect(knowing, [tmp_path / "agency.json"])

    [said] = city_knowledge(knowing).topics[0].audits
    assert sent.about.title in said
    assert sent.setting.name not in said


def test_the_city_register_shows_the_same_figures(knowing: Desk) -> None:
    assert [(one.topic, one.answers) for one in city_register(knowing).topics] == [("tickets", 20), ("rack", 0)]


def test_the_table_of_knowledge_adds_up_to_the_figures(knowing: Desk) -> None:
    made = facts.write_facts(knowing)
    database = sqlite3.connect(f"file:{Path(made.folder) / 'facts.sqlite'}?mode=ro", uri=True)
    asked = "select sum(answers), count(distinct entry) from knowledge where source = ? and topic = ? and standard = ?"
    tickets = database.execute(asked, ("answers", "tickets", "")).fetchone()
    told = database.execute(asked, ("return", "", "u2")).fetchone()
    knew = database.execute("select sum(answers) from knowledge where topic = 'tickets' and level = 'full'").fetchone()
    database.close()

    assert (tickets, told, knew) == ((20, 10), (24, 6), (15,))


def test_a_setting_says_whose_its_spot_checks_are(tmp_path: Path) -> None:
    own = started(tmp_path / "own")
    written = Path(export_rows(own, tmp_path / "rows.json").path)

    [whose] = json.loads(written.read_bytes())["setting"]
    assert sorted(whose) == ["id", "name", "register_id"]


def test_what_came_in_later_and_a_change_of_the_register_are_seen_at_once(desk: Desk, tmp_path: Path) -> None:
    for number in range(1, 6):
        assert city_knowledge(desk).settings == number - 1
        send(desk, tmp_path / "in", f"s{number}", rows(number, *heard(number, "tickets", "full")))
    assert city_knowledge(desk).topics[0].groups[0].word == "Education"

    moved = tuple(edit("register", f"G{n}", entry(n), entry(n, sector="other")) for n in range(1, 6))
    keep(desk, "register-change", "moved", moved)

    assert city_knowledge(desk).topics[0].groups[0].word == "Other"
