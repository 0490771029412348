"""Printing pages by commands."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_without_an_option_it_lists_what_can_be_printed(started: Run) -> None:
    listed = started("audit", "print")

    assert listed.code == 0
    assert "The audit on paper, to fill in" in listed.out
    assert "about" in listed.out
    view = started("audit", "print", "--json").data
    assert [line["id"] for line in view["pages"]][:3] == ["support", "blank", "blank-guided"]


@pytest.mark.parametrize(
    ("options", "kind"),
    [
        (("--blank",), "blank"),
        (("--blank", "--guided"), "blank-guided"),
        (("--head",), "head"),
        (("--inspection",), "inspection"),
        (("--support",), "support"),
        (("--act-now",), "act-now"),
        (("--report",), "report"),
        (("--together", "2"), "together"),
    ],
)
def test_each_option_writes_its_page_and_says_where(started: Run, workspace: Path, options: tuple[str, ...], kind: str) -> None:  # fmt: skip  # noqa: E501
    printed = started("audit", "print", *options, "--json").data

    assert printed["kind"] == kind
    assert printed["sides"] >= 1
    path = Path(printed["page"])
    assert path.parent == (workspace / "pages").absolute()
    assert path.read_bytes().startswith(b"<!DOCTYPE html>")
    assert str(path) in started("audit", "print", *options).out


def test_it_goes_where_it_is_sent_and_replaces_nothing_foreign(started: Run, tmp_path: Path) -> None:
    target = tmp_path / "mine.html"
    assert started("audit", "print", "--blank", "--output", str(target)).code == 0
    target.write_text("Mine.")

    refused = started("audit", "print", "--blank", "--output", str(target))

    assert refused.code == 2
    assert "is there already" in refused.err
    assert target.read_text() == "Mine."


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--guided",), "--guided goes with --blank only."),
        (("--head", "--guided"), "--guided goes with --blank only."),
        (("--head", "--blank"), "One page at a time"),
        (("--head", "--together", "1"), "One page at a time"),
        (("--output", "x.html"), "It is not said which page."),
        (("--improvement",), "cannot be printed here"),
        (("--together", "9"), 'There is no standard "9".'),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    started: Run, workspace: Path, options: tuple[str, ...], said: str
) -> None:
    refused = started("audit", "print", *options)

    assert refused.code == 2
    assert said in refused.err
    assert not (workspace / "pages").exists()


def test_without_an_audit_it_says_how_to_begin(run: Run) -> None:
    assert "No audit has been started" in run("audit", "print").err
