"""Which of several returns of one setting counts: the newest of the chain in which each takes the place of another."""

from collections.abc import Iterable

from msgspec import Struct


class Link(Struct, frozen=True):
    """A return as a link of a chain."""

    id: str
    supersedes: str
    made_on: str


class Chain(Struct, frozen=True):
    """The returns of one setting in one round."""

    current: str
    """Id of the one that counts."""
    superseded: tuple[str, ...]
    """Ids of the others, in the order in which they were given."""
    apart: tuple[str, ...] = ()
    """Ids of those that nothing takes the place of by its own word; they count no more because a later one came."""


def chain_of(links: Iterable[Link]) -> Chain:
    """Sort out the returns of one setting in one round, in whatever order they came in.

    The one that counts is taken from those that no other takes the place of: the one made last, and of one day the
    one whose id comes last. Where two say of each other that they take its place, the one made last counts.

    Args:
        links: At least one; ids differ.
    """
    every = tuple(links)
    ids = {link.id for link in every}
    replaced = {link.supersedes for link in every if link.supersedes in ids and link.supersedes != link.id}
    heads = [link for link in every if link.id not in replaced] or list(every)
    current = max(heads, key=lambda link: (link.made_on, link.id))
    return Chain(
        current.id,
        tuple(link.id for link in every if link.id != current.id),
        tuple(link.id for link in heads if link.id != current.id and link.id not in replaced),
    )
