"""Byte code made beforehand, since a folder that is never written to cannot keep its own."""

import subprocess
import sys
from pathlib import Path

from bundling.faults import BundleError

_COMPILE = """
import compileall, py_compile, re, sys
done = compileall.compile_dir(
    sys.argv[1], maxlevels=30, quiet=1, force=True, stripdir=sys.argv[1], workers=1, rx=re.compile(sys.argv[2]),
    invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
)
sys.exit(not done)
"""

_OTHER_PYTHON = r"/olefile/olefile2\.py$"
"""Modules in the packages that are for Python 2, and never imported."""


def compiled_for() -> str:
    """The version of Python that byte code is made for: the one that makes the folder."""
    return f"{sys.version_info[0]}.{sys.version_info[1]}"


def compile_in(folder: Path) -> None:
    """Write byte code beside every module below a folder: always the same bytes, from the same Python.

    Raises:
        BundleError: If a module is no Python.
    """
    # -I, so that no setting of whoever makes it, such as PYTHONOPTIMIZE, gets into the byte code
    ran = subprocess.run(
        [sys.executable, "-I", "-S", "-c", _COMPILE, str(folder), _OTHER_PYTHON],
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode:
        raise BundleError(f"A module in {folder} is no Python:\n{ran.stdout}{ran.stderr}")
