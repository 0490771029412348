"""Where everything stands in a workspace: paths and names, nothing that is inside."""

import os
import re
from collections.abc import Mapping
from glob import escape as glob_escape
from pathlib import Path

from msgspec import Struct

from compact_tui.core.errors import WorkspaceError
from compact_tui.core.text import slug
from compact_tui.storage.atomic import make_folder

WORKSPACE_VARIABLE = "COMPACT_TUI_WORKSPACE"
_MONTH = re.compile(r"\d{4}-\d{2}\.json")
_YEAR = re.compile(r"\d{4}\.json")
_BOOK = re.compile(r"(?i).+\.json")
_NOT_AN_AUDIT = re.compile(r"\.pack\b.*\.json$|\.history-\d+\b.*\.json$|\.damaged-\d+|^\.")


class Workspace(Struct, frozen=True):
    """The visible folder that holds a setting's (or a partnership's) files."""

    root: Path

    @property
    def setting_path(self) -> Path:
        """Who we are."""
        return self.root / "setting.json"

    @property
    def audits_folder(self) -> Path:
        """The audits, each with the pack it was started with."""
        return self.root / "audits"

    @property
    def sent_folder(self) -> Path:
        """The returns that were made."""
        return self.root / "sent"

    @property
    def signed_folder(self) -> Path:
        """What each sign-off was shown."""
        return self.root / "signed"

    @property
    def pages_folder(self) -> Path:
        """Pages to print, and the year's calendar."""
        return self.root / "pages"

    @property
    def reports_folder(self) -> Path:
        """Where a partnership's learning reports are written."""
        return self.root / "reports"

    @property
    def received_folder(self) -> Path:
        """Requests, receipts and replies."""
        return self.root / "received"

    @property
    def backups_folder(self) -> Path:
        """Dated copies of the books."""
        return self.root / "backups"

    @property
    def banks_folder(self) -> Path:
        """The setting's own question banks."""
        return self.root / "question_banks"

    @property
    def spot_checks_folder(self) -> Path:
        """The spot checks, one book a month, and what holds for all of them."""
        return self.root / "spot-checks"

    def spot_month_path(self, month: str) -> Path:
        """The book of a month's spot checks; ``month`` is ``YYYY-MM``."""
        return self.spot_checks_folder / f"{month}.json"

    @property
    def spot_about_path(self) -> Path:
        """What staff were told, the role groups, and the questions the lead has confirmed."""
        return self.spot_checks_folder / "about.json"

    @property
    def notice_boards_path(self) -> Path:
        """The setting's notice boards, and what belongs on each."""
        return self.root / "notice-boards.json"

    @property
    def walks_folder(self) -> Path:
        """The walks round the boards, one book a year."""
        return self.root / "walks"

    def walk_year_path(self, year: str) -> Path:
        """The book of a year's walks; ``year`` is ``YYYY``."""
        return self.walks_folder / f"{year}.json"

    @property
    def agency_audits_folder(self) -> Path:
        """The single-agency audits, one book each."""
        return self.root / "agency-audits"

    @property
    def partnership_path(self) -> Path:
        """The partnership's book: its register and what it decided."""
        return self.root / "partnership.json"

    @property
    def originals_folder(self) -> Path:
        """What a partnership collected, byte for byte as it came."""
        return self.received_folder / "returns"

    @property
    def index_path(self) -> Path:
        """The index of what a partnership collected; it can be made anew."""
        return self.received_folder / "index.sqlite"

    @property
    def put_aside_path(self) -> Path:
        """What is known of files that were put aside, where the index is lost."""
        return self.received_folder / "put-aside.json"

    @property
    def lent_folder(self) -> Path:
        """Parts and workbooks that were made for colleagues."""
        return self.root / "lent"

    def audit_path(self, cycle: str, audit_id: str) -> Path:
        """The book of an audit."""
        return self.audits_folder / f"{slug(cycle)}-{slug(audit_id)}.json"

    def pack_path(self, audit_path: Path, mark: str = "") -> Path:
        """The copy of the pack beside an audit's book; ``mark`` tells one of a later edition from the first."""
        return pack_path(audit_path, mark)

    def pack_paths(self, audit_path: Path) -> tuple[Path, ...]:
        """Every copy of a pack that is kept beside an audit's book, by name."""
        return tuple(sorted(audit_path.parent.glob(f"{glob_escape(audit_path.stem)}*.pack.json")))

    def audit_paths(self) -> tuple[Path, ...]:
        """The books of the audits that are there, sorted by name.

        Raises:
            WorkspaceError: If the folder is there and cannot be looked into.
        """
        try:
            found = [path for path in self.audits_folder.iterdir() if path.suffix.lower() == ".json"]
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise WorkspaceError(
                f"{self.audits_folder} cannot be looked into: {(error.strerror or 'no reason given').lower()}.",
                "Ask who looks after this computer, or choose another workspace with --workspace.",
            ) from error
        return tuple(sorted(path for path in found if not _NOT_AN_AUDIT.search(path.name)))

    @property
    def writable(self) -> bool:
        """Whether the system lets us write into the folders that are there; one that is still to be made counts."""
        return all(os.access(one, os.W_OK) for one in (self.root, self.audits_folder) if one.is_dir())

    def prepare(self) -> None:
        """Make the folder and those of the audits, unless they are there.

        Raises:
            WorkspaceError: If that is not possible.
        """
        try:
            make_folder(self.audits_folder)
        except WorkspaceError as error:
            raise WorkspaceError(error.message, "Choose a folder you may write to with --workspace DIR.") from error


