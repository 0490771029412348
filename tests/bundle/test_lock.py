"""The lock: what is read, what is refused, and what pip's reports come to."""

import tomllib
from typing import Any

import pytest
from bundling.faults import BundleError
from bundling.lock import Locked, lock_text, merged, normal, parse_lock

from tests.source_tree import ROOT

ONE, TWO = "a" * 64, "b" * 64


def _entry(name: str, version: str, digest: str, *needs: str) -> dict[str, Any]:
    return {
        "metadata": {"name": name, "version": version, "requires_dist": list(needs)},
        "download_info": {"archive_info": {"hashes": {"sha256": digest}}},
    }


def test_a_lock_that_is_written_is_read_again_the_same() -> None:
    lock = (Locked("lxml", "6.1.3", (ONE, TWO)), Locked("rich", "15.0", (ONE,)))

    text = lock_text(reversed(lock))

    assert parse_lock(text) == lock
    assert text.splitlines()[-1] == f"rich==15.0 --hash=sha256:{ONE}"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("rich==15.0", "Line 2 of the lock is not"),
        ("rich>=15.0 --hash=sha256:" + ONE, "Line 2 of the lock is not"),
        ("rich==15.0 --hash=sha256:" + ONE[1:], "Line 2 of the lock is not"),
        ("rich==15.0 --hash=md5:" + ONE, "Line 2 of the lock is not"),
        ("--index-url https://somewhere", "Line 2 of the lock is not"),
        (f"rich @ https://somewhere --hash=sha256:{ONE}", "Line 2 of the lock is not"),
        (f"lxml==2 --hash=sha256:{ONE}", "names lxml a second time"),
    ],
)
def test_a_line_that_locks_nothing_is_refused_with_its_number(line: str, said: str) -> None:
    with pytest.raises(BundleError, match=said):
        parse_lock(f"lxml==1 --hash=sha256:{ONE}\n{line}\n")


@pytest.mark.parametrize("name", ["typing_extensions", "Typing.Extensions", "typing-_-extensions"])
def test_names_are_compared_in_their_normal_form(name: str) -> None:
    assert normal(name) == "typing-extensions"


def test_the_wheels_of_all_computers_come_together_under_one_version() -> None:
    entries = [
        _entry("Lxml", "6.1", TWO),
        _entry("lxml", "6.1", ONE),
        _entry("rich", "15", ONE),
        _entry("rich", "15", ONE),
    ]

    assert merged(entries) == (Locked("lxml", "6.1", (ONE, TWO)), Locked("rich", "15", (ONE,)))


def test_two_versions_of_one_package_are_refused() -> None:
    with pytest.raises(BundleError, match=r"lxml would be 6.1 and 6.2 on different computers."):
        merged([_entry("lxml", "6.2", ONE), _entry("lxml", "6.1", TWO)])


@pytest.mark.parametrize(
    ("needs", "missing"),
    [
        ('colorama>=0.4; sys_platform == "win32"', True),
        ("colorama; platform_system == 'Windows'", True),
        ("colorama; os_name == 'nt'", True),
        ("colorama; sys_platform != 'win32'", False),
        ("colorama; extra == 'windows'", False),
        ("rich; sys_platform == 'win32'", False),
    ],
)
def test_what_only_windows_needs_is_not_forgotten(needs: str, missing: bool) -> None:
    entries = [_entry("rich", "15", ONE, needs)]

    if not missing:
        assert merged(entries) == (Locked("rich", "15", (ONE,)),)
        return
    with pytest.raises(BundleError, match="Windows needs colorama as well"):
        merged(entries)


def test_the_lock_that_is_kept_has_all_the_program_needs_and_names_no_host() -> None:
    text = (ROOT / ".ci" / "locked.txt").read_text("utf-8")
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]

    there = {one.name for one in parse_lock(text)}

    assert {normal(line.split(">")[0].split("=")[0]) for line in wanted} - there == set()
    assert "://" not in text
