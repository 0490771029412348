"""Who signs an audit, who has, and whose word counts."""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from compact_tui.core.pack import AuditPack, Signer

ANYONE = Signer(
    id="",
    word="Whoever answers for this audit",
    declaration="I have read what is shown here. To the best of my knowledge it is true and leaves nothing out that "
    "matters for the safety of a child.",
)
"""Stands where a pack names nobody: then one signature is enough, whoever gives it."""


class Signs(Protocol):
    """A role that may sign, in a pack or in a return."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def required(self) -> bool:
        """Whether the audit is unsigned without it."""


class Signed(Protocol):
    """A signature, in an audit or in a return."""

    @property
    def signer(self) -> str:
        """Id of the pack's signer; empty where the pack names none."""

    @property
    def role(self) -> str:
        """Who that is, in words."""

    @property
    def name(self) -> str:
        """The person's name."""


_Role = TypeVar("_Role", bound=Signs)
_Sign = TypeVar("_Sign", bound=Signed)


def signers_of(pack: AuditPack) -> tuple[Signer, ...]:
    """Who signs, in the order in which they are asked; never empty."""
    return pack.signer or (ANYONE,)


def counted(sign_offs: Sequence[_Sign]) -> tuple[_Sign, ...]:
    """The signatures that count: where a role signed twice, the one that was recorded last.

    The order of the records decides and not their days, so that a clock that was put back changes nothing.
    """
    last = {sign.signer or sign.role.casefold(): at for at, sign in enumerate(sign_offs)}
    return tuple(sign_offs[at] for at in sorted(last.values()))


def missing(signers: Iterable[_Role], sign_offs: Sequence[Signed]) -> tuple[_Role, ...]:
    """The roles that have to sign and have not."""
    signed = {sign.signer for sign in sign_offs}
    return tuple(role for role in signers if role.required and role.id not in signed)


def missing_signers(pack: AuditPack, sign_offs: Sequence[Signed]) -> tuple[Signer, ...]:
    """The pack's roles that have to sign and have not; ``ANYONE`` where it names none and nobody has signed."""
    if not pack.signer:
        return () if sign_offs else (ANYONE,)
    return missing(pack.signer, sign_offs)


def signing_words(pack: AuditPack, sign_offs: Sequence[Signed]) -> str:
    """How many have signed, in a few words for Home."""
    if not sign_offs:
        return "nobody has signed" if missing_signers(pack, ()) else "nobody has to; somebody may"
    lacking = len(missing_signers(pack, sign_offs))
    return f"{len(counted(sign_offs))} signed, {lacking} to go" if lacking else "signed"


def who_signed(sign_offs: Sequence[Signed]) -> str:
    """The signatures that count, in words: ``A. Light (Head), B. Dark (Chair)``."""
    return ", ".join(
        " ".join(part for part in (sign.name, f"({sign.role})" if sign.role else "") if part)
        for sign in counted(sign_offs)
    )
