"""What is printed: safe for terminals, whole for programs."""

import io
import json
import sys
from argparse import Namespace
from contextlib import redirect_stdout

import pytest

from compact_tui.cli import output
from tests.cli.conftest import Run

NASTY = "a\x1b[2Jb\u202ec\x9bd\U0001f302\U000e0001"


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """A terminal of 80 columns to print on."""
    screen = io.StringIO()
    monkeypatch.setattr(screen, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return screen


@pytest.mark.parametrize("plain", [False, True])
def test_nothing_from_a_file_steers_the_terminal(terminal: io.StringIO, plain: bool) -> None:
    with redirect_stdout(terminal):
        output.table(Namespace(plain=plain), ("Note",), [(NASTY,)])
        output.say(NASTY)

    shown = terminal.getvalue()
    assert shown.count("a<U+001B>[2Jb<U+202E>c<U+009B>d\U0001f302<U+E0001>") == 2
    assert not {"\u202e", "\x9b", "\U000e0001"} & set(shown)
    assert "\x1b[2J" not in shown


def test_data_on_a_terminal_is_escaped_and_still_the_same(terminal: io.StringIO) -> None:
    with redirect_stdout(terminal):
        output.print_json({"note": NASTY})

    shown = terminal.getvalue()
    assert shown.removesuffix("\n").isprintable()
    assert json.loads(shown) == {"note": NASTY}


def test_markup_in_a_text_is_no_markup(terminal: io.StringIO) -> None:
    with redirect_stdout(terminal):
        output.table(Namespace(), ("[b]Id[/b]",), [("[red]x[/red] :smile:",)])

    assert "[b]Id[/b]" in terminal.getvalue()
    assert "[red]x[/red] :smile:" in terminal.getvalue()


def test_a_table_on_a_plain_terminal_has_ascii_lines_only(terminal: io.StringIO) -> None:
    with redirect_stdout(terminal):
        output.table(Namespace(ascii=True), ("Id", "What"), [("e-1", "Roll")])

    assert "|" in terminal.getvalue()
    assert terminal.getvalue().isascii()


def test_running_text_is_no_wider_than_the_terminal(terminal: io.StringIO) -> None:
    with redirect_stdout(terminal):
        assert output.width() == 80


def test_running_text_in_a_file_is_100_columns_wide() -> None:
    assert output.width() == 100


@pytest.mark.parametrize("at_terminal", [False, True])
def test_no_character_stops_a_command(monkeypatch: pytest.MonkeyPatch, at_terminal: bool) -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="cp1252")
    monkeypatch.setattr(stream, "isatty", lambda: at_terminal)
    monkeypatch.setattr(sys, "stdout", stream)

    output.prepare_streams()
    output.say("caf\u00e9 \u0416")
    stream.flush()

    expected = b"caf\xe9 \\u0416" if at_terminal else "caf\u00e9 \u0416".encode()
    assert raw.getvalue().strip() == expected


def test_columns_stand_under_each_other_without_spaces_at_the_end() -> None:
    assert output.columns([("Id", "What"), ("e-10", ""), ("e-1", "Roll")]) == ["Id    What", "e-10", "e-1   Roll"]


def test_a_table_in_a_pipe_is_plain_columns_on_one_line_each(started: Run) -> None:
    started("evidence", "add", "--title", "One\ttwo", "--where", "Shelf")

    assert started("evidence", "list").out.splitlines()[:3] == [
        "Id   For  Kind  What     Where  Seen on",
        "e-5             One two  Shelf",
        "1 piece of evidence.",
    ]


@pytest.mark.parametrize(
    ("person", "done", "said"),
    [(True, 20, "20 of 50 replies\n"), (True, 0, ""), (True, 21, ""), (True, 50, ""), (False, 20, "")],
)
def test_long_work_says_how_far_it_is_now_and_then_where_a_person_sits(
    person: bool, done: int, said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: person)

    assert output.progress("replies", 10)(done, 50)

    assert capsys.readouterr().err == said
