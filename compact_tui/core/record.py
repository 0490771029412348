"""What every record of an audit is, and every record that a partnership keeps."""

from msgspec import Struct


class Record(Struct, frozen=True, kw_only=True):
    """Base of the records of an audit. Empty text means not said."""


class PartnershipRecord(Struct, frozen=True, kw_only=True):
    """Base of what a partnership keeps. Days are ``YYYY-MM-DD``; empty text means not said."""