def pack_path(audit_path: Path, mark: str = "") -> Path:
    """The same without a workspace at hand."""
    between = f".{slug(mark, 60)}" if mark else ""
    return audit_path.with_name(f"{audit_path.stem}{between}.pack.json")


def spot_month_paths(folder: Path) -> tuple[Path, ...]:
    """The books of the months of spot checks that are there, oldest first.

    Raises:
        WorkspaceError: If the folder is there and cannot be looked into.
    """
    return _named_like(folder, _MONTH)


def walk_year_paths(folder: Path) -> tuple[Path, ...]:
    """The books of the years of walks that are there, oldest first.

    Raises:
        WorkspaceError: If the folder is there and cannot be looked into.
    """
    return _named_like(folder, _YEAR)


def agency_audit_paths(folder: Path) -> tuple[Path, ...]:
    """The books of the single-agency audits that are there, by name.

    Raises:
        WorkspaceError: If the folder is there and cannot be looked into.
    """
    return tuple(path for path in _named_like(folder, _BOOK) if not _NOT_AN_AUDIT.search(path.name))


def _named_like(folder: Path, name: re.Pattern[str]) -> tuple[Path, ...]:
    try:
        return tuple(sorted(path for path in folder.iterdir() if name.fullmatch(path.name)))
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise WorkspaceError(
            f"{folder} cannot be looked into: {(error.strerror or 'no reason given').lower()}.",
            "Ask who looks after this computer, or choose another workspace with --workspace.",
        ) from error


def default_root(environ: Mapping[str, str], home: Path) -> Path:
    """The workspace when none is asked for: the variable's folder, else ``Compact audit`` in the documents.

    Args:
        environ: The environment; ``~`` in it is the home folder.
        home: The person's home folder, used where the system names no documents folder that is there.
    """
    wanted = environ.get(WORKSPACE_VARIABLE, "").strip()
    if wanted:
        return home / wanted[2:] if wanted[:2] in ("~/", "~\\") else Path(wanted)
    import platformdirs

    try:
        documents = platformdirs.user_documents_path()
        if documents.is_relative_to(Path.home()):
            documents = home / documents.relative_to(Path.home())
    except RuntimeError:  # what both raise where the system knows no home for this person
        documents = home
    return (documents if documents.is_dir() else home) / "Compact audit"
