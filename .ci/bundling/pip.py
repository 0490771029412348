"""Asks pip, in a process of its own: the only place where making a folder may use the network."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bundling.faults import BundleError
from bundling.platforms import Platform

_EPOCH = "1577836800"
"""The time that a wheel built here carries, in seconds: 2020-01-01, so that two builds are the same bytes."""


def _pip(*words: str) -> str:
    environ = {**os.environ, "SOURCE_DATE_EPOCH": _EPOCH, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    ran = subprocess.run(
        [sys.executable, "-m", "pip", *words, "--no-input", "--quiet"],
        capture_output=True,
        text=True,
        check=False,
        env=environ,
    )
    if ran.returncode:
        raise BundleError(f"pip {words[0]} did not work:\n{ran.stderr.strip()}")
    return ran.stdout


def _computer(platform: Platform, python: str) -> Iterable[str]:
    yield from ("--only-binary", ":all:", "--implementation", "cp", "--python-version", python)
    for name in platform.pip_names:
        yield from ("--platform", name)


def resolve(requirements: Iterable[str], platform: Platform, python: str) -> list[dict[str, Any]]:
    """What pip would install for requirements on another computer: its report, one entry for each wheel."""
    report = _pip(
        *("install", "--dry-run", "--ignore-installed", "--report", "-", "--target", "never-made"),
        *_computer(platform, python),
        *requirements,
    )
    entries: list[dict[str, Any]] = json.loads(report)["install"]
    return entries


def download(lock: Path, platform: Platform, python: str, folder: Path) -> None:
    """Fetch the wheels of a lock for one computer; pip refuses one whose hash is not in the lock."""
    _pip(
        *("download", "--no-deps", "--require-hashes", "--requirement", str(lock), "--dest", str(folder)),
        *_computer(platform, python),
    )


def build(project: Path, folder: Path) -> Path:
    """Build the program's own wheel."""
    _pip("wheel", "--no-deps", "--wheel-dir", str(folder), str(project))
    (built,) = folder.glob("*.whl")
    return built
