"""What is asked on the way of an audit to its reader: its name, when it was sent, when the receipt came."""

from compact_tui.core.days import parse_day, say_day
from compact_tui.core.forms import Field, Form

START_FORM = Form(
    "start",
    "Start an audit",
    (
        Field(
            id="cycle",
            question="What do you call this round?",
            help="A name or years, such as 2026-2028.",
            required=True,
        ),
    ),
)

SENT_FORM = Form(
    "sent",
    "Was it sent?",
    (
        Field(id="on", question="Day it was sent", parse=parse_day, show=say_day, required=True),
        Field(id="by", question="Who sent it?", help="A role, such as head.", required=True),
    ),
)

COPY_FORM = Form(
    "copy",
    "Where can it be written?",
    (Field(id="folder", question="Folder", help="One you may write to, such as a USB stick.", required=True),),
)

RECEIPT_FORM = Form(
    "receipt",
    "Did a receipt come?",
    (
        Field(id="on", question="Day the receipt came", parse=parse_day, show=say_day, required=True),
        Field(id="ref", question="Its number, if it has one"),
    ),
)
