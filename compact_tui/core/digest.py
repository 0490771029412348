"""The digest of a document, and the short code of it that can be read out over the phone."""

from collections.abc import Mapping

import msgspec

DIGEST_KEY = "digest"
_PREFIX = "sha256:"
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE_BITS = 50
_BITS_PER_LETTER = 5


def canonical(document: object) -> bytes:
    """The RFC 8785 form of plain data: one and the same sequence of bytes, whoever writes it.

    Holds for what documents of ours are made of: ASCII keys, text without lone surrogates,
    integers below 2^53, no floats.
    """
    return msgspec.json.encode(document, order="sorted")


def digest_of(document: Mapping[str, object]) -> str:
    """``sha256:`` and the hash, in hexadecimal, of a document without its own digest."""
    import hashlib

    bare = {key: value for key, value in document.items() if key != DIGEST_KEY}
    return _PREFIX + hashlib.sha256(canonical(bare)).hexdigest()


def spoken_code(digest: str) -> str:
    """The first 50 bits of a digest in Crockford's base 32, as ``XXXXX-XXXXX``; empty without a digest."""
    if not digest.startswith(_PREFIX):
        return ""
    value = int(digest.removeprefix(_PREFIX), 16) >> (256 - _CODE_BITS)
    shifts = range(_CODE_BITS - _BITS_PER_LETTER, -1, -_BITS_PER_LETTER)
    letters = "".join(_LETTERS[(value >> shift) & 31] for shift in shifts)
    return f"{letters[:5]}-{letters[5:]}"


def short_mark(*parts: str) -> str:
    """A short digest that tells whether some texts are the same as before, without keeping them."""
    import hashlib

    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:12]
