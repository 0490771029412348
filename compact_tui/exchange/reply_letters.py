"""The words that go with a reply and with an answer to it: an email draft, and what to do without a mail program."""

from collections.abc import Sequence

from msgspec import Struct

from compact_tui.core.reply import Reply, ReplyAnswer
from compact_tui.core.reply_page import moderated_line, plan_line, receipt_line, wanted_line
from compact_tui.core.text import count, visible, visible_line
from compact_tui.exchange.email_draft import Attachment, draft, usable_addresses
from compact_tui.exchange.letter_words import FILL_IN, greeting, indented, letter_text


class Parcel(Struct, frozen=True):
    """An email and the files that go with it; every name is ours."""

    to: tuple[str, ...]
    subject: str
    body: str
    attachments: tuple[Attachment, ...]
    draft_file: str


def reply_parcel(
    reply: Reply, to: Sequence[str], attachments: tuple[Attachment, ...], draft_file: str, contact: str = ""
) -> Parcel:
    """The email with a reply.

    Args:
        reply: The reply.
        to: Addresses of the setting.
        attachments: The reply as a file, as a page, and the learning report where there is one.
        draft_file: What the draft is called.
        contact: Whom it goes to, by name; empty where nobody is named.
    """
    told = (receipt_line(reply), plan_line(reply), moderated_line(reply), wanted_line(reply))
    return Parcel(
        tuple(to),
        visible_line(f"Reply to your return for the Compact audit {reply.cycle}, {reply.setting}"),
        letter_text(to, greeting(contact), *told, _attached(attachments), reply.partnership),
        attachments,
        draft_file,
    )


def answer_parcel(
    answer: ReplyAnswer, to: Sequence[str], attachments: tuple[Attachment, ...], draft_file: str
) -> Parcel:
    """The email with the answer to a reply."""
    said = f"This is our answer to your reply {answer.reply}: {count(len(answer.answers), 'answer')}."
    return Parcel(
        tuple(to),
        visible_line(f"Answer to your reply on return {answer.return_id}, {answer.setting}"),
        letter_text(to, greeting(), said, _attached(attachments), answer.setting),
        attachments,
        draft_file,
    )


def _attached(attachments: tuple[Attachment, ...]) -> str:
    return "Attached:\n" + "\n".join(f"- {one.name}" for one in attachments)


def parcel_files(parcel: Parcel) -> dict[str, bytes]:
    """The folder that is sent: the files, the draft of the email, and what to do by hand."""
    files = {one.name: one.data for one in parcel.attachments}
    files[parcel.draft_file] = draft(parcel.to, parcel.subject, parcel.body, parcel.attachments)
    text = f"""\
HOW TO SEND THIS

Open {parcel.draft_file} with a double click. Your mail program shows the email, ready to be sent.
If it does not open, or opens empty, write a new email by hand:

1. To:
{indented(usable_addresses(parcel.to), "(no address is known: look it up)")}
2. Subject:
   {parcel.subject}
3. Attach from this folder:
{indented(tuple(one.name for one in parcel.attachments), "")}
4. Paste this text:

-----
{parcel.body.removeprefix(FILL_IN).strip()}
-----
"""
    files["read-me-first.txt"] = visible(text).replace("\n", "\r\n").encode("utf-8")
    return files
