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


def agency_schema() -> Mapping[str, object]:
    """The JSON Schema of a completed single-agency audit."""
    from compact_tui.exchange.agency_json import agency_schema

    return agency_schema()


def part_schema() -> Mapping[str, object]:
    """The JSON Schema of a part that is lent to a colleague."""
    from compact_tui.exchange.part_json import part_schema

    return part_schema()


def request_schema() -> Mapping[str, object]:
    """The JSON Schema of a partnership's request."""
    from compact_tui.exchange.request_json import request_schema

    return request_schema()


def reply_schema() -> Mapping[str, object]:
    """The JSON Schema of a partnership's reply."""
    from compact_tui.exchange.reply_json import reply_schema

    return reply_schema()


def reading_schema() -> Mapping[str, object]:
    """The JSON Schema of a reader's file."""
    from compact_tui.exchange.reader_json import reader_file_schema

    return reader_file_schema()


def answer_schema() -> Mapping[str, object]:
    """The JSON Schema of a setting's answer to a reply."""
    from compact_tui.exchange.reply_json import answer_schema

    return answer_schema()


def receipt_schema() -> Mapping[str, object]:
    """The JSON Schema of a partnership's receipt."""
    from compact_tui.exchange.receipt_json import receipt_schema

    return receipt_schema()
