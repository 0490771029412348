"""Imports modules, each alone in a fresh process, and prints which modules each of them brought with it.

    python -m tests.alone [--with NAME]... MODULE...

Prints one line of JSON for each module: its name, what it brought, and what went wrong. ``--with`` names
packages that are imported beforehand: they are then in every process, and need not be loaded again for each.
What they brought is the first line, of a module without a name.
"""

import gc
import importlib
import json
import multiprocessing
import sys
import traceback
from multiprocessing.connection import Connection


def main(words: list[str]) -> None:
    """Look at every module."""
    names = iter(words)
    modules = []
    before = set(sys.modules)
    for name in names:
        if name == "--with":
            importlib.import_module(next(names))
        else:
            modules.append(name)
    gc.disable()  # each process below is over at once
    print(json.dumps({"module": "", "brought": sorted(set(sys.modules) - before), "wrong": ""}))
    if sys.platform != "win32":
        multiprocessing.set_start_method("fork")  # as this process is, which has loaded nothing of ours
    for module in modules:
        here, there = multiprocessing.Pipe(duplex=False)
        process = multiprocessing.Process(target=_look, args=(module, there))
        process.start()
        there.close()
        try:
            brought, wrong = here.recv()
        except EOFError:
            brought, wrong = [], "it ended the process"
        process.join()
        print(json.dumps({"module": module, "brought": brought, "wrong": wrong}))


def _look(module: str, there: Connection) -> None:
    before = set(sys.modules)
    try:
        importlib.import_module(module)
        wrong = ""
    except BaseException:
        wrong = traceback.format_exc()
    there.send((sorted(set(sys.modules) - before), wrong))


if __name__ == "__main__":
    main(sys.argv[1:])
