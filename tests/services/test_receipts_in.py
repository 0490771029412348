"""A receipt that came as a file is noted beside the very return that it is for."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.audit import latest_return
from compact_tui.core.errors import CompactError, FileNotAcceptableError, UsageError
from compact_tui.exchange.receipt_json import encode_receipt, read_receipt
from compact_tui.services import answering, returns
from compact_tui.services.books import open_audit
from compact_tui.services.collect_letters import make_receipts
from compact_tui.services.collecting import collect
from compact_tui.services.desk import Desk
from compact_tui.services.receipts_in import take_receipt
from tests.services.collect_desks import partnership
from tests.services.desks import started


@pytest.fixture
def gallery(tmp_path: Path) -> Desk:
    desk = started(tmp_path / "gallery", name="Gallery 1", register_id="G1")
    answering.answer(desk, "u1-ticket", "in-hand")
    return desk


@pytest.fixture
def receipt(gallery: Desk, tmp_path: Path) -> Path:
    made = returns.make(gallery)
    office = partnership(tmp_path / "partnership")
    collect(office, [Path(made.return_file)])
    return next(Path(make_receipts(office).folder).glob("*-receipt.json"))


def test_the_receipt_of_a_partnership_is_noted_with_its_day_and_number(gallery: Desk, receipt: Path) -> None:
    view = take_receipt(gallery, receipt)

    made = latest_return(open_audit(gallery).audit)
    assert view.state == "receipt"
    assert made is not None
    assert (made.receipt_on, made.receipt_ref) == ("2026-12-03", read_receipt(receipt.read_bytes()).id)


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"return_digest": "sha256:" + "0" * 64}, FileNotAcceptableError),
        ({"return_id": "r-other"}, UsageError),
        ({"received_on": "2020-01-01"}, UsageError),
        ({"received_on": "soon"}, FileNotAcceptableError),
    ],
)
def test_a_receipt_for_anything_else_is_refused_and_nothing_is_noted(
    gallery: Desk, receipt: Path, changes: dict[str, str], error: type[CompactError]
) -> None:
    receipt.write_bytes(encode_receipt(replace(read_receipt(receipt.read_bytes()), **changes)))

    with pytest.raises(error):
        take_receipt(gallery, receipt)

    made = latest_return(open_audit(gallery).audit)
    assert made is not None
    assert made.receipt_on == ""
