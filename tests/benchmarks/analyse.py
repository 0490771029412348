"""Prints how the analysis grows from 200 returns to 100,000: time beside msgspec decoding the same bytes, and memory.

    python tests/benchmarks/analyse.py

Returns are streamed from a file, one at a time, each of twelve standards and sixty answers. Each size runs in a
process of its own, once to decode and once to analyse. Aim: memory under 400 MB at 100,000, and flat beside decoding.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec.structs import replace

from compact_tui.core.analysis import Expected, analyse
from compact_tui.core.analysis_before import read_before, standards_kept
from compact_tui.core.analysis_sums import Beside
from compact_tui.core.pack import AuditPack
from compact_tui.core.return_facts import AnswerFact, GradeFact, ReturnFacts
from compact_tui.services.packs import default_pack, pack_named
from tests.analysis_samples import DRY, THEMES, cohort

SIZES = (200, 2_000, 20_000, 100_000)
MOST_MEGABYTES = 400
_DECODER = msgspec.json.Decoder(ReturnFacts)


def stamped(pack: AuditPack, settings: int, cycle: str) -> Iterator[ReturnFacts]:
    """Returns of so many settings: five hundred of them, given new names again and again."""
    strong, weak = pack.level[0].id, next(level.id for level in pack.level if level.weak)
    models = list(cohort(500, cycle=cycle))
    for number in range(settings):
        model = models[number % len(models)]
        levels = [strong if grade.level == DRY else weak for grade in model.grades]
        means = [answer.counts_as for answer in model.answers]
        yield replace(
            model,
            return_id=f"{cycle} {number}",
            entry=f"E{number}",
            pack=pack.pack.id,
            edition=pack.pack.edition,
            grades=tuple(GradeFact(s.id, levels[at % len(levels)]) for at, s in enumerate(pack.standard)),
            answers=tuple(
                AnswerFact(c.id, s.id, "x", means[at % len(means)], c.duty)
                for s in pack.standard
                for at, c in enumerate(s.criterion[:5])
            ),
        )


def streamed(path: Path) -> Iterator[ReturnFacts]:
    """The returns of a file."""
    with path.open("rb") as file:
        for line in file:
            yield _DECODER.decode(line)


def megabytes() -> float:
    """The most memory this process had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run_one(what: str, now: Path, before: Path) -> None:
    """Decode or analyse, and print seconds and megabytes."""
    pack = pack_named(default_pack())
    began = time.perf_counter()
    if what == "decode":
        counted = sum(1 for path in (before, now) for _ in streamed(path))
    else:
        same = {(pack.pack.id, pack.pack.edition): standards_kept(pack, pack)}
        past = read_before(streamed(before), pack, same)
        beside = Beside(before=past.settings, then=past.then, before_cycle="before", themes=THEMES)
        counted = analyse(streamed(now), pack, [Expected("education", "Education", 1)], beside=beside).returns
    sys.stdout.write(f"{time.perf_counter() - began} {megabytes()} {counted}\n")


def main() -> int:
    """Print a line for each size; 1 if memory is over its limit."""
    pack, over = pack_named(default_pack()), False
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            files = [Path(folder) / "now.ndjson", Path(folder) / "before.ndjson"]
            for path in files:
                with path.open("wb") as file:
                    for one in stamped(pack, size, path.stem):
                        file.write(msgspec.json.encode(one) + b"\n")
            told = {}
            for what in ("decode", "analyse"):
                command = [sys.executable, __file__, what, *map(str, files)]
                told[what] = [float(word) for word in subprocess.check_output(command, text=True).split()]
            bytes_read = sum(path.stat().st_size for path in files)
        (decode, base, _), (taken, most, _) = told["decode"], told["analyse"]
        over = over or most > MOST_MEGABYTES
        sys.stdout.write(
            f"{size:>7} returns and as many before, {bytes_read / 1e6:7.1f} MB: decode {decode:6.2f} s {base:4.0f} MB, "
            f"analyse {taken:6.2f} s {most:4.0f} MB, {taken / decode:4.1f} x, {size / taken:7.0f} a second\n"
        )
    return int(over)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        run_one(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        sys.exit(main())
