"""Outlook files for the tests: a compound file (Microsoft's [MS-CFB], version 3) of a mail with attachments."""

import struct
from collections.abc import Iterable

_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def msg_file(attachments: Iterable[tuple[str, bytes]], first: str = "__properties_version1.0") -> bytes:
    """A ``.msg`` file with some attachments; with another ``first`` stream a file of another program."""
    streams: list[tuple[str, list[tuple[str, bytes]]]] = [("", [(first, bytes(32))])]
    for at, (name, data) in enumerate(attachments):
        inside = [("__substg1.0_37010102", data), ("__substg1.0_3707001F", name.encode("utf-16-le"))]
        streams.append((f"__attach_version1.0_#{at:08X}", inside))
    return _compound(streams)


def _compound(folders: list[tuple[str, list[tuple[str, bytes]]]]) -> bytes:
    sectors: list[bytes] = []
    fat: list[int] = []
    mini = b""
    minifat: list[int] = []

    def place(data: bytes) -> int:
        if not data:
            return _END
        first = len(sectors)
        for at in range(0, len(data), _SECTOR):
            sectors.append(data[at : at + _SECTOR].ljust(_SECTOR, b"\0"))
            fat.append(len(sectors))
        fat[-1] = _END
        return first

    def place_small(data: bytes) -> int:
        nonlocal mini
        first = len(minifat)
        for at in range(0, len(data), _MINI):
            mini += data[at : at + _MINI].ljust(_MINI, b"\0")
            minifat.append(len(minifat) + 1)
        minifat[-1] = _END
        return first

    entries: list[list[object]] = [["Root Entry", 5, _FREE, _FREE, _FREE, _END, 0]]
    top: list[int] = []
    for name, inside in folders:
        made = []
        for stream, data in inside:
            start = place(data) if len(data) >= _CUTOFF else place_small(data)
            entries.append([stream, 2, _FREE, _FREE, _FREE, start, len(data)])
            made.append(len(entries) - 1)
        if name:
            entries.append([name, 1, _FREE, _FREE, _chained(entries, made), 0, 0])
            made = [len(entries) - 1]
        top += made
    entries[0][4] = _chained(entries, top)
    entries[0][5], entries[0][6] = place(mini), len(mini)
    directory = place(b"".join(_entry(entry) for entry in entries))
    minifat_bytes = _packed(minifat)
    minifat_at = place(minifat_bytes)
    fat_at = len(sectors)
    fats = len(sectors) // 127 + 1
    table = _packed([*fat, *[_FAT] * fats])
    head = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(16), 0x3E, 3, 0xFFFE, 9, 6,
        0, fats, directory, 0, _CUTOFF, minifat_at, len(minifat_bytes) // _SECTOR, _END, 0,
    )  # fmt: skip
    places = b"".join(struct.pack("<I", fat_at + at) for at in range(fats))
    return (head + places).ljust(_SECTOR, b"\xff") + b"".join(sectors) + table


def _packed(numbers: list[int]) -> bytes:
    packed = b"".join(struct.pack("<I", one) for one in numbers)
    return packed.ljust(-(-len(packed) // _SECTOR) * _SECTOR, b"\xff")


def _chained(entries: list[list[object]], children: list[int]) -> int:
    """The first of some children, each with the next on its right: a tree that nothing balances."""
    ordered = sorted(children, key=lambda at: (len(str(entries[at][0])), str(entries[at][0]).upper()))
    for one, following in zip(ordered, ordered[1:], strict=False):
        entries[one][3] = following
    return ordered[0] if ordered else _FREE


def _entry(entry: list[object]) -> bytes:
    name, kind, left, right, child, start, size = entry
    raw = str(name).encode("utf-16-le") + b"\0\0"
    return raw.ljust(64, b"\0") + struct.pack(
        "<HBBIII16sIQQIQ", len(raw), kind, 1, left, right, child, bytes(16), 0, 0, 0, start, size
    )
