"""What the partnership replied, said with a standard and its grade."""

from compact_tui.services import grading, reply_beside
from tests.plain.conftest import Room
from tests.reply_samples import replied


def test_the_committees_words_are_said_with_the_standard_and_lead_to_the_reply(audit: Room) -> None:
    desk = audit.desk()
    grading.grade(desk, "u1", "bone-dry", reason="We looked.")
    replied(desk)

    heard = audit.talk(
        "audit",
        ("Which standard?", "1"),
        ("From the partnership: It asks: Who counts them?", "grade"),
        ("From the partnership: The committee reads this as Soaked;", "y"),
        ("The partnership's reply. What next?", "b"),
        ("Which fits us?", "criteria"),
        ("The partnership's reply (or y)", "y"),
        ("The partnership's reply. What next?", "q"),
    )

    assert heard.unread == ()
    assert "return said Bone dry. Why: No rack was seen." in heard.after("Standard 1").replace("\n", " ")


def test_nothing_of_a_reply_is_offered_where_it_says_nothing(audit: Room) -> None:
    replied(audit.desk())

    heard = audit.talk("audit", ("Which standard?", "2"), ("Standard 2", "q"))

    assert heard.unread == ()
    assert "partnership" not in heard.after("Which standard?").lower()


def test_a_damaged_reply_is_told_before_another_is_asked_for(audit: Room) -> None:
    desk = audit.desk()
    replied(desk)
    reply_beside.reply_paths(desk)[0].write_bytes(b"{")

    heard = audit.talk("return", ("What now?", "reply"), ("Which file", "q"))

    assert heard.unread == ()
    assert "reply-rp-1.json in the folder received cannot be read." in heard.said.replace("\n", " ")
