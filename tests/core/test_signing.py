"""Who signs, whose word counts, and what the first line says of it."""

import msgspec
import pytest

from compact_tui.core.audit import SignOff
from compact_tui.core.pack import Signer
from compact_tui.core.returns import first_line, is_signed
from compact_tui.core.signing import ANYONE, counted, missing_signers, signers_of, signing_words, who_signed
from compact_tui.core.signing_forms import sign_form
from compact_tui.core.variation import for_variation
from tests.samples import TODAY, lamp_audit, lamp_pack, setting
from tests.services.desks import small_pack

CHIEF = Signer(id="chief", word="Chief", declaration="I looked.")
OWL = Signer(id="owl", word="Night owl", declaration="I looked at night.")
GUEST = Signer(id="guest", word="Guest", declaration="I saw.", required=False)
PACK = msgspec.structs.replace(lamp_pack(), signer=(CHIEF, OWL, GUEST))


def sign(signer: str, name: str = "A", role: str = "R", on: str = "2026-12-01") -> SignOff:
    """A signature; its id is the name."""
    return SignOff(id=name, signer=signer, role=role, name=name, on=on, code="X")


@pytest.mark.parametrize(
    ("signs", "ids"),
    [
        ((), []),
        ((sign("chief", "A"), sign("owl", "B")), ["A", "B"]),
        ((sign("chief", "A"), sign("owl", "B"), sign("chief", "C")), ["B", "C"]),
        ((sign("chief", "A", on="2026-12-09"), sign("chief", "B", on="2026-01-01")), ["B"]),
        ((sign("", "A", "Head"), sign("", "B", "Chair"), sign("", "C", "HEAD")), ["B", "C"]),
    ],
)
def test_of_a_role_that_signs_twice_the_last_record_counts_whatever_its_day(
    signs: tuple[SignOff, ...], ids: list[str]
) -> None:
    assert [one.id for one in counted(signs)] == ids


@pytest.mark.parametrize(
    ("signs", "lacking", "words"),
    [
        ((), ["chief", "owl"], "nobody has signed"),
        ((sign("guest"),), ["chief", "owl"], "1 signed, 2 to go"),
        ((sign("chief"), sign("chief")), ["owl"], "1 signed, 1 to go"),
        ((sign("chief"), sign("owl")), [], "signed"),
    ],
)
def test_who_has_to_sign_and_has_not(signs: tuple[SignOff, ...], lacking: list[str], words: str) -> None:
    assert [one.id for one in missing_signers(PACK, signs)] == lacking
    assert signing_words(PACK, signs) == words


def test_where_a_pack_names_nobody_one_signature_is_enough() -> None:
    assert signers_of(lamp_pack()) == (ANYONE,)
    assert missing_signers(lamp_pack(), ()) == (ANYONE,)
    assert missing_signers(lamp_pack(), (sign("", role="Head"),)) == ()
    assert signing_words(msgspec.structs.replace(PACK, signer=(GUEST,)), ()) == "nobody has to; somebody may"


@pytest.mark.parametrize(
    ("changes", "signers", "line", "complete"),
    [
        (
            {"sign_offs": ()},
            (CHIEF, OWL, GUEST),
            "This return is not signed: everything is answered and graded, but nobody has signed it. "
            "Still to sign: Chief; Night owl.",
            False,
        ),
        (
            {"sign_offs": (sign("chief", "Ann", "Chief"),)},
            (CHIEF, OWL),
            "This return is not signed by everyone: signed by Ann (Chief). Still to sign: Night owl.",
            False,
        ),
        (
            {
                "sign_offs": (
                    sign("chief", "Ann", "Chief"),
                    sign("owl", "Bo", "Night owl"),
                    sign("chief", "Cy", "Chief"),
                )
            },
            (CHIEF, OWL),
            "This return is complete and signed by Bo (Night owl), Cy (Chief).",
            True,
        ),
        (
            {"sign_offs": (sign("chief", "Ann", "Chief"),), "grades": ()},
            (CHIEF, OWL),
            "This return is not complete: 2 of 2 standards not graded. Signed by Ann (Chief). "
            "Still to sign: Night owl.",
            False,
        ),
        (
            {"sign_offs": ()},
            (GUEST,),
            "This return is complete: everything is answered and graded. Nobody has signed it, and nobody has to.",
            True,
        ),
    ],
)
def test_the_first_line_says_who_has_signed_and_who_has_not(
    changes: dict[str, object], signers: tuple[Signer, ...], line: str, complete: bool
) -> None:
    from compact_tui.core.return_build import build_return

    audit = msgspec.structs.replace(lamp_audit(), **changes)
    pack = msgspec.structs.replace(lamp_pack(), signer=signers)
    return_ = build_return(setting(), pack, audit, return_id="r", made_on=TODAY, made_by="x", today=TODAY)

    assert first_line(return_) == line
    assert (return_.complete, return_.complete and is_signed(return_)) == (complete, complete)
    assert [one.id for one in return_.pack.signers] == [one.id for one in signers]


def test_names_of_a_role_without_words_stand_alone() -> None:
    assert who_signed((sign("", "Ann", ""),)) == "Ann"


def test_a_role_is_worded_for_each_variation_and_signs_once_for_both() -> None:
    pack = small_pack()
    words = {v: [one.word for one in for_variation(pack, v).signer] for v in ("gallery", "kiosk", "gallery+kiosk")}

    assert words == {
        "gallery": ["Keeper of the umbrellas", "Night porter"],
        "kiosk": ["Whoever holds the key of the kiosk", "Night porter"],
        "gallery+kiosk": ["Keeper of the umbrellas / Whoever holds the key of the kiosk", "Night porter"],
    }
    both = for_variation(pack, "gallery+kiosk").signer[0]
    assert "Galleries with a cloakroom: I have counted" in both.declaration
    assert "Kiosks and pop-up shows: I have looked" in both.declaration
    assert both.required


def test_the_form_asks_for_the_role_only_where_the_pack_names_nobody() -> None:
    assert [field.id for field in sign_form("Chief").fields] == ["name", "on"]
    assert [field.id for field in sign_form("").fields] == ["role", "name", "on"]
