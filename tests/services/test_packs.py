"""Listing, showing and checking packs."""

import shutil
from pathlib import Path

import pytest

from compact_tui.core.errors import CompactError, ExitCode, FileNotAcceptableError, UsageError
from compact_tui.core.problems import Severity
from compact_tui.services.packs import (
    check_pack,
    check_shipped,
    list_packs,
    pack_line,
    pack_named,
    pack_sources,
    print_pack,
    show_pack,
)
from tests.pages import read_page
from tests.services.desks import SMALL_PACK

SMALL = str(SMALL_PACK)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return shutil.copytree(SMALL_PACK, tmp_path / "pack")


def test_the_shipped_packs_are_listed_with_what_they_are_ready_for() -> None:
    twelve, small = list_packs()

    assert (twelve.id, twelve.standards, twelve.wording) == ("compact-12", 12, "independent")
    assert twelve.variations == ("education", "early-years", "other")
    assert (small.id, small.standards, small.variations) == ("small-group", 7, ("small-group",))
    for line in (twelve, small):
        assert line.criteria == sum(len(s.criterion) for s in show_pack(line.id).standard)


def test_a_pack_is_found_by_its_id_or_by_the_path_of_its_folder() -> None:
    assert pack_named("compact-12").pack.id == "compact-12"
    assert pack_line(pack_named(SMALL)).variations == ("gallery", "kiosk")
    assert pack_line(pack_named(SMALL)).criteria == 9


@pytest.mark.parametrize("name", ["", ".", "nowhere", "\0", "x" * 300, "a/" * 3000])
def test_a_name_that_is_no_pack_is_told_with_those_there_are(name: str) -> None:
    for verb in (pack_named, show_pack, lambda n: check_pack(n, "2026-12-03")):
        with pytest.raises(UsageError, match="There is no pack") as caught:
            verb(name)
        assert caught.value.code is ExitCode.USAGE


def test_a_broken_pack_is_not_used_and_the_place_of_the_first_mistake_is_told(copy: Path) -> None:
    file = copy / "u2.toml"
    file.write_text(file.read_text("utf-8").replace("number = 2", 'number = "two"\nnumbr = 2'), encoding="utf-8")

    with pytest.raises(FileNotAcceptableError) as caught:
        pack_named(str(copy))

    assert "u2.toml" in caught.value.message
    assert "mistakes in all" in caught.value.message
    assert caught.value.hint == "Nothing was changed."


def test_one_standard_as_one_variation_sees_it_can_be_shown() -> None:
    assert [s.id for s in show_pack(SMALL, "2", "kiosk").standard] == ["u2"]
    assert [s.id for s in show_pack(SMALL).standard] == ["u1", "u2", "u3"]
    with pytest.raises(UsageError) as variation:
        show_pack(SMALL, "", "kiosks")
    with pytest.raises(UsageError, match='There is no standard "9"'):
        show_pack(SMALL, "9")
    assert variation.value.hint == 'Did you mean "kiosk"?'


def test_a_variation_sees_only_its_own_criteria(copy: Path) -> None:
    file = copy / "u2.toml"
    text = file.read_text("utf-8").replace('id = "u2-repair"', 'id = "u2-repair"\nvariations = ["kiosk"]')
    file.write_text(text, encoding="utf-8")

    shown = {v: [c.id for c in show_pack(str(copy), "2", v).standard[0].criterion] for v in ("gallery", "kiosk", "")}

    assert shown["kiosk"] == ["u2-watch", "u2-repair", "u2-parasols"]
    assert shown["gallery"] == shown[""] == ["u2-watch", "u2-parasols"]


def test_a_sound_pack_is_checked_without_an_error() -> None:
    check = check_pack(SMALL, "2026-12-03")

    assert (check.pack, check.edition, check.standards, check.criteria) == ("umbrella-care", "2026.1", 3, 9)
    assert [p.what for p in check.problems if p.severity is Severity.ERROR] == []
    assert check.errors == 0
    assert check.warnings == len(check.problems)


def test_a_date_that_has_passed_is_a_warning_of_that_day() -> None:
    assert check_pack(SMALL, "2029-01-01").warnings > check_pack(SMALL, "2026-12-03").warnings


