"""Lets a child save changes and kills it at random instants; run as a process of its own.

``python -m tests.storage.killing BOOK INSTANTS SEED`` prints how many acknowledged changes it has
checked and how many kills came between the saves and the end, and fails at the first that is not there.
"""

import os
import random
import select
import signal
import sys
import time
from pathlib import Path

from compact_tui.core.change import Edit
from compact_tui.storage.book import Book
from compact_tui.storage.pages import page_paths, read_page
from tests.storage.helpers import KIND, change, new_book


def _save_until_killed(path: Path, run: int, out: int) -> None:
    book = Book.open(path, KIND)
    number = 0
    while True:
        id_ = f"r{run}n{number}"
        record = {"run": run, "number": number, "note": "what somebody typed " * 20}
        book.apply(change(id_, Edit("answers", f"a{number % 30}", book.row("answers", f"a{number % 30}"), record)))
        book.save()
        os.write(out, f"{id_}\n".encode())
        number += 1


def _acknowledged(path: Path, run: int, wait: float) -> list[str]:
    inlet, outlet = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(inlet)
        _save_until_killed(path, run, outlet)
    os.close(outlet)
    select.select([inlet], [], [], 20)
    time.sleep(wait)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    heard = b""
    while piece := os.read(inlet, 65536):
        heard += piece
    os.close(inlet)
    return heard.decode().split()


def _check(path: Path, run: int, ids: list[str]) -> None:
    book = Book.open(path, KIND)
    entries = {entry.id: entry for page in page_paths(path) for entry in read_page(page, KIND)}
    entries |= {entry.id: entry for entry in book.history}
    lost = [id_ for id_ in ids if id_ not in entries]
    if lost:
        raise SystemExit(f"run {run}: acknowledged and not there: {lost}")
    latest = {edit.id: edit for entry in book.history for edit in entry.edits}
    wrong = [id_ for id_, edit in latest.items() if book.row(edit.table, id_) != edit.after]
    if wrong:
        raise SystemExit(f"run {run}: records and history tell differently of {wrong}")
    left = [name for name in os.listdir(path.parent) if name.endswith(".tmp")]
    if left:
        raise SystemExit(f"run {run}: not swept: {left}")


def main() -> None:
    path, instants, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    chance = random.Random(seed)
    new_book(path)
    acknowledged = left_over = 0
    for run in range(instants):
        ids = _acknowledged(path, run, chance.random() * 0.02)
        left_over += any(name.endswith(".tmp") for name in os.listdir(path.parent))
        _check(path, run, ids)
        acknowledged += len(ids)
    print(acknowledged, left_over)


if __name__ == "__main__":
    main()
