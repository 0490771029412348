"""Does a whole job by commands or in the full-screen program, and listens to what Python is asked for.

    python -m tests.watched commands FOLDER
    python -m tests.watched keys FOLDER

Everything that could leave this computer is refused and written down: connections, messages, waiting for
connections, looking up names, and starting other programs, which could do any of these unheard. Prints one
object of JSON: what was refused in the job, the returns that were made, and what was refused when this program
itself tried to get out.
"""

import asyncio
import contextlib
import io
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

REFUSED = {
    *("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"),
    *("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"),
    *("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "webbrowser.open"),
}
PACK = Path(__file__).parent / "fixtures" / "small-pack"
PATIENCE = 60.0
"""Seconds to wait for the screen."""

heard: list[str] = []


def listen(event: str, details: tuple[object, ...]) -> None:
    """Refuse what could leave this computer."""
    if event in REFUSED and not _is_pythons_own():
        heard.append(f"{event} {details!r:.200}")
        raise PermissionError(f"{event} is refused")


def _is_pythons_own() -> bool:
    """Whether asyncio pairs two sockets for itself (loopback ones on Windows), or Python asks for the processor."""
    frame: FrameType | None = sys._getframe()
    while frame is not None:
        module, function = frame.f_globals.get("__name__"), frame.f_code.co_name
        if (module == "socket" and "socketpair" in function) or module == "platform":
            return True
        frame = frame.f_back
    return False


def main(way: str, folder: Path) -> None:
    """Listen, do the job, then try to get out."""
    sys.addaudithook(listen)
    os.environ["COMPACT_TUI_WORKSPACE"] = str(folder / "workspace")
    os.environ["COMPACT_TUI_CONFIG"] = str(folder / "config")
    _command("setup", "--name", "Brolly House", "--sector", "education", "--return-to", "returns@partnership.example")
    _command("audit", "start", "--pack", str(PACK), "--cycle", "2026")
    if way == "commands":
        job_by_commands(folder)
    else:
        job_by_keys(folder / "workspace")
    in_job = list(heard)
    heard.clear()
    print(json.dumps({"job": in_job, "returns": _returns(), "attempts": try_to_get_out()}))


def _command(*argv: str) -> str:
    from compact_tui.cli.main import main as run

    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        code = run(argv)
    if code != 0:
        raise SystemExit(f"{argv} ended with {code}")
    return printed.getvalue()


def _returns() -> list[str]:
    sent = Path(os.environ["COMPACT_TUI_WORKSPACE"]) / "sent"
    return sorted(folder.name for folder in sent.iterdir()) if sent.exists() else []


def job_by_commands(folder: Path) -> None:
    """From the first answer to the receipt, and every command that looks."""
    for standard in json.loads(_command("audit", "show", "--json"))["standards"]:
        for criterion in standard["criteria"]:
            _command("audit", "answer", criterion["id"], "in-hand", "--note", "Seen.")
        _command("audit", "summary", standard["id"], "Drier than last year.")
        _command("audit", "grade", standard["id"], "bone-dry")
    _command("evidence", "add", "--title", "Ticket roll", "--kind", "ticket-stub", "--for", "1.1")
    _command("action", "add", "--what", "Buy a spike", "--who", "Porter", "--by", "2026-12-18", "--for", "3.1")
    made = json.loads(_command("return", "make", "--json"))
    today = time.strftime("%Y-%m-%d")
    _command("return", "verify", made["return_file"])
    _command("return", "sent", made["id"], "--on", today, "--by", "Head")
    _command("return", "receipt", made["id"], "--on", today)
    looks = ("status", "where", "audit list", "audit show", "audit history", "audit undo", "audit redo", "find ticket")
    for look in (
        *looks,
        "evidence list",
        "action list",
        "schema return",
        "pack list",
        "pack show",
        "pack lint",
        "doctor",
    ):
        _command(*look.split())
    _command("demo", str(folder / "demo"), "--no-open")


def job_by_keys(workspace: Path) -> None:
    """Answer, write, find and make the return, in the full-screen program."""
    from compact_tui.ui.app import CompactApp

    async def job() -> None:
        app = CompactApp(workspace)
        async with app.run_test(size=(100, 30)) as pilot:

            async def wait_for(condition: Callable[[], bool], what: str) -> None:
                until = time.monotonic() + PATIENCE
                while not condition():
                    if time.monotonic() > until:
                        raise SystemExit(f"Waited in vain for {what}; the screen is {app.screen!r}.")
                    await pilot.pause(0.02)

            async def on_screen(name: str) -> None:
                await wait_for(lambda: type(app.screen).__name__ == name, name)

            await on_screen("HomeScreen")
            await pilot.press("a")
            await on_screen("AuditScreen")
            await pilot.press("home", "enter")
            await on_screen("StandardScreen")
            await pilot.press("home", "enter")
            await on_screen("CriterionScreen")
            await pilot.press("w")
            await wait_for(lambda: _first("answer") == "half-way", "the answer")
            await pilot.press("enter", "z", "escape")
            await wait_for(lambda: _first("note") == "z", "the note")
            await pilot.press("slash")
            await on_screen("FindDialog")
            await pilot.press("t", "escape")
            await on_screen("CriterionScreen")
            for way in ("escape", "escape", "escape"):
                await pilot.press(way)
                await pilot.pause()
            await on_screen("HomeScreen")
            await pilot.press("r")
            await on_screen("ReturnScreen")
            await pilot.press("m")
            await wait_for(lambda: bool(_returns()), "the return")
            app.action_leave()

    asyncio.run(job())


def _first(what: str) -> str:
    return str(json.loads(_command("audit", "show", "1", "--json"))["standards"][0]["criteria"][0][what])


def try_to_get_out() -> list[str]:
    """Try what is refused, harmlessly; what was heard of it comes back."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        tries: tuple[Callable[[], object], ...] = (
            lambda: one.connect(("127.0.0.1", 9)),
            lambda: one.bind(("127.0.0.1", 0)),
            lambda: one.sendto(b"", ("127.0.0.1", 9)),
            lambda: socket.getaddrinfo("localhost", 9),
            lambda: socket.gethostbyname("localhost"),
            lambda: subprocess.run([sys.executable, "-c", "pass"], check=True),
        )
        for attempt in tries:
            with contextlib.suppress(PermissionError):
                attempt()
    left, right = socket.socketpair()
    left.close()
    right.close()
    return [told.partition(" ")[0] for told in heard]


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