def test_mistakes_of_content_are_counted_and_told_with_file_and_line(copy: Path) -> None:
    file = copy / "u3.toml"
    file.write_text(file.read_text("utf-8").replace('duty = "kind-custom"', 'duty = "kind-costum"'), encoding="utf-8")

    check = check_pack(str(copy), "2026-12-03")

    (problem,) = [p for p in check.problems if p.severity is Severity.ERROR]
    assert (check.errors, problem.file) == (1, "u3.toml")
    line = file.read_text("utf-8").splitlines()[problem.line - 1]
    assert line == 'duty = "kind-costum"'
    assert "kind-custom" in f"{problem.what} {problem.remedy}"


def test_a_pack_that_cannot_be_read_at_all_is_checked_too(copy: Path) -> None:
    (copy / "pack.toml").write_text("[pack\n", encoding="utf-8")

    check = check_pack(str(copy), "2026-12-03")

    assert (check.pack, check.standards, check.criteria) == (str(copy), 0, 0)
    assert check.errors >= 1
    assert any(p.file == "pack.toml" for p in check.problems)


def test_the_counts_of_a_check_are_of_the_whole_pack_and_of_each_variation(copy: Path) -> None:
    file = copy / "u2.toml"
    text = file.read_text("utf-8").replace('id = "u2-repair"', 'id = "u2-repair"\nvariations = ["kiosk"]')
    file.write_text(text, encoding="utf-8")

    check = check_pack(str(copy), "2026-12-03")

    assert (check.standards, check.criteria) == (3, 9)
    assert [(v.variation, v.criteria, v.shared, v.own) for v in check.variations] == [
        ("gallery", 8, 8, 0),
        ("kiosk", 9, 8, 1),
    ]


def test_a_mistake_in_a_variant_is_told_with_its_line(copy: Path) -> None:
    file = copy / "u1.toml"
    text = file.read_text("utf-8")
    variant = '[[standard.criterion.variant]]\nvariations = ["kiosk"]\ngood = "Pegs."\nevidence_kinds = ["stubs"]\n\n'
    second = text.index('[[standard.criterion]]\nid = "u1-greeting"')
    file.write_text(text[:second] + variant + text[second:], encoding="utf-8")

    (problem,) = check_pack(str(copy), "2026-12-03").problems

    assert problem.where == "u1-wet-rack, variant 1, evidence_kinds 1"
    assert file.read_text("utf-8").splitlines()[problem.line - 1] == 'evidence_kinds = ["stubs"]'


def test_topics_are_known_for_shipped_packs_and_left_alone_in_others(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert check_pack(str(copy), "2026-12-03").errors == 0
    monkeypatch.setattr("compact_tui.storage.packs._shipped_folder", lambda: copy.parent)

    (check,) = check_shipped("2026-12-03")

    assert {problem.what for problem in check.problems} == {
        'No topic "tickets" is known.',
        'No topic "rack" is known.',
        'No topic "lost" is known.',
    }


def test_every_shipped_pack_is_checked_in_one_go() -> None:
    checks = check_shipped("2026-12-03")

    assert [check.pack for check in checks] == ["compact-12", "small-group"]
    assert [check_pack(check.pack, "2026-12-03") for check in checks] == list(checks)


def test_sources_are_those_of_the_whole_pack() -> None:
    lines = pack_sources(SMALL, "2026-12-03")

    assert [(line.id, len(line.criteria), line.musts, line.due) for line in lines] == [
        ("umbrella-by-law", 4, 4, False),
        ("cloakroom-handbook", 5, 0, False),
    ]
    assert all(line.due for line in pack_sources(SMALL, "2027-01-11"))


def test_a_pack_is_printed_as_a_page_named_after_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    path = print_pack(SMALL)
    other = print_pack(SMALL, "kiosk", str(tmp_path / "page.html"))

    assert path == tmp_path / "umbrella-care-gallery.html"
    page = read_page(path.read_bytes())
    said = [text for _, text in page.texts]
    assert page.wrong == []
    assert "Care of visitors' umbrellas: three standards" in said
    assert [c.id for s in show_pack(SMALL).standard for c in s.criterion if c.text not in said] == []
    assert other == tmp_path / "page.html"


def test_a_page_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    there = tmp_path / "mine.html"
    there.write_text("mine", encoding="utf-8")

    with pytest.raises(UsageError, match="is there already") as caught:
        print_pack(SMALL, "", str(there))

    assert "--output" in caught.value.hint
    assert there.read_text("utf-8") == "mine"


@pytest.mark.parametrize("name", ["no-folder/page.html", "x" * 300 + ".html"])
def test_a_page_that_cannot_be_written_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(CompactError):
        print_pack(SMALL, "", str(tmp_path / name))

    assert list(tmp_path.iterdir()) == []
