"""The JSON Schemas of the files that other programs may read."""

from collections.abc import Mapping


def return_schema() -> Mapping[str, object]:
    """The JSON Schema of the return."""
    from compact_tui.exchange.return_json import schema

    return schema()


def bank_schema() -> Mapping[str, object]:
    """The JSON Schema of a question bank."""
    from compact_tui.exchange.bank_json import schema

    return schema()
