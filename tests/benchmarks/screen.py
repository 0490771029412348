"""Prints start and key-to-paint of the full-screen program beside a minimal Textual app, in one run.

Both run in a pseudo-terminal of 80x24; a paint is timed to the moment at which the expected text has arrived.

    python tests/benchmarks/screen.py [ROUNDS]
"""

import fcntl
import os
import pty
import select
import statistics
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path

MINIMAL = """
from textual.app import App
from textual.widgets import Input, OptionList
class Minimal(App):
    AUTO_FOCUS = "OptionList"
    def compose(self):
        yield Input("a text field")
        yield OptionList(*(f"Option number {n:02d}" for n in range(12)))
Minimal().run()
"""
OURS = "import sys; sys.argv[1:] = ['--workspace', sys.argv[1]]; from compact_tui.__main__ import run; run()"
"""As a person starts it, reading what was typed with it."""


class Program:
    """A program in a pseudo-terminal."""

    def __init__(self, code: str, *args: str) -> None:
        self.output = b""
        self.began = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.execv(sys.executable, [sys.executable, "-c", code, *args])
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def until(self, text: str, limit: float = 15.0) -> float:
        """Read until a text has arrived; the moment at which it had."""
        wanted = text.encode()
        end = time.perf_counter() + limit
        while wanted not in self.output:
            if time.perf_counter() > end:
                raise SystemExit(f"waited in vain for {text!r}; last came {self.output[-600:]!r}")
            if select.select([self.fd], [], [], 0.05)[0]:
                self.output += os.read(self.fd, 65536)
        return time.perf_counter()

    def quiet(self, seconds: float = 0.15) -> None:
        """Read until nothing more comes."""
        while select.select([self.fd], [], [], seconds)[0]:
            self.output += os.read(self.fd, 65536)

    def key(self, key: str, text: str) -> float:
        """Milliseconds from a key to the paint of a text."""
        self.quiet()
        self.output = b""
        began = time.perf_counter()
        os.write(self.fd, key.encode())
        return (self.until(text) - began) * 1000

    def close(self) -> None:
        """End it."""
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def spread(times: list[float]) -> str:
    """Median and 95th percentile."""
    return f"p50 {statistics.median(times):7.1f}   p95 {statistics.quantiles(times, n=20)[-1]:7.1f}"


def main(rounds: int) -> None:
    """Measure and print."""
    from compact_tui.services.demo import demo
    from compact_tui.services.desk import desk_at

    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "workspace"
        os.environ["COMPACT_TUI_CONFIG"] = folder
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else every start would compile the program again
        demo(desk_at(root))
        starts: dict[str, list[float]] = {"minimal": [], "ours": [], "pass": []}
        for _ in range(rounds):
            began = time.perf_counter()
            os.waitpid(os.spawnv(os.P_NOWAIT, sys.executable, [sys.executable, "-c", "pass"]), 0)
            starts["pass"].append((time.perf_counter() - began) * 1000)
            for name, code, text in (("minimal", MINIMAL, "Option number 05"), ("ours", OURS, "What next?")):
                program = Program(code, str(root))
                starts[name].append((program.until(text) - program.began) * 1000)
                program.close()
        base = statistics.median(starts["pass"])
        for name, times in starts.items():
            print(f"start   {name:8} {spread(times)} ms   {statistics.median(times) / base:5.1f} x python -c pass")
        print(f"start   ours / minimal {statistics.median(starts['ours']) / statistics.median(starts['minimal']):.2f}")
        keys = key_times(root, rounds * 8)
        for name, times in keys.items():
            print(f"key     {name:8} {spread(times)} ms")
        p95 = {name: statistics.quantiles(times, n=20)[-1] for name, times in keys.items()}
        for name in ("answer", "move", "walk"):
            medians = statistics.median(keys[name]) / statistics.median(keys["minimal"])
            print(f"key     {name} / minimal   p50 {medians:.2f}   p95 {p95[name] / p95['minimal']:.2f}")


def key_times(root: Path, count: int) -> dict[str, list[float]]:
    """Key to paint: the minimal app's list, and an answer, the cursor and the next criterion of ours, in turns."""
    minimal, ours = Program(MINIMAL), Program(OURS, str(root))
    minimal.until("Option number 05")
    ours.until("What next?")
    ours.quiet(0.5)
    os.write(ours.fd, b"a")
    ours.until("Which standard?")
    ours.quiet(0.3)
    os.write(ours.fd, b"/")
    ours.quiet(0.5)
    os.write(ours.fd, b"10.1")
    ours.quiet(0.5)
    os.write(ours.fd, b"\r")
    ours.until("10.1  ")
    times: dict[str, list[float]] = {"minimal": [], "answer": [], "move": [], "walk": []}
    for name, keys in (("answer", "pm"), ("move", ("\x1b[B", "\x1b[A")), ("walk", (" ", "\x1b[D"))):
        texts = {"answer": ("\u2713 ", "\u2713 "), "move": ("Met", "Met"), "walk": ("10.2", "10.1")}[name]
        for at in range(count):
            down = ("\x1b[B", "Option number 01") if at % 2 == 0 else ("\x1b[A", "Option number 00")
            times["minimal"].append(minimal.key(*down))
            times[name].append(ours.key(keys[at % 2], texts[at % 2]))
    minimal.close()
    ours.close()
    return times


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
