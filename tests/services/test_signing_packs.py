"""Who signs follows the pack: two variations at once, and a pack that names nobody."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.errors import UsageError
from compact_tui.services import answering, signing
from tests.services.desks import small_pack, started_with


def test_two_variations_of_one_audit_are_signed_once_for_both(tmp_path: Path) -> None:
    pack = small_pack()
    gallery, kiosk = pack.variation
    both = replace(pack, variation=(gallery, replace(kiosk, sector="early-years")))
    desk = started_with(tmp_path, both, nursery="yes")
    answering.answer(desk, "u1-ticket", "in-hand")

    signed = signing.sign_off(desk, "keeper", "A. Light")

    assert signed.role == "Keeper of the umbrellas / Whoever holds the key of the kiosk"
    (keeper, _) = signing.signing(desk).signers
    assert keeper.state == "same" and "Kiosks and pop-up shows: I have looked" in keeper.declaration


def test_where_the_pack_names_nobody_any_role_may_sign(tmp_path: Path) -> None:
    desk = started_with(tmp_path, replace(small_pack(), signer=()))
    answering.answer(desk, "u1-ticket", "in-hand")
    with pytest.raises(UsageError, match="not said who signs"):
        signing.sign_off(desk, "", "A. Light")

    signed = signing.sign_off(desk, "Head", "A. Light")

    assert (signed.signer, signed.role) == ("", "Head")
    assert [(one.word, one.state) for one in signing.signing(desk).signers] == [
        ("Head", "same"),
        ("Whoever answers for this audit", "not-signed"),
    ]
    assert signing.withdraw(desk, "head").signers[0].state == "not-signed"
