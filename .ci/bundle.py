"""Makes the portable folder and its .zip, to be copied and started without installing.

    python .ci/bundle.py --platform linux|windows-x64 [--output DIR] [--wheels DIR] [--program WHEEL]
    python .ci/bundle.py --lock

The locked packages (.ci/locked.txt) are fetched by pip unless --wheels names a folder that has them. --lock asks pip
anew which they are. Ends with 0, or with 1 and a sentence.
"""

import argparse
import sys
from pathlib import Path

from bundling.faults import BundleError
from bundling.lock import lock_text, make_lock
from bundling.making import Order, make
from bundling.platforms import PLATFORMS

HERE = Path(__file__).resolve().parent
LOCK = HERE / "locked.txt"


def main(argv: list[str]) -> int:
    """Make what was asked for.

    Returns:
        The exit code.
    """
    parser = argparse.ArgumentParser(description="Makes the portable folder and its .zip.")
    wanted = parser.add_mutually_exclusive_group(required=True)
    wanted.add_argument("--platform", choices=PLATFORMS, help="the computer it is for")
    wanted.add_argument("--lock", action="store_true", help="ask pip which packages it is made of, and keep that")
    parser.add_argument("--output", type=Path, default=HERE.parent / "dist", help="where it goes; usually dist")
    parser.add_argument("--wheels", type=Path, help="the folder that has the locked wheels; else pip fetches them")
    parser.add_argument("--program", type=Path, help="the program's own wheel; else it is built")
    args = parser.parse_args(argv)
    try:
        if args.lock:
            LOCK.write_text(lock_text(make_lock(HERE.parent)), "utf-8", newline="\n")
            print(LOCK)
            return 0
        platform = PLATFORMS[args.platform]
        made = make(Order(platform, LOCK, args.output.absolute(), HERE.parent, args.wheels, args.program))
    except BundleError as error:
        print(error, file=sys.stderr)
        return 1
    print(made.folder, made.archive, f"SHA-256 {made.digest}", sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
