"""Nothing leaves this computer: a whole job opens no connection, looks up no name and starts no other program."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.source_tree import ROOT


@pytest.mark.parametrize("way", ["commands", "keys"])
def test_a_whole_job_reaches_for_no_network(way: str, tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.watched", way, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ran.returncode, ran.stderr) == (0, "")
    told = json.loads(ran.stdout)
    assert told["job"] == []
    assert len(told["returns"]) == 1
    assert told["attempts"] == [
        "socket.connect",
        "socket.bind",
        "socket.sendto",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "subprocess.Popen",
    ]
