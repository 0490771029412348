"""The computers that a portable folder is made for."""

from dataclasses import dataclass

PYTHONS = ("3.11", "3.12", "3.13")
"""The versions of Python that a folder works with."""


@dataclass(frozen=True)
class Platform:
    """A kind of computer."""

    id: str
    words: str
    """What it is called on a page for people."""
    pip_names: tuple[str, ...]
    """What pip calls it, every name that a wheel may carry."""
    needs: str
    """What has to be there already."""

    @property
    def is_windows(self) -> bool:
        """Whether it is Windows."""
        return self.id.startswith("windows")


LINUX = Platform(
    id="linux",
    words="Linux, 64 bit (x86_64)",
    pip_names=("manylinux2014_x86_64", "manylinux_2_17_x86_64", "manylinux_2_26_x86_64", "manylinux_2_28_x86_64"),
    needs="Python 3.11, 3.12 or 3.13 and glibc 2.28 or newer, as Debian 12, Ubuntu 22.04 (with python3.11) and later "
    "have them",
)
WINDOWS = Platform(
    id="windows-x64",
    words="Windows, 64 bit (x64)",
    pip_names=("win_amd64",),
    needs='the embeddable package of Python 3.11, 3.12 or 3.13 for 64 bit, unpacked into the folder "python"',
)
PLATFORMS = {platform.id: platform for platform in (LINUX, WINDOWS)}


def tag(python: str) -> str:
    """What a wheel calls a version of Python: ``3.11`` is ``cp311``."""
    return "cp" + python.replace(".", "")
