"""The copy of a pack that is kept beside the audit that was started with it; read at every start, so kept light."""

import msgspec
from msgspec import Struct

from compact_tui.core.decoding import UNDECODABLE
from compact_tui.core.errors import FileNotAcceptableError
from compact_tui.core.pack import AuditPack

FORMAT = "compact-tui-pack"
VERSION = 1


class PackCopy(Struct, frozen=True, kw_only=True):
    """A pack as it is kept beside the audit that was started with it."""

    format: str
    version: int
    pack: AuditPack


def encode_pack(pack: AuditPack) -> bytes:
    """A pack as the bytes of the copy that is kept beside an audit."""
    return msgspec.json.encode(PackCopy(format=FORMAT, version=VERSION, pack=pack)) + b"\n"


class _Stamp(Struct, frozen=True):
    format: str
    version: int


_copies = msgspec.json.Decoder(PackCopy)
_stamps = msgspec.json.Decoder(_Stamp)


def decode_pack(data: bytes) -> AuditPack:
    """The pack from the bytes of such a copy.

    Raises:
        FileNotAcceptableError: If it is damaged, something else, or of a newer program.
    """
    hint = "Nothing was changed. Choose another copy, or import the pack again."
    try:
        stamp = _stamps.decode(data)
        if stamp.format != FORMAT:
            raise FileNotAcceptableError("The file is not a copy of an audit pack.", hint)
        if stamp.version > VERSION:
            message = "The copy of the audit pack was made by a newer version of this program."
            raise FileNotAcceptableError(message, "Nothing was changed. Install the newer version to open it.")
        return _copies.decode(data).pack
    except UNDECODABLE as error:
        message = f"The copy of the audit pack is damaged ({str(error)[:120]})."
        raise FileNotAcceptableError(message, hint) from error
