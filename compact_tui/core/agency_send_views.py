"""What the verbs that send a single-agency audit give back, for screens, line mode and ``--json`` alike."""

from compact_tui.core.audit_views import View
from compact_tui.core.forms import Field, Form
from compact_tui.core.page import ReportPage
from compact_tui.core.record_forms import parse_path
from compact_tui.core.return_views import FileView
from compact_tui.core.text import size_words

FILE_FORM = Form(
    "agency-file",
    "Our own report",
    (
        Field(
            id="file",
            question="Which file is it?",
            help="It stays where it is; a copy goes out with the template. Check that no child is named in it.",
            parse=parse_path,
            required=True,
        ),
    ),
)


class AgencyPreview(View, frozen=True, kw_only=True):
    """The completed template as it would be sent now."""

    audit: str
    title: str
    page: ReportPage
    ready: bool
    """Whether it can be made: it is closed."""
    held_back: tuple[str, ...]
    """Why it cannot be made yet, a sentence each."""
    warnings: tuple[str, ...]
    """Where something that would leave looks like a child's details, a sentence for each place; it stops nobody."""
    state: str
    """What became of the one made last, as a sentence."""
    made: str
    """Id of the one made last; empty for none."""


class AgencyMade(View, frozen=True, kw_only=True):
    """A send folder that was made. Paths are absolute."""

    id: str
    audit: str
    folder: str
    page_file: str
    draft_file: str
    read_me_file: str
    files: tuple[FileView, ...]
    code: str
    """The code of the document, to be read out over the phone."""
    supersedes: str
    warnings: tuple[str, ...]
    """What is to be known before it is sent, a sentence each."""
    next_step: str


class AgencySentView(View, frozen=True, kw_only=True):
    """What was noted about a send folder."""

    id: str
    audit: str
    sentence: str


def made_lines(made: AgencyMade) -> tuple[str, ...]:
    """What was written, and what to do with it."""
    return (
        "Made, and NOT yet sent.",
        f"Folder: {made.folder}",
        *(f"  {file.name}, {size_words(file.bytes)}" for file in made.files),
        f"Code to read out over the phone: {made.code}",
        *(f"Look again: {warning}" for warning in made.warnings),
        "To send it: open the draft email in your mail program (a double click on the .eml file), check the address, "
        "and press send. If it does not open, the read-me-first file says how to do it by hand.",
        "Then come back and say when it was sent.",
    )
