"""Starts Compact audit from this folder, with the packages of this folder and no others."""

import os
import sys

_CANNOT_START = 4


def main() -> int:
    """Start; 4 and a sentence where that is not possible."""
    here = os.path.dirname(os.path.abspath(__file__))
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        return _said(
            "Compact audit needs Python 3.11, 3.12 or 3.13.",
            f"This is Python {sys.version.split()[0]} ({sys.executable}).",
        )
    native = os.path.join(here, f"lib-cp{sys.version_info[0]}{sys.version_info[1]}")
    pure = os.path.join(here, "lib")
    for folder in (pure, native):
        if not os.path.isdir(folder):
            return _said(f"{folder} is missing: this folder is not complete. Unpack the .zip again, all of it.")
    sys.dont_write_bytecode = True
    sys.path += [native, pure]
    try:
        from compact_tui.__main__ import run

        return run()
    except ImportError as error:
        return _said(
            f"A part of the program could not be loaded: {error}",
            "Either the folder is not complete (unpack the .zip again, all of it), this Python is not the 64 bit one,",
            "or this computer blocks the file. The page for-IT.html in this folder says how it can be allowed.",
        )


def _said(*lines: str) -> int:
    sys.stderr.write("".join(line + "\n" for line in lines))
    return _CANNOT_START


if __name__ == "__main__":
    sys.exit(main())
