"""What is asked while returns are collected, matched, typed in and passed on."""

from compact_tui.core.forms import Field, Form
from compact_tui.core.record_forms import parse_path

COLLECT_FORM = Form(
    "collect",
    "Take in what settings sent",
    (
        Field(
            id="path",
            question="Which file or folder?",
            help="A folder with everything under it, a return, a mail, a mailbox, an archive, a workbook.",
            parse=parse_path,
            required=True,
        ),
        Field(
            id="mapping",
            question="Mapping, for a survey tool's table",
            help="Left empty, tables are passed over.",
            parse=parse_path,
        ),
    ),
    of_us=True,
)
MATCH_FORM = Form(
    "match",
    "Whose return is it?",
    (
        Field(id="entry", question="Setting: its id or name in the register", required=True),
        Field(id="reason", question="Why, in a few words"),
    ),
    of_us=True,
)
AWAY_FORM = Form(
    "turn-away",
    "Turn it away",
    (
        Field(
            id="reason",
            question="Why does it belong to nobody here?",
            help="It is kept, and not counted.",
            required=True,
        ),
    ),
    of_us=True,
)
ENTER_FORM = Form(
    "enter",
    "A return on paper",
    (
        Field(id="entry", question="Setting: its id or name in the register", required=True),
        Field(
            id="what",
            question="What now?",
            choices=(("type", "open the place to type it in"), ("take", "collect what was typed in")),
            required=True,
        ),
    ),
    of_us=True,
)
FORWARD_FORM = Form(
    "forward",
    "Pass it on to another area",
    (Field(id="area", question="Which area?", help="One that the setting shares it with.", required=True),),
    of_us=True,
)
MAPPING_FORM = Form(
    "mapping",
    "A mapping for a survey tool's table",
    (
        Field(id="file", question="To which new .toml file?", parse=parse_path, required=True),
        Field(
            id="table",
            question="Your survey tool's table",
            help="Its headings are put in; a mapping that is there already is compared with it.",
            parse=parse_path,
        ),
    ),
    of_us=True,
)


def aside_lines(file: str, reason: str, remedy: str) -> tuple[str, ...]:
    """What is said of a file that was put aside."""
    return (f"Put aside: {file}", reason, *((remedy,) if remedy else ()))
