"""The one family of errors that a person is told about, and the exit codes they end with."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What a command ends with; other programs rely on these numbers."""

    DONE = 0
    PUT_RIGHT = 1
    """There is something to put right: findings, lint, a return held back."""
    USAGE = 2
    """Wrong usage or an unknown id."""
    NOT_ACCEPTABLE = 3
    """A file that was given is not acceptable."""
    WORKSPACE = 4
    """The workspace cannot be read or written."""
    REFUSED = 5
    """Refused for safety."""
    INTERRUPTED = 130


class CompactError(Exception):
    """Something a person must be told: what happened, and what to do.

    Args:
        message: One sentence saying what happened, in the reader's words.
        hint: One sentence saying what is safe and what to do next; may be empty.
        code: The exit code of a command that ends with this error.
    """

    code = ExitCode.PUT_RIGHT

    def __init__(self, message: str, hint: str = "", code: ExitCode | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        if code is not None:
            self.code = code


class UsageError(CompactError):
    """What was asked for does not exist or was not said rightly."""

    code = ExitCode.USAGE


class FieldError(UsageError):
    """What was typed into a field of a form cannot be taken.

    Args:
        field: Id of the field; the message names the option that a command has for it.
        sentence: What is wrong with it.
        hint: What is safe and what to do next.
    """

    def __init__(self, field: str, sentence: str, hint: str = "") -> None:
        self.field, self.sentence = field, sentence
        super().__init__(self.under(""), hint)

    def under(self, option: str) -> str:
        """The message with the option as a command calls it; empty where that is the name of the field."""
        return f"{option or '--' + self.field.replace('_', '-')}: {self.sentence}"


class FileNotAcceptableError(CompactError):
    """A file that was given cannot be taken: not the right kind, damaged, too large, too new."""

    code = ExitCode.NOT_ACCEPTABLE


class WorkspaceError(CompactError):
    """The workspace, or a file in it, cannot be read or written."""

    code = ExitCode.WORKSPACE
