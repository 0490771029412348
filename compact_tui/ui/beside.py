"""Work that would hold up the screen, such as reading a large file, on a thread beside it."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TypeVar

Result = TypeVar("Result")


async def beside(work: Callable[[], Result]) -> Result:
    """Do some work on a thread and wait for it without holding up the screen.

    The thread never keeps the program from ending: what it was doing is of no use then.

    Args:
        work: Touches nothing of the screen nor of the desk; what it raises is raised here.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[Result] = loop.create_future()

    def tell(result: Result | None, error: BaseException | None) -> None:
        if done.done():
            return
        if error is not None:
            done.set_exception(error)
        else:
            done.set_result(result)  # type: ignore[arg-type]

    def run() -> None:
        result: Result | None = None
        failed: BaseException | None = None
        try:
            result = work()
        except Exception as error:  # raised where it is waited for
            failed = error
        with suppress(RuntimeError):  # the program has ended meanwhile
            loop.call_soon_threadsafe(tell, result, failed)

    Thread(target=run, daemon=True, name="beside the screen").start()
    return await done
