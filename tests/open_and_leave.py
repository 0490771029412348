"""Opens the full-screen program in a terminal of its own, waits until Home is there, and leaves by ctrl+q.

    python -m tests.open_and_leave WORKSPACE

Ends with 0 if the program came and went as it should, else with 1 and what was on the screen. Not for Windows.
"""

import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time

PATIENCE = 60.0
"""Seconds to wait for the screen, and again for the end."""
HOME = b"What next?"
LEAVE = b"\x11"


def main(workspace: str) -> int:
    """Open, wait, leave."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "xterm-256color"  # one that calls itself dumb gets the line by line program
        os.execv(sys.executable, [sys.executable, "-m", "compact_tui", "--workspace", workspace])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    seen = _read_until(terminal, HOME)
    if HOME not in seen:
        return _failed("Home did not appear.", seen)
    os.write(terminal, LEAVE)
    seen += _read_until(terminal, None)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code != 0:
        return _failed(f"The program ended with {code}.", seen)
    print("The full-screen program opened, showed Home and left.")
    return 0


def _read_until(terminal: int, wanted: bytes | None) -> bytes:
    """What the program writes until something wanted is in it, or until it ends."""
    seen, until = b"", time.monotonic() + PATIENCE
    while time.monotonic() < until and (wanted is None or wanted not in seen):
        ready, _, _ = select.select([terminal], [], [], 0.1)
        if not ready:
            continue
        try:
            read = os.read(terminal, 65536)
        except OSError:  # Linux says so when the other side has gone
            read = b""
        if not read:
            break
        seen += read
    return seen


def _failed(what: str, seen: bytes) -> int:
    print(what, seen.decode("utf-8", "backslashreplace")[-4000:], sep="\n", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
