"""Parsers that are made ready when something is first asked of them."""

from argparse import Namespace

import pytest

from compact_tui.cli import audit
from compact_tui.cli.parser import Parser, top_parser


def _is_ready(parser: Parser) -> bool:
    return "_actions" in vars(parser)


def test_of_the_verbs_of_a_group_only_the_one_that_was_typed_is_made_ready() -> None:
    parser, groups = top_parser()
    audit.register(groups)
    verbs = groups.choices["audit"].verbs
    assert verbs is not None
    plain = {name: verb for name, verb in verbs.choices.items() if verb.verbs is None}
    begun = {name for name, verb in plain.items() if _is_ready(verb)}
    assert len(plain) > 20
    assert len(begun) < 3  # options of which only one may be given are said at once

    args = parser.parse_args(["audit", "show", "3", "--json"])

    assert (args.standard, args.json, args.run) == ("3", True, audit.show)
    assert {name for name, verb in plain.items() if _is_ready(verb)} - begun == {"show"}


def test_what_was_said_before_it_is_ready_is_done_in_that_order() -> None:
    parser = Parser(prog="brolly")
    parser.add_argument("--first", default="a")
    parser.set_defaults(first="b", other="c")
    parser.add_argument("--second", default="d")

    assert parser.flags == ["-h", "--help", "--first", "--second"]
    assert parser.parse_args([]) == Namespace(first="b", other="c", second="d")


def test_what_is_said_once_it_is_ready_is_done_at_once() -> None:
    parser = Parser(prog="brolly")
    assert parser.prog == "brolly"

    parser.add_argument("--wet", action="store_true")
    parser.set_defaults(other="c")

    assert parser.parse_args(["--wet"]) == Namespace(wet=True, other="c")


@pytest.mark.parametrize("ready", [True, False])
def test_what_no_parser_has_is_not_found(ready: bool) -> None:
    parser = Parser(prog="brolly")
    assert not ready or parser.prog

    with pytest.raises(AttributeError, match="Parser has no umbrella"):
        _ = parser.umbrella
