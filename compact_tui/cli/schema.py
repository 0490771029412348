"""The JSON Schema of the files that other programs may read."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.output import print_json
from compact_tui.cli.parser import Parser, add_command

if TYPE_CHECKING:
    from argparse import _SubParsersAction

_NAMES = ("return", "agency-audit", "part", "request", "receipt", "reply", "answer", "reading", "bank")


def register(groups: "_SubParsersAction[Parser]") -> None:
    """Add the command."""
    command = add_command(groups, "schema", schema)
    command.add_argument("name", choices=_NAMES, metavar="NAME", help=f"which file: {', '.join(_NAMES)}")


def schema(args: Namespace) -> int:
    """Print the schema; it is JSON with and without ``--json``."""
    from compact_tui.services.schemas import (
        agency_schema,
        answer_schema,
        bank_schema,
        part_schema,
        reading_schema,
        receipt_schema,
        reply_schema,
        request_schema,
        return_schema,
    )

    schemas = {
        "return": return_schema,
        "agency-audit": agency_schema,
        "part": part_schema,
        "request": request_schema,
        "receipt": receipt_schema,
        "reply": reply_schema,
        "answer": answer_schema,
        "reading": reading_schema,
        "bank": bank_schema,
    }
    print_json(schemas[args.name]())
    return 0
