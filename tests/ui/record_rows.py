"""What the tests of evidence and actions look up."""

from typing import Any

from compact_tui.services import records
from tests.ui.conftest import Bench


def titles(bench: Bench, name: str) -> list[str]:
    """What is in a list on the disk."""
    if name == "Evidence":
        return [item.title for item in records.list_evidence(bench.desk())]
    return [item.what for item in records.list_actions(bench.desk())]


def one(bench: Bench, name: str) -> Any:
    """The first record on the disk."""
    desk = bench.desk()
    return (records.list_evidence if name == "Evidence" else records.list_actions)(desk)[0]
