"""Standing: what is claimed of each standard beside what is known, shown and seen; evidence of it, and sharing it."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.output import print_json, say, table, tell, width, wrapped
from compact_tui.cli.parser import Parser, add_command
from compact_tui.core.errors import UsageError
from compact_tui.core.text import capitalised

if TYPE_CHECKING:
    from argparse import _SubParsersAction

_EVIDENCE, _SHARE = "evidence", "share"
_YES_NO = {"yes": True, "no": False}


def register(groups: "_SubParsersAction[Parser]") -> None:
    """Add the command."""
    parser = add_command(groups, "standing", standing)
    parser.add_argument(
        "words",
        nargs="*",
        metavar="STANDARD",
        help="one standard, by id or number; or evidence STANDARD known|shown|seen to keep a line as evidence; or "
        "share yes|no to say whether counts of it travel with the return",
    )


def standing(args: Namespace) -> int:
    """Say where what is claimed differs from what is known, shown and seen; or do what the words say."""
    words: list[str] = args.words
    if words[:1] == [_EVIDENCE]:
        return _keep(args, words[1:])
    if words[:1] == [_SHARE]:
        return _share(args, words[1:])
    if len(words) > 1:
        raise UsageError(f'"{words[1]}" is one word too many.', "Name one standard, or none for all of them.")
    return _show(args, "".join(words))


def _show(args: Namespace, standard: str) -> int:
    from compact_tui.services.standing import standing as verb

    view = verb(desk_of(args), standard)
    if wants_json(args):
        print_json(tuple(row.line for row in view.rows))
        return 0
    if not standard:
        rows = [(str(row.number), row.short, row.words, row.voices[0].words) for row in view.rows]
        table(args, ("No.", "Standard", "What differs", "What we say"), rows)
        say("", f"{capitalised(view.sentence)}. {view.share_words}")
        return 0
    for row in view.rows:
        say(f"{row.number} {row.title}: {row.words}.", *wrapped(row.line.because, width()), "")
        table(args, ("", "How it stands", "How long ago"), [(v.title, v.words, v.age) for v in row.voices])
        say(*(f"{v.title}: {v.evidence_words}." for v in row.voices if v.evidence))
    return 0


def _keep(args: Namespace, words: list[str]) -> int:
    from compact_tui.services.standing import standing_evidence

    if len(words) != 2:
        raise UsageError(
            "It takes a standard and a line.", "Such as: compact-tui standing evidence 3 known. Nothing was added."
        )
    item = standing_evidence(desk_of(args), *words)
    return tell(args, item, f"Kept as evidence: {item.title}.")


def _share(args: Namespace, words: list[str]) -> int:
    from compact_tui.services.standing import share_standing

    if len(words) != 1 or words[0] not in _YES_NO:
        raise UsageError("It takes yes or no.", "Such as: compact-tui standing share yes. Nothing was changed.")
    view = share_standing(desk_of(args), _YES_NO[words[0]])
    return tell(args, view, view.sentence)
