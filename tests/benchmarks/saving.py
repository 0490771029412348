"""What saving one answer costs beside the bare cost of the same bytes reaching the disk.

Run ``python tests/benchmarks/saving.py [FOLDER]``; the folder should be on the disk that matters.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from compact_tui.core.change import Change, Edit
from compact_tui.storage.book import Book, BookKind

KIND = BookKind("benchmark", 1, ("answers", "evidence", "actions"))
ROUNDS = 200
AT = "2026-11-22T14:02:09Z"


def _words(count: int, seed: int) -> str:
    stock = ("record", "checks", "staff", "list", "lead", "term", "child", "signed", "seen", "gate", "visitor")
    return " ".join(stock[(seed * 7 + number * 3) % len(stock)] for number in range(count))


def _answer(number: int, words: int) -> dict[str, object]:
    note = _words(words, number)
    return {"criterion": f"s{number:03}", "answer": "met", "note": note, "private_note": "", "by": "lead", "at": AT}


def _evidence(number: int) -> dict[str, object]:
    title, where = _words(8, number), _words(6, number)
    return {"id": f"e{number}", "title": title, "where": where, "held_by": "lead", "supports": ["s001"], "at": AT}


def _action(number: int) -> dict[str, object]:
    return {"id": f"a{number}", "what": _words(14, number), "who": "lead", "due": "2026-12-18", "supports": ["s001"]}


def _change(number: int, *edits: Edit) -> Change:
    return Change(id=f"c{number:06}", at=AT, by="lead", verb="answer", what="Answered s001", edits=edits)


def build(path: Path, words: int, evidence: int, actions: int, entries: int) -> Book:
    """A book of 60 answers with as much around them as asked for."""
    edits = [Edit("answers", f"s{n:03}", None, _answer(n, words)) for n in range(60)]
    edits += [Edit("evidence", f"e{n}", None, _evidence(n)) for n in range(evidence)]
    edits += [Edit("actions", f"a{n}", None, _action(n)) for n in range(actions)]
    book = Book.create(path, KIND, _change(0, *edits))
    for number in range(1, entries):
        book.apply(_step(book, number, words))
    book.save()
    return book


def _step(book: Book, number: int, words: int) -> Change:
    id_ = f"s{number % 60:03}"
    after = {**_answer(number % 60, words), "note": _words(words, number)}
    return _change(number, Edit("answers", id_, book.row("answers", id_), after))


def _bare(path: Path, data: bytes) -> None:
    temporary = path.with_name("bare.tmp")
    with open(temporary, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(temporary, path)
    if hasattr(os, "O_DIRECTORY"):
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        os.fsync(folder)
        os.close(folder)


class _Times:
    """What was measured of one book: seconds of each save and of each bare write, and the bytes."""

    def __init__(self, name: str, book: Book, words: int, first: int) -> None:
        self.name, self.book, self.words, self.first = name, book, words, first
        self.ours: list[float] = []
        self.bare: list[float] = []
        self.size = 0

    def once(self, number: int) -> None:
        """Save one answer, then write the same bytes barely."""
        change = _step(self.book, self.first + number, self.words)
        start = time.perf_counter()
        self.book.apply(change)
        self.book.save()
        self.ours.append(time.perf_counter() - start)
        data = self.book.path.read_bytes()
        start = time.perf_counter()
        _bare(self.book.path.with_suffix(".bare"), data)
        self.bare.append(time.perf_counter() - start)
        self.size = len(data)

    def line(self) -> str:
        """The row of the table."""
        ours, bare = statistics.median(self.ours) * 1000, statistics.median(self.bare) * 1000
        return f"{self.name:<12}{self.size:>10}{ours:>10.2f}{bare:>10.2f}{ours / bare:>8.2f}"


def main() -> None:
    """Measure both books in turn, so that they see the same disk, and print them side by side."""
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as folder:
        empty = _Times("empty", build(Path(folder, "empty.json"), 0, 0, 0, 1), 0, 1)
        full = _Times("ten years", build(Path(folder, "ten-years.json"), 80, 120, 80, 400), 80, 400)
        for number in range(ROUNDS):
            empty.once(number)
            full.once(number)
        print(f"{'book':<12}{'bytes':>10}{'save ms':>10}{'bare ms':>10}{'ratio':>8}")
        print(empty.line())
        print(full.line())


if __name__ == "__main__":
    main()
