"""What the verbs of signing give back, for screens, line mode and ``--json`` alike."""

from compact_tui.core.audit_views import View
from compact_tui.core.page import ReportPage
from compact_tui.core.return_changes import ChangedItem


class SignerView(View, frozen=True, kw_only=True):
    """A role that signs, and how that stands."""

    id: str
    """Its id in the pack; empty where the pack names nobody."""
    word: str
    declaration: str
    required: bool
    state: str
    """``not-signed`` · ``same`` (nothing has changed since) · ``changed`` · ``unclear`` (our copy is not sound)."""
    state_word: str
    """That in two or three words, for a row."""
    sentence: str
    """That in a sentence, with name, day and code."""
    sign_off: str = ""
    """Id of the signature that counts; empty while there is none."""
    name: str = ""
    on: str = ""
    code: str = ""
    """The code of exactly what was shown."""
    folder: str = ""
    """Where our copy of what was shown should be; an absolute path."""
    copy: str = ""
    """How that copy is: ``sound missing altered unreadable``; empty while there is no signature."""
    earlier: int = 0
    """How many signatures of this role came before the one that counts."""
    changes: tuple[ChangedItem, ...] = ()
    """What was said differently when it signed."""


class SigningView(View, frozen=True, kw_only=True):
    """Who signs and how it stands, and the page that is signed."""

    title: str
    signers: tuple[SignerView, ...]
    sentence: str
    """Who has signed and who has not, and whether the audit is finished."""
    code: str
    """The code of what is shown now: what a signature would keep."""
    held_back: tuple[str, ...]
    """The errors that stand in Review; while there is one, nobody can sign."""
    signer: str
    """Id of the role whose page is shown."""
    declaration: str
    asked: str
    """What is read before signing: the declaration, and what exactly is signed."""
    page: ReportPage
    sent_sentence: str
    """What became of the last return, and whether anything has changed since."""
    since_sent: tuple[ChangedItem, ...]
    """What was said differently in it."""
    notes: tuple[str, ...]
    """What else a person should know, such as copies that this audit does not name."""


class SignedView(View, frozen=True, kw_only=True):
    """A signature that was just given."""

    id: str
    signer: str
    role: str
    name: str
    on: str
    code: str
    folder: str
    """Absolute path of the folder with what was signed."""
    sentence: str
    next_step: str


class SignOffCheck(View, frozen=True, kw_only=True):
    """Whether a signature in a return file was given for the content of that very file."""

    id: str
    role: str
    name: str
    on: str
    code: str
    holds: bool
    sentence: str


class PageFile(View, frozen=True, kw_only=True):
    """A page that was written."""

    path: str
    sentence: str
