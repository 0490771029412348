"""What the partnership replied, in what commands say about a standard."""

from pathlib import Path

from compact_tui.services import reply_beside
from compact_tui.services.desk import desk_at
from tests.cli.conftest import Run
from tests.reply_samples import replied


def test_audit_show_says_what_the_partnership_replied(started: Run, workspace: Path) -> None:
    assert started("audit", "show", "1", "--json").data["standards"][0]["partnership_says"] == []
    desk = desk_at(workspace)
    replied(desk)

    first, second, _ = started("audit", "show", "--json").data["standards"]

    assert [(one["kind"], one["level"], one["remark"]) for one in first["partnership_says"]] == [
        ("grade", "soaked", ""),
        ("question", "", "q-1"),
    ]
    assert first["partnership_says"][1]["sentence"] == "It asks: Who counts them?"
    assert second["partnership_says"] == []
    shown = started("audit", "show", "1").out
    assert "From the partnership: It asks: Who counts them?" in shown
    assert "The whole reply: compact-tui return open" in shown
    assert "partnership" not in started("audit", "show", "2").out.lower()

    reply_beside.reply_paths(desk)[0].write_bytes(b"{")
    assert started("audit", "show", "1", "--json").data["standards"][0]["partnership_says"] == []
    refused = started("return", "open", "--json")
    assert (refused.code, refused.out) == (4, "")
    assert "reply-rp-1.json" in refused.err
