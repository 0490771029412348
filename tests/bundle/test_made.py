"""A whole folder, made of tiny wheels: the same bytes twice, complete, and started with nothing of the user's."""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from bundling.archive import SUMS, write_archive, write_sums
from bundling.faults import BundleError
from bundling.making import Made, Order, make
from bundling.platforms import LINUX, WINDOWS, Platform

from tests.bundle.wheels import shelf, wheel
from tests.source_tree import ROOT

on_posix = pytest.mark.skipif(os.name != "posix", reason="the start file is for a POSIX shell")


def _made(folder: Path, output: str, platform: Platform = LINUX) -> Made:
    needed, lock, program = shelf(folder / "shelf")
    return make(Order(platform, lock, folder / output, ROOT, needed, program))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return _made(tmp_path_factory.mktemp("bundle"), "packages für alle & more")


def _start(made: Made, *words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    usual = {"COMPACT_TUI_PYTHON": sys.executable}
    start = made.folder / "compact-audit"
    return subprocess.run(
        [str(start), *words], env={**usual, **environ}, cwd="/", capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("platform", [LINUX, WINDOWS], ids=lambda platform: platform.id)
def test_two_runs_give_the_same_bytes_whatever_the_environment(
    platform: Platform, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = _made(tmp_path, "one", platform)
    monkeypatch.setenv("PYTHONOPTIMIZE", "2")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    two = _made(tmp_path, "two", platform)

    assert one.archive.read_bytes() == two.archive.read_bytes()
    assert one.digest == hashlib.sha256(one.archive.read_bytes()).hexdigest()
    beside = one.archive.with_name(one.archive.name + ".sha256").read_text("utf-8")
    assert beside == f"{one.digest}  compact-audit-1.0-{platform.id}.zip\n"


def test_the_sums_are_those_of_every_file_but_their_own(made: Made) -> None:
    lines = (made.folder / SUMS).read_text("utf-8").splitlines()

    listed = {line[66:]: line[:64] for line in lines}
    there = {p.relative_to(made.folder).as_posix(): p for p in made.folder.rglob("*") if p.is_file()}
    assert set(listed) == set(there) - {SUMS}
    assert all(hashlib.sha256(there[name].read_bytes()).hexdigest() == digest for name, digest in listed.items())


def test_the_archive_holds_one_folder_whose_start_file_can_be_started(made: Made) -> None:
    with zipfile.ZipFile(made.archive) as held:
        entries = {entry.filename.partition("/")[2]: entry for entry in held.infolist()}

    assert {entry.filename.partition("/")[0] for entry in entries.values()} == {"compact-audit-1.0-linux"}
    assert [name for name, entry in entries.items() if entry.external_attr >> 16 & 0o111] == ["compact-audit"]
    assert {"start.py", "portable.txt", "for-IT.html", "for-IT.txt", "licences/licences.txt"} <= set(entries)
    assert "lib-cp312/native.py" in entries
    assert not any(entry.date_time != (2020, 1, 1, 0, 0, 0) for entry in entries.values())


def test_byte_code_is_made_for_all_that_this_python_imports(made: Made) -> None:
    ending = f".{sys.implementation.cache_tag}.pyc"

    assert (made.folder / "lib" / "compact_tui" / "__pycache__" / f"__main__{ending}").is_file()
    native = f"lib-cp3{sys.version_info[1]}"
    assert [path.parents[1].name for path in made.folder.rglob(f"native{ending}")] == [native]


@on_posix
def test_it_starts_without_an_environment_and_takes_nothing_of_the_users(made: Made, tmp_path: Path) -> None:
    trap = tmp_path / "packages-of-the-user"
    trap.mkdir()
    (trap / "pure.py").write_text("raise SystemExit('the trap')\n", "utf-8")

    bare, trapped = _start(made, "a", "b c"), _start(made, "a", "b c", PYTHONPATH=str(trap), PYTHONHOME="/nowhere")

    assert (bare.returncode, bare.stderr) == (2, "")
    tag = f"cp3{sys.version_info[1]} manylinux"
    assert bare.stdout.startswith(tag)
    assert "True ['a', 'b c']" in bare.stdout
    assert "packages-of-the-user" not in trapped.stdout
    assert (trapped.returncode, trapped.stdout) == (2, bare.stdout)


@on_posix
def test_starting_writes_nothing_into_the_folder(made: Made) -> None:
    before = {path: path.stat().st_mtime_ns for path in made.folder.rglob("*")}

    assert _start(made).returncode == 0
    assert {path: path.stat().st_mtime_ns for path in made.folder.rglob("*")} == before


@on_posix
def test_it_starts_through_a_link(made: Made, tmp_path: Path) -> None:
    link = tmp_path / "audit"
    link.symlink_to(made.folder / "compact-audit")

    ran = subprocess.run([str(link)], env={"COMPACT_TUI_PYTHON": sys.executable}, capture_output=True, check=False)

    assert (ran.returncode, ran.stderr) == (0, b"")


@on_posix
def test_without_a_python_that_suits_it_says_what_is_needed(made: Made, tmp_path: Path) -> None:
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    old.chmod(0o755)

    ran = _start(made, COMPACT_TUI_PYTHON=str(old))

    assert (ran.returncode, ran.stdout) == (4, "")
    assert ran.stderr.startswith("Compact audit needs Python 3.11, 3.12 or 3.13, and found none")
    assert "for-IT.html" in ran.stderr


@on_posix
@pytest.mark.parametrize(
    ("gone", "said"),
    [
        ("start.py", "the rest of its folder is not beside this file"),
        (f"lib-cp3{sys.version_info[1]}", "is missing: this folder is not complete"),
        ("lib/pure", "A part of the program could not be loaded: No module named 'pure'"),
    ],
)
def test_a_folder_that_is_not_complete_is_told(gone: str, said: str, made: Made, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(made.folder, tmp_path / "copy"))
    target = copy / gone
    if target.is_dir():
        shutil.rmtree(target)
    else:
        target.unlink()

    ran = _start(Made(copy, made.archive, made.digest))

    assert ran.returncode == 4
    assert said in ran.stderr


def test_a_folder_that_is_there_already_is_left_alone(tmp_path: Path) -> None:
    made = _made(tmp_path, "out")
    before = made.archive.read_bytes()

    with pytest.raises(BundleError, match="is there already: take it away first"):
        _made(tmp_path, "out")
    assert made.archive.read_bytes() == before
    assert (made.folder / SUMS).is_file()


def test_what_cannot_be_put_together_leaves_no_half_folder(tmp_path: Path) -> None:
    needed, lock, _ = shelf(tmp_path / "shelf")
    broken = wheel(tmp_path / "own", "compact_tui", {"compact_tui/__init__.py": "print 'old'\n"})

    with pytest.raises(BundleError, match="is no Python"):
        make(Order(LINUX, lock, tmp_path / "out", ROOT, needed, broken))
    assert list((tmp_path / "out").iterdir()) == []


def test_an_archive_does_not_depend_on_when_files_were_made(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "b.txt").write_bytes(b"1")
    (folder / "a.txt").write_bytes(b"2")
    write_sums(folder)
    first = write_archive(folder, tmp_path / "1.zip", ())
    os.utime(folder / "a.txt", (0, 10**9))
    (folder / "b.txt").chmod(0o777)

    assert write_archive(folder, tmp_path / "2.zip", ()) == first
