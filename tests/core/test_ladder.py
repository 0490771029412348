"""The evidence ladder."""

from msgspec.structs import replace

from compact_tui.core.audit import Audit, AuditHead, Evidence
from compact_tui.core.ladder import ladder_of, ladders
from compact_tui.core.pack import AuditPack
from tests.services.desks import small_pack

HEAD = AuditHead(id="a-1", pack="p", edition="1", variation="v", wording="w", cycle="2026", started_on="2026-12-01")


def piece(number: int, kind: str = "", *supports: str) -> Evidence:
    return Evidence(id=f"e-{number}", title=f"Piece {number}", kind=kind, supports=supports)


def pack() -> AuditPack:
    return small_pack()


def test_without_evidence_every_rung_says_nothing_yet_in_words_and_the_lowest_comes_next() -> None:
    ladder = ladder_of(pack(), ())

    assert [(rung.word, rung.reached, rung.words) for rung in ladder.rungs] == [
        ("Stubs show", False, "nothing yet"),
        ("Visitors say", False, "nothing yet"),
        ("Floor is dry", False, "nothing yet"),
    ]
    assert ladder.next == "Stubs show: nothing yet. Look through the stubs. Such as: Ticket stubs."
    assert ladder.missing == "nothing yet"
    assert ladder.elsewhere == ""


def test_rungs_count_in_words_and_the_next_is_the_lowest_that_is_empty() -> None:
    items = (piece(1, "ticket-stub"), piece(2, "ticket-stub"), piece(3), piece(4, "gone-kind"))

    ladder = ladder_of(pack(), items)

    assert ladder.line == "Stubs show: 2 pieces, Visitors say: nothing yet, Floor is dry: nothing yet"
    assert ladder.rungs[0].titles == ("Piece 1", "Piece 2")
    assert ladder.next.startswith("Visitors say: nothing yet. Ask three visitors")
    assert ladder.missing == "nothing yet: Visitors say, Floor is dry"
    assert ladder.elsewhere == "2 pieces stand on no rung: it depends on what was found there."
    assert ladder_of(pack(), (piece(3),)).elsewhere.startswith("1 piece stands on no rung")


def test_a_rung_that_no_kind_stands_on_is_told_without_an_example() -> None:
    items = (piece(1, "ticket-stub"), piece(2, "visitor-word"))

    assert ladder_of(pack(), items).next == "Floor is dry: nothing yet. Go and feel the floor."


def test_with_something_on_every_rung_nothing_comes_next() -> None:
    full = replace(pack(), rung=pack().rung[:2])

    ladder = ladder_of(full, (piece(1, "ticket-stub"), piece(2, "visitor-word")))

    assert (ladder.next, ladder.missing) == ("", "something on every rung")


def test_each_standard_has_its_own_from_what_backs_it_or_its_criteria() -> None:
    audit = Audit(
        head=HEAD,
        evidence=(piece(1, "ticket-stub", "u1-ticket", "u2"), piece(2, "visitor-word", "u3"), piece(3, "ticket-stub")),
    )

    whole, *each = ladders(pack(), audit)

    assert (whole.standard, whole.title) == ("", "The whole audit")
    assert [r.words for r in whole.rungs] == ["2 pieces", "1 piece", "nothing yet"]
    assert [(ladder.standard, [r.reached for r in ladder.rungs]) for ladder in each] == [
        ("u1", [True, False, False]),
        ("u2", [True, False, False]),
        ("u3", [False, True, False]),
    ]
    assert each[0].title == "1 Taking umbrellas in"


def test_a_pack_without_rungs_has_no_ladder() -> None:
    bare = replace(pack(), rung=())

    assert ladders(bare, Audit(head=HEAD, evidence=(piece(1, "ticket-stub"),))) == ()
    ladder = ladder_of(bare, (piece(1, "ticket-stub"),))
    assert (ladder.rungs, ladder.next, ladder.line, ladder.missing, ladder.elsewhere) == ((), "", "", "", "")
