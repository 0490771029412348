"""What collecting costs, beside msgspec decoding the same bytes and beside ``cat``.

    python tests/benchmarks/collect.py [FOLDER] [SIZE ...]

Returns of the shipped pack, every criterion answered with a note, one of each setting of a register: made once as 100
different ones and stamped anew with ids and digests of their own. Each size is collected into a fresh workspace; then
it is run again, listed, and its facts streamed. The folder should be on the disk that matters.
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

from compact_tui.core.audit import Audit, AuditHead, CriterionAnswer, Grade
from compact_tui.core.partnership import RegisterEntry
from compact_tui.core.return_build import build_return
from compact_tui.core.returns import Return, with_digest
from compact_tui.core.setting import Setting
from compact_tui.core.variation import for_variation
from compact_tui.exchange.return_json import encode
from compact_tui.services.collected import facts_of, returns_here
from compact_tui.services.collecting import collect
from compact_tui.services.desk import Desk, desk_at, edit
from compact_tui.services.packs import default_pack, pack_named
from compact_tui.services.partnership import start_partnership
from compact_tui.services.partnership_book import keep

SIZES = (200, 2_000, 20_000)
DIFFERENT = 100
NOTE = "Seen on Monday with the deputy: the list agrees with the files but for two, which are being chased. " * 2


def made_returns() -> Iterator[Return]:
    """Different returns of a school."""
    whole = pack_named(default_pack())
    variation = next(one.id for one in whole.variation if one.offered)
    pack = for_variation(whole, variation)
    for number in range(DIFFERENT):
        answers = tuple(
            CriterionAnswer(criterion=c.id, answer=pack.answer[(number + at) % 3].id, note=f"{number} {at} {NOTE}")
            for at, c in enumerate(c for s in pack.standard for c in s.criterion)
        )
        grades = tuple(Grade(standard=s.id, level=pack.level[number % len(pack.level)].id) for s in pack.standard)
        head = AuditHead(
            id=f"a-{number}",
            pack=whole.pack.id,
            edition=whole.pack.edition,
            variation=variation,
            wording=whole.pack.wording,
            cycle="2026-2028",
            started_on="2026-11-01",
        )
        yield build_return(
            Setting(id="set", name="School", sector="education", kind="primary-school"),
            pack,
            Audit(head=head, answers=answers, grades=grades),
            return_id="r",
            made_on="2026-12-01",
            made_by="benchmark",
            today="2026-12-01",
        )


def posted(folder: Path, size: int, made: list[Return]) -> None:
    """Files of returns, each of a setting of its own."""
    for number in range(size):
        one = made[number % len(made)]
        who = replace(one.setting, id=f"set-{number}", name=f"School {number}", register_id=f"P{number}")
        place = folder / f"{number // 1000:03}"
        place.mkdir(parents=True, exist_ok=True)
        stamped = with_digest(replace(one, id=f"r-{number}", setting=who))
        (place / f"{number}.json").write_bytes(encode(stamped))


def partnership(root: Path, size: int) -> Desk:
    """A partnership with every setting in its register."""
    desk = desk_at(root, environ={}, who="Officer")
    start_partnership(desk, {"name": "Benchmark", "area": "Portsmouth", "cycle": "2026-2028"})
    entries = (RegisterEntry(id=f"P{n}", name=f"School {n}", sector="education") for n in range(size))
    keep(desk, "register-import", "register", tuple(edit("register", one.id, None, one) for one in entries))
    return desk


def took(begun: float) -> float:
    """Seconds since."""
    return time.perf_counter() - begun


def main(folder: str = "", *sizes: str) -> None:
    """Measure and print."""
    made = list(made_returns())
    print("files  MB  collect s  ms each  again s  list s  facts s  decode s  cat s  most MB")
    for size in [int(one) for one in sizes] or SIZES:
        with tempfile.TemporaryDirectory(dir=folder or None) as name:
            inbox = Path(name) / "inbox"
            posted(inbox, size, made)
            desk = partnership(Path(name) / "workspace", size)
            files = sorted(inbox.rglob("*.json"))
            spans = []
            begun = time.perf_counter()
            assert collect(desk, [inbox]).accepted == size
            spans.append(took(begun))
            begun = time.perf_counter()
            assert collect(desk, [inbox]).duplicates == size
            spans.append(took(begun))
            begun = time.perf_counter()
            assert returns_here(desk).current == size
            spans.append(took(begun))
            begun = time.perf_counter()
            assert sum(1 for _ in facts_of(desk)) == size
            spans.append(took(begun))
            begun = time.perf_counter()
            for file in files:
                msgspec.json.decode(file.read_bytes())
            spans.append(took(begun))
            begun = time.perf_counter()
            subprocess.run(
                ["find", str(inbox), "-name", "*.json", "-exec", "cat", "{}", "+"],
                stdout=subprocess.DEVNULL,
                check=True,
            )
            spans.append(took(begun))
            size_mb = sum(file.stat().st_size for file in files) / 2**20
            most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            first, *others = spans
            print(
                f"{size:5}  {size_mb:.0f}  {first:.2f}  {first / size * 1000:.2f}  "
                + "  ".join(f"{span:.2f}" for span in others)
                + f"  {most:.0f}",
                flush=True,
            )


if __name__ == "__main__":
    main(*sys.argv[1:])
