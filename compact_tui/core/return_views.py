"""What the verbs of the return give back, for screens, line mode and ``--json`` alike."""

from msgspec import Struct

from compact_tui.core.page import ReportPage
from compact_tui.core.returns import ReturnCounts
from compact_tui.core.signing_views import SignOffCheck


class ReturnPreview(Struct, frozen=True, kw_only=True):
    """The return as it would be made now."""

    page: ReportPage
    warnings: tuple[str, ...]
    complete: bool
    held_back: tuple[str, ...]
    """The errors of Review, in a sentence each, while which no return is made."""
    code: str
    """The code of the content: what a person signs. It stays when a signature is added, and until something changes."""
    size: int
    """Bytes of the return itself."""
    counts: ReturnCounts
    standing_words: str
    """Whether counts of what is known, shown and seen travel with it."""


class FileView(Struct, frozen=True, kw_only=True):
    """A file that was written."""

    name: str
    bytes: int


class ReturnMadeView(Struct, frozen=True, kw_only=True):
    """A return that was made. Paths are absolute."""

    id: str
    folder: str
    return_file: str
    report_file: str
    draft_file: str
    read_me_file: str
    digest: str
    code: str
    """The code of the return file, to be read out over the phone."""
    complete: bool
    supersedes: str
    files: tuple[FileView, ...]
    counts: ReturnCounts
    warnings: tuple[str, ...]
    next_step: str


class ReturnFileView(Struct, frozen=True, kw_only=True):
    """A return file that was read."""

    path: str
    id: str
    setting: str
    cycle: str
    made_on: str
    complete: bool
    code: str
    digest: str
    unknown: tuple[str, ...]
    """Keys that this version does not know, as ``$.standards[3].colour``; kept, not shown."""
    counts: ReturnCounts
    warnings: tuple[str, ...]
    page: ReportPage
    sign_offs: tuple[SignOffCheck, ...] = ()
    """Every signature in it, and whether it was given for what is in this very file."""


class ReturnVerified(Struct, frozen=True, kw_only=True):
    """A return file of which the digest matches."""

    path: str
    id: str
    setting: str
    cycle: str
    code: str
    digest: str
    unknown: tuple[str, ...]
    sentence: str
    sign_offs: tuple[SignOffCheck, ...] = ()
    """Every signature in it, and whether it was given for what is in this very file."""


class ReturnSentView(Struct, frozen=True, kw_only=True):
    """What became of a return, after the person said so."""

    id: str
    state: str
    """``sent`` · ``receipt``."""
    sentence: str
