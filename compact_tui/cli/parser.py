"""The parser: argparse with the shared options on every level and its complaints as our errors."""

import argparse
from collections.abc import Callable
from typing import Any, NoReturn

from compact_tui.cli.groups import GROUPS, PURPOSES
from compact_tui.core.errors import UsageError
from compact_tui.core.text import capitalised, did_you_mean, listed

PROGRAM = "compact-tui"
Verb = Callable[[argparse.Namespace], int]
"""Does what one command says and returns the exit code."""
_WIDEST = max(len(name) for name in GROUPS)
_STAND_INS = ("--workspace", "--audit", "--by")
"""Shared options that are followed by a value."""


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help in which a word that is typed, such as ``holiday-club``, is never parted at the end of a line."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        from textwrap import wrap

        return wrap(" ".join(text.split()), width, break_on_hyphens=False)


class Parser(argparse.ArgumentParser):
    """An argument parser that raises ``UsageError`` instead of leaving the program.

    It is made ready when something is first asked of it: a group has up to thirty verbs, and a command uses one.
    """

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("formatter_class", _Help)
        kwargs.setdefault("allow_abbrev", False)
        self.verbs: argparse._SubParsersAction[Parser] | None = None
        """The verbs, where this is the parser of a group."""
        self._unready: list[Callable[[], object]] | None = [lambda: super(Parser, self).__init__(**kwargs)]

    def __getattr__(self, name: str) -> Any:
        """Make it ready, as it is asked for something that it has only then."""
        steps = self.__dict__.get("_unready")
        if steps is None:
            raise AttributeError(f"{type(self).__name__} has no {name}")
        self._unready = None
        self.flags: list[str] = []
        """The options that may be given here."""
        for step in steps:
            step()
        return getattr(self, name)

    def add_argument(self, *names: Any, **kwargs: Any) -> Any:
        """Add an argument and remember its flags, for did-you-mean; ``None`` comes back while it is not ready."""
        if self._unready is not None:
            return self._unready.append(lambda: self.add_argument(*names, **kwargs))
        self.flags.extend(name for name in names if str(name).startswith("-"))
        return super().add_argument(*names, **kwargs)

    def set_defaults(self, **kwargs: Any) -> None:
        """Say what is so without being typed."""
        if self._unready is not None:
            self._unready.append(lambda: self.set_defaults(**kwargs))
        else:
            super().set_defaults(**kwargs)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with what was typed.

        Raises:
            UsageError: Always.
        """
        sentence = capitalised(message)
        hint = f"{self.prog} --help shows how."
        if self.verbs is not None and message.endswith(": VERB"):
            sentence, hint = f"{self.prog} needs a verb", f"There is {listed(self.verbs.choices)}."
        if message.endswith("expected one argument"):
            hint = f"A text that begins with a hyphen is written with an equals sign: --note=-x. {hint}"
        raise UsageError(sentence if sentence.endswith(".") else f"{sentence}.", hint)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        # argparse has no public hook between "not one of the choices" and its own wording.
        if action.choices is None or value in action.choices:
            return
        known = [str(choice) for choice in action.choices]
        hint = did_you_mean(str(value), known) or f"There is {listed(known)}."
        raise UsageError(f'{self.prog} has no "{value}".', hint)


def add_shared(parser: Parser, *, who: bool = True) -> None:
    """Add the options that every command takes, before or after its verb.

    None has a default: one given before the verb would else be overwritten by the verb's own.

    Args:
        parser: Where to.
        who: False where ``--by`` means something else.
    """
    shared = (
        ("--workspace", {"metavar": "DIR", "help": "folder with your files, instead of the usual one"}),
        ("--audit", {"metavar": "ID", "dest": "audit_id", "help": "which audit, where there are several"}),
        ("--by", {"metavar": "ROLE", "dest": "who", "help": "your role, for the history"}),
        ("--json", {"action": "store_true", "help": "print data for another program"}),
        ("--plain", {"action": "store_true", "help": "no tables, colours or full screen"}),
        ("--ascii", {"action": "store_true", "help": "only letters and signs that every terminal has"}),
    )
    for flag, options in shared:
        if who or flag != "--by":
            parser.add_argument(flag, default=argparse.SUPPRESS, **options)


def top_parser() -> "tuple[Parser, argparse._SubParsersAction[Parser]]":
    """The parser of the whole command line, and where its groups go; no group is in it yet."""
    parser = Parser(
        prog=PROGRAM,
        usage=f"{PROGRAM} [COMMAND] [VERB] [OPTIONS]",
        description="Complete the safeguarding Compact audit, offline. Without a command, the full screen opens.",
        epilog=_by_purpose(),
    )
    add_shared(parser)
    parser.add_argument("--version", action="store_true", default=argparse.SUPPRESS, help="print the version")
    groups = parser.add_subparsers(
        dest="command", metavar="COMMAND", help=argparse.SUPPRESS, prog=PROGRAM, parser_class=Parser
    )
    return parser, groups


def _by_purpose() -> str:
    lines = []
    for purpose, groups in PURPOSES:
        lines.append(f"{purpose}:")
        for group in groups:
            lines.append(f"  {group.name:<{_WIDEST}}  {group.help}")
            lines.append(f"  {'':<{_WIDEST}}    {PROGRAM} {group.example}")
        lines.append("")
    lines.append(f"{PROGRAM} COMMAND --help tells more. Text given as - is read from standard input.")
    lines.append("Exit codes: 0 done, 1 something to put right, 2 wrong usage, 3 a file is not acceptable,")
    lines.append("4 the workspace cannot be read or written, 5 refused for safety, 130 interrupted.")
    return "\n".join(lines)


def add_group(groups: "argparse._SubParsersAction[Parser]", name: str) -> "argparse._SubParsersAction[Parser]":
    """Add a group of commands; its verbs go into what comes back."""
    parser = add_command(groups, name, None)
    parser.verbs = parser.add_subparsers(
        dest="verb", metavar="VERB", required=True, title="verbs", prog=parser.prog, parser_class=Parser
    )
    return parser.verbs


def add_command(groups: "argparse._SubParsersAction[Parser]", name: str, run: Verb | None) -> Parser:
    """Add a command that stands alone, or a group."""
    group = GROUPS[name]
    text = f"{capitalised(group.help)}."
    parser = groups.add_parser(name, description=text, epilog=f"Example: {PROGRAM} {group.example}")
    add_shared(parser)
    if run is not None:
        parser.set_defaults(run=run, parser=parser)
    return parser


def add_verb(
    verbs: "argparse._SubParsersAction[Parser]", name: str, run: Verb, text: str, *, example: str = "", who: bool = True
) -> Parser:
    """Add a verb to a group.

    Args:
        verbs: What ``add_group`` gave.
        name: The verb.
        run: What does it.
        text: What it does, as one sentence.
        example: What could be typed after ``compact-tui``.
        who: False where the verb's own ``--by`` is something else than a role.
    """
    brief = f"{text[:1].lower()}{text[1:]}".removesuffix(".")
    parser = verbs.add_parser(
        name, help=brief, description=text, epilog=f"Example: {PROGRAM} {example}" if example else None
    )
    add_shared(parser, who=who)
    parser.set_defaults(run=run, parser=parser)
    return parser


def add_subgroup(
    verbs: "argparse._SubParsersAction[Parser]", name: str, text: str, *, example: str, run: Verb | None = None
) -> "argparse._SubParsersAction[Parser]":
    """Add a noun to a group, such as ``audit part``; its verbs go into what comes back.

    Args:
        verbs: What ``add_group`` gave.
        name: The noun.
        text: What it is for, as one sentence.
        example: What could be typed after ``compact-tui``.
        run: What is done where no verb follows; ``None`` where one has to.
    """
    brief = f"{text[:1].lower()}{text[1:]}".removesuffix(".")
    parser = verbs.add_parser(name, help=brief, description=text, epilog=f"Example: {PROGRAM} {example}")
    add_shared(parser)
    if run is not None:
        parser.set_defaults(run=run, parser=parser)
    parser.verbs = parser.add_subparsers(
        dest="subverb", metavar="VERB", required=run is None, title="verbs", prog=parser.prog, parser_class=Parser
    )
    return parser.verbs


def command_in(argv: list[str]) -> str:
    """The command among what was typed: the first word that is no shared option nor the value of one."""
    words = iter(argv)
    for word in words:
        if word in _STAND_INS:
            next(words, "")
        elif not word.startswith("-"):
            return word
    return ""


def unknown_command(name: str) -> UsageError:
    """What is said when there is no such command."""
    return UsageError(
        f'There is no command "{name}".',
        did_you_mean(name, GROUPS) or f"{PROGRAM} --help lists the commands.",
    )


def not_understood(parser: Parser, rest: list[str]) -> UsageError:
    """What is said about words that are left over."""
    flag = rest[0].partition("=")[0]
    return UsageError(
        f'{parser.prog} does not take "{rest[0]}".',
        did_you_mean(flag, parser.flags) if flag.startswith("--") else f"{parser.prog} --help shows how.",
    )
