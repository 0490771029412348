"""Makes every page, Word file and workbook the program can make, and looks at them as those who get them do.

    python .ci/check_pages.py [--keep DIR] [--axe FILE] [--strict]

Each page is looked at by axe-core in Chromium (pip install -e ".[check]"), each Word file and workbook is opened by
LibreOffice. What cannot be looked at for want of a program is said. Ends with 0, or with 1 and a line for each thing
that is wrong; with --strict also where something was skipped.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from checking.browser import NotLookedAt, look
from checking.office import NotConverted, wanting
from checking.steps import NotMade, made_all
from checking.tools import Tools, tools_here


def main(argv: list[str]) -> int:
    """Make and look.

    Returns:
        The exit code.
    """
    parser = argparse.ArgumentParser(description="Looks at every page the program can make.")
    parser.add_argument("--keep", type=Path, help="a new folder in which the pages stay; otherwise they pass")
    parser.add_argument("--axe", default="", help="the file axe.min.js, if not that of the Python package")
    parser.add_argument("--strict", action="store_true", help="end with 1 if a program is missing")
    args = parser.parse_args(argv)
    if args.keep and args.keep.exists():
        parser.error(f"{args.keep} is there already; name a new folder")
    with tempfile.TemporaryDirectory(prefix="compact-pages-") as passing:
        pages, work = args.keep or Path(passing, "pages"), Path(passing, "work")
        for folder in (pages, work):
            folder.mkdir(parents=True)
        return _check(pages.absolute(), work, tools_here(args.axe), strict=args.strict)


def _check(folder: Path, work: Path, tools: Tools, *, strict: bool) -> int:
    try:
        files = made_all(folder)
    except NotMade as fault:
        print(fault, file=sys.stderr)
        return 1
    wrong, seen = 0, [file for file in files if tools.look_at(file)]
    for file in seen:
        for said in _faults(file, work, tools):
            wrong += 1
            print(f"{file.relative_to(folder)}: {said}")
    print(f"{len(files)} files made, {len(seen)} looked at, {wrong} things wrong.")
    for line in tools.skipped:
        print(f"Skipped: {line}")
    return 1 if wrong or (strict and tools.skipped) else 0


def _faults(file: Path, work: Path, tools: Tools) -> Iterator[str]:
    """What is wrong with a file, a sentence each."""
    try:
        if file.suffix == ".html":
            yield from (one.said for one in look(tools.browser, tools.axe, file, work))
        else:
            yield from (f"does not show: {text}" for text in wanting(tools.office, tools.pdf_reader, file, work))
    except (NotLookedAt, NotConverted) as fault:
        yield str(fault)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
