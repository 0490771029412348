"""What makes a command short: the collector comes rarely, and msgspec is loaded without what it can do without."""

import subprocess
import sys

import msgspec

from compact_tui.cli.quick_start import RARELY, load_msgspec
from compact_tui.core.pack import AuditPack

_LOAD = "from compact_tui.cli.quick_start import load_msgspec; load_msgspec(); "


def _python(code: str) -> str:
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    return ran.stdout.strip()


def test_msgspec_is_loaded_without_typing_extensions_which_others_may_still_import() -> None:
    told = _python(
        f"import sys; {_LOAD}"
        "print('msgspec' in sys.modules, 'typing_extensions' in sys.modules, 'inspect' in sys.modules);"
        "import typing_extensions; print(typing_extensions.__name__)"
    )

    assert told.splitlines() == ["True False False", "typing_extensions"]


def test_typing_extensions_that_are_there_already_stay() -> None:
    before = sys.modules["typing_extensions"]

    load_msgspec()

    assert sys.modules["typing_extensions"] is before


def test_typing_extensions_that_are_there_before_msgspec_stay() -> None:
    told = _python(
        f"import sys, typing_extensions as before; {_LOAD} print(sys.modules['typing_extensions'] is before)"
    )

    assert told == "True"


def test_msgspec_understands_the_types_of_a_pack_as_it_does_with_typing_extensions() -> None:
    code = "import msgspec; from compact_tui.core.pack import AuditPack; "
    code += "sys.stdout.write(msgspec.json.encode(msgspec.json.schema(AuditPack)).decode())"

    without = _python(f"import sys; {_LOAD}{code}")

    assert msgspec.json.decode(without) == msgspec.json.decode(msgspec.json.encode(msgspec.json.schema(AuditPack)))


def test_the_collector_comes_rarely_and_looks_through_nothing_at_the_end_even_of_a_failure() -> None:
    told = _python(
        "import gc; from compact_tui.cli.quick_start import quick_start\n"
        "try:\n"
        "    with quick_start():\n"
        "        print(gc.get_threshold()[0], gc.isenabled(), gc.get_freeze_count() > 1000)\n"
        "        raise ValueError\n"
        "except ValueError:\n"
        "    print(gc.get_freeze_count() > 1000)\n"
    )

    assert told.splitlines() == [f"{RARELY} True False", "True"]


def test_a_command_starts_like_that() -> None:
    code = "import gc, sys; from compact_tui.__main__ import run; sys.argv[1:] = ['where', '--json']; code = run();"
    code += "print(code, 'typing_extensions' in sys.modules, gc.get_threshold()[0], gc.get_freeze_count() > 1000)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)

    assert ran.stdout.splitlines()[-1] == f"0 False {RARELY} True"
