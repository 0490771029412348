"""Starts the command line."""

import sys


def run() -> int:
    """Run the command that was typed.

    Returns:
        The exit code.
    """
    typed = sys.argv[1:]
    if typed == ["--version"]:
        from compact_tui import __version__

        sys.stdout.write(f"compact-tui {__version__}\n")
        return 0
    from compact_tui.cli.quick_start import load_msgspec, quick_start

    with quick_start():
        load_msgspec()
        from compact_tui.cli.main import main

        return main(typed)


if __name__ == "__main__":
    sys.exit(run())
