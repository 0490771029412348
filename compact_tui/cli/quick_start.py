"""A command spends most of its time on being loaded and on tidying up behind itself; both are made short here."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

RARELY = 50_000
"""How many new objects there may be before the collector looks through them; 700 is Python's own."""


@contextmanager
def quick_start() -> Iterator[None]:
    """Load and run a program so that little time goes on the collector; at the end nothing is looked through again.

    Python's collector goes through every object twice before a process may end. What is open then was closed by its
    own ``with``, so that nothing waits for that.
    """
    gc.set_threshold(RARELY)
    try:
        yield
    finally:
        gc.freeze()


def load_msgspec() -> None:
    """Import msgspec without ``typing_extensions``, which brings ``inspect``, ``ast`` and ``tokenize``.

    msgspec 0.20 to 0.22 does with ``typing`` where the other is not installed; from Python 3.11 both tell it the same.
    """
    name = "typing_extensions"
    if name in sys.modules or "msgspec" in sys.modules:
        return
    sys.modules[name] = None  # type: ignore[assignment]  # Python's own way to say: not to be imported
    try:
        import msgspec  # noqa: F401
    finally:
        del sys.modules[name]
