"""Packs by commands: their sources, their page, one variation of them, and the check of all that are shipped."""

from pathlib import Path

import pytest

from compact_tui.core.pack_counts import variation_counts
from compact_tui.services.packs import pack_named
from tests.cli.conftest import SMALL_PACK, Run

SMALL = str(SMALL_PACK)
SHIPPED = ["compact-12", "small-group"]


def test_sources_are_a_table_with_what_is_due_below(run: Run) -> None:
    ran = run("pack", "sources", SMALL)

    lines = ran.out.splitlines()
    assert ran.code == 0
    assert lines[0].split("  ")[0] == "Source"
    assert lines[1].startswith("Umbrella by-law, 1907, amended 2025  in force")
    assert "4 / 4" in lines[1]
    assert "10 January 2026" in lines[1]
    assert "look it up in the source itself" in lines[2]
    assert lines[-1] == "0 sources due for checking."


def test_sources_as_data_name_the_criteria_that_rest_on_them(run: Run) -> None:
    law, book = run("pack", "sources", SMALL, "--json").data

    assert (law["id"], law["musts"], law["due"]) == ("umbrella-by-law", 4, False)
    assert law["criteria"] == ["u1-ticket", "u2-watch", "u3-match", "u3-unclaimed"]
    assert book["id"] == "cloakroom-handbook"


def test_a_source_that_nobody_has_checked_is_due_and_says_never(run: Run, tmp_path: Path) -> None:
    text = "".join((SMALL_PACK / name).read_text("utf-8") for name in ("pack.toml", "u1.toml"))
    pack = tmp_path / "one.toml"
    pack.write_text(text.replace('checked_on = "2026-01-10"', 'checked_on = ""').replace('"Third"', '""'), "utf-8")

    lines = run("pack", "sources", str(pack)).out.splitlines()

    assert lines[-1] == "2 sources due for checking."
    assert all("never, DUE" in line for line in lines[1:3])
    assert lines[2].split("  ")[0] == "The cloakroom handbook"


@pytest.mark.parametrize("verb", ["sources", "show"])
def test_the_usual_pack_is_meant_when_none_is_named(run: Run, verb: str) -> None:
    assert run("pack", verb, "--json").data == run("pack", verb, SHIPPED[0], "--json").data


def test_a_page_is_written_where_it_is_said_and_never_twice(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "page.html"

    ran = run("pack", "print", SMALL, "--variation", "kiosk", "--output", str(file))

    assert (ran.code, ran.out.splitlines()) == (
        0,
        [f"Written: {file}", "Open it in a browser to read or print it."],
    )
    assert "Care of visitors&#39; umbrellas" in file.read_text("utf-8")
    again = run("pack", "print", SMALL, "--output", str(file), "--json")
    assert (again.code, again.out) == (2, "")
    assert "is there already" in again.err


def test_a_page_without_a_name_is_named_after_pack_and_variation(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert run("pack", "print", SMALL, "--json").data == {"file": str(tmp_path / "umbrella-care-gallery.html")}
    assert run("pack", "print", "small-group", "--json").data == {
        "file": str(tmp_path / "small-group-small-group.html")
    }


@pytest.mark.parametrize(
    ("argv", "code", "said"),
    [
        (("sources", "compact-21"), 2, 'Did you mean "compact-12"?'),
        (("print", "compact-21"), 2, 'Did you mean "compact-12"?'),
        (("print", SMALL, "--variation", "kioks"), 2, 'Did you mean "kiosk"?'),
        (("print", SMALL, "--output", "no-such-folder/page.html"), 4, "page.html"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, argv: tuple[str, ...], code: int, said: str
) -> None:
    monkeypatch.chdir(tmp_path)

    ran = run("pack", *argv, "--json")

    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".html"] == []


@pytest.mark.parametrize("variation", ["education", "early-years", "other"])
def test_a_pack_is_shown_as_one_variation_sees_it(run: Run, variation: str) -> None:
    shown = run("pack", "show", "compact-12", "--variation", variation, "--json").data

    criteria = [c for s in shown["standard"] for c in s["criterion"]]
    assert all(not c["variations"] or variation in c["variations"] for c in criteria)
    assert all(c["variant"] == [] for c in criteria)
    counts = {seen.variation: seen.criteria for seen in variation_counts(pack_named("compact-12"))}
    assert len(criteria) == counts[variation]
    text = run("pack", "show", "compact-12", "3", "--variation", variation).out
    assert text.startswith("3  ")


def test_lint_without_a_name_checks_every_shipped_pack(run: Run) -> None:
    ran = run("pack", "lint")
    checks = run("pack", "lint", "--json").data

    assert [check["pack"] for check in checks] == SHIPPED
    assert ran.code == (1 if any(check["errors"] for check in checks) else 0)
    heads = [line for line in ran.out.splitlines() if line.split(" ")[0] in SHIPPED]
    assert [line.split(" ")[0] for line in heads] == SHIPPED
    assert checks == [run("pack", "lint", name, "--json").data for name in SHIPPED]


def test_lint_counts_what_each_variation_sees(run: Run) -> None:
    twelve, small = run("pack", "lint", "--json").data
    printed = run("pack", "lint").out

    for seen in (*twelve["variations"], *small["variations"]):
        assert set(seen) == {"variation", "offered", "criteria", "shared", "own", "duties"}
        assert sum(duty["criteria"] for duty in seen["duties"]) == seen["criteria"]
        assert f"  {seen['variation']}: {seen['criteria']} criteria; " in printed
    assert {seen["shared"] for seen in twelve["variations"]} == {twelve["variations"][0]["shared"]}
    assert (small["variations"][0]["shared"], small["variations"][0]["own"]) == (0, small["criteria"])
    assert "shared" not in printed.partition("small-group 2026")[2]


def test_lint_of_a_pack_with_one_unfinished_variation_says_so(run: Run, tmp_path: Path) -> None:
    text = "".join((SMALL_PACK / name).read_text("utf-8") for name in ("pack.toml", "u1.toml"))
    pack = tmp_path / "one.toml"
    text = text.replace('sector = "other"', 'sector = "other"\noffered = false').replace('["u2", "u1"]', '["u1"]')
    pack.write_text(text, "utf-8")

    lines = run("pack", "lint", str(pack)).out.splitlines()

    assert lines[1:] == [
        "  gallery: 3 criteria; 3 shared with all, 0 of its own; 1 must, 2 kind-custom.",
        "  kiosk (not offered yet): 3 criteria; 3 shared with all, 0 of its own; 1 must, 2 kind-custom.",
    ]
