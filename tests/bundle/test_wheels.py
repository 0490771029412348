"""Wheels: the right ones, only the locked ones, and never written outside their folder."""

from pathlib import Path

import pytest
from bundling.faults import BundleError
from bundling.licences import licence_of, table, write_licences
from bundling.platforms import LINUX, WINDOWS
from bundling.wheels import checked_name, chosen, home_of, unpack

from tests.bundle.wheels import locked, shelf, wheel


@pytest.mark.parametrize(
    "name", ["../up.py", "a/../../up.py", "/etc/x", "C:/x.py", "a\\..\\up.py", "a/b:stream", "a\n.py", "", "."]
)
def test_a_file_that_would_be_written_elsewhere_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(BundleError, match="written elsewhere"):
        checked_name(name, "bad.whl")


def test_a_wheel_with_such_a_file_writes_nothing_outside(tmp_path: Path) -> None:
    bad = wheel(tmp_path / "wheels", "bad", {"../../up.py": "1\n"})

    with pytest.raises(BundleError, match="bad-1.0-py3-none-any.whl holds a file that would be written elsewhere"):
        unpack(bad, tmp_path / "in" / "lib")
    assert list(tmp_path.rglob("up.py")) == []


def test_scripts_records_and_tests_are_left_out_and_data_goes_where_it_belongs(tmp_path: Path) -> None:
    files = {
        "a/__init__.py": "",
        "a/tests/test_a.py": "",
        "a-1.0.data/scripts/a": "",
        "a-1.0.data/purelib/b.py": "",
    }

    unpack(wheel(tmp_path, "a", files), tmp_path / "lib")

    found = {path.relative_to(tmp_path / "lib").as_posix() for path in (tmp_path / "lib").rglob("*") if path.is_file()}
    assert found == {"a/__init__.py", "b.py", "a-1.0.dist-info/METADATA", "a-1.0.dist-info/licenses/LICENSE"}


def test_two_packages_may_hold_the_same_file_only_with_the_same_content(tmp_path: Path) -> None:
    one, same, other = (
        wheel(tmp_path / name, name, {"shared.py": text}) for name, text in (("a", "1"), ("b", "1"), ("c", "2"))
    )
    unpack(one, tmp_path / "lib")
    unpack(same, tmp_path / "lib")

    with pytest.raises(BundleError, match=r"shared.py in c-1.0-py3-none-any.whl is in another package too."):
        unpack(other, tmp_path / "lib")


@pytest.mark.parametrize(
    ("tags", "home"),
    [
        ("py3-none-any", "lib"),
        ("py2.py3-none-any", "lib"),
        ("cp310-abi3-win_amd64", "lib"),
        ("cp312-cp312-win_amd64", "lib-cp312"),
    ],
)
def test_what_is_for_one_python_has_a_folder_of_its_own(tags: str, home: str) -> None:
    assert home_of(Path(f"x-1.0-{tags}.whl")) == home


def test_each_platform_gets_its_own_wheels(tmp_path: Path) -> None:
    needed, _, _ = shelf(tmp_path)

    for platform, there in ((LINUX, "manylinux"), (WINDOWS, "win_amd64")):
        names = [path.name for path in chosen(needed, locked(needed), platform)]
        assert len(names) == 4
        assert [name for name in names if there in name] == names[:3]


def test_a_wheel_that_is_missing_for_one_python_is_told(tmp_path: Path) -> None:
    needed, _, _ = shelf(tmp_path)
    lock = locked(needed)
    next(needed.glob("native-1.0-cp312-*win*")).unlink()

    assert len(chosen(needed, lock, LINUX)) == 4
    with pytest.raises(BundleError, match=r"native 1.0 for windows-x64 and Python 3.12 is not in"):
        chosen(needed, lock, WINDOWS)


def test_a_wheel_that_was_changed_is_refused(tmp_path: Path) -> None:
    needed, _, _ = shelf(tmp_path)
    lock = locked(needed)
    wheel(needed, "pure", {"pure/__init__.py": "import socket\n"})

    with pytest.raises(BundleError, match=r"pure-1.0-py3-none-any.whl is not the wheel that was locked"):
        chosen(needed, lock, LINUX)


def test_a_wheel_too_new_for_the_oldest_python_does_not_suit(tmp_path: Path) -> None:
    wheel(tmp_path, "a", {}, tags="cp312-abi3-win_amd64")

    with pytest.raises(BundleError, match=r"Python 3.11 is not in"):
        chosen(tmp_path, locked(tmp_path), WINDOWS)


def test_licences_are_written_once_with_a_table(tmp_path: Path) -> None:
    wheels = [wheel(tmp_path / "w", name, {}, terms=terms) for name, terms in (("Zeta", "MIT"), ("alpha", "BSD-3"))]

    licences = write_licences([*wheels, wheels[0]], tmp_path / "licences")

    assert [one.name for one in licences] == ["alpha", "Zeta"]
    assert table(licences).splitlines()[2:] == ["alpha  1.0  BSD-3", "Zeta   1.0  MIT"]
    assert (tmp_path / "licences" / "Zeta" / "LICENSE").read_text("utf-8") == "The terms of Zeta.\n"


def test_a_package_without_a_licence_does_not_go_in(tmp_path: Path) -> None:
    with pytest.raises(BundleError, match="does not say under which licence"):
        licence_of(wheel(tmp_path, "a", {}, terms=""))
