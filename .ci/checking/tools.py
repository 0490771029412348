"""The programs a check needs, where they are on this machine."""

import importlib.util
import shutil
from dataclasses import dataclass
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
OFFICES = ("soffice", "libreoffice")
PDF_READER = "pdftotext"
_AXE_PACKAGE = "axe_core_python"


@dataclass(frozen=True)
class Tools:
    """Paths; an empty one is not here."""

    browser: str = ""
    axe: str = ""
    """The file ``axe.min.js``."""
    office: str = ""
    pdf_reader: str = ""

    def look_at(self, file: Path) -> bool:
        """Whether a file of its kind can be looked at."""
        return bool(self.browser and self.axe) if file.suffix == ".html" else bool(self.office)

    @property
    def skipped(self) -> tuple[str, ...]:
        """What cannot be checked without what is missing, a sentence each."""
        said = []
        if not self.browser:
            said.append("No page was looked at in a browser: none of chromium or google-chrome is here.")
        elif not self.axe:
            said.append('No page was looked at in a browser: axe.min.js is not here (pip install -e ".[check]").')
        if not self.office:
            said.append("No Word file or workbook was opened in an office program: soffice is not here.")
        elif not self.pdf_reader:
            said.append("The words of Word files were not looked for: pdftotext is not here.")
        return tuple(said)


def tools_here(axe: str = "") -> Tools:
    """What is on this machine; ``axe`` names the file where it is not the one of the Python package."""
    return Tools(_first(BROWSERS), axe or _packaged_axe(), _first(OFFICES), _first((PDF_READER,)))


def _first(names: tuple[str, ...]) -> str:
    return next((path for name in names if (path := shutil.which(name))), "")


def _packaged_axe() -> str:
    spec = importlib.util.find_spec(_AXE_PACKAGE)
    file = Path(spec.origin).with_name("axe.min.js") if spec and spec.origin else None
    return str(file) if file and file.is_file() else ""
