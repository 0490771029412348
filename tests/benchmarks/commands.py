"""How long reading commands take beside the bare interpreter, in one run: medians of rounds that take turns."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 15
LIMITS = {"--version": 2.5, "status --json": 6.0, "audit show --json": 6.0}
"""How many times the bare interpreter each may take."""


def measure(workspace: Path, rounds: int = ROUNDS) -> dict[str, float]:
    """Median seconds of each command; the bare interpreter is ``pass``."""
    environ = {**os.environ, "COMPACT_TUI_WORKSPACE": str(workspace)}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
    environ["PYTHONPYCACHEPREFIX"] = str(workspace.parent / "compiled")
    commands = {"pass": [sys.executable, "-c", "pass"]}
    commands |= {name: [sys.executable, "-m", "compact_tui", *name.split()] for name in LIMITS}
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            begun = time.perf_counter()
            subprocess.run(command, env=environ, check=True, stdout=subprocess.DEVNULL)
            if number:  # the first round fills the caches
                taken[name].append(time.perf_counter() - begun)
    return {name: statistics.median(times) for name, times in taken.items()}


def main() -> int:
    """Print the medians and ratios; 1 if one is over its limit."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder) / "demo"
        make = [sys.executable, "-m", "compact_tui", "demo", str(workspace), "--no-open"]
        subprocess.run(make, check=True, stdout=subprocess.DEVNULL)
        medians = measure(workspace)
    over = 0
    for name, seconds in medians.items():
        ratio = seconds / medians["pass"]
        limit = LIMITS.get(name)
        over += limit is not None and ratio > limit
        aim = f"   aim {limit}" if limit else ""
        sys.stdout.write(f"{name:<18} {seconds * 1000:7.1f} ms   {ratio:5.2f} x{aim}\n")
    return int(over > 0)


if __name__ == "__main__":
    sys.exit(main())
