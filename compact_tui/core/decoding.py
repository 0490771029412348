"""What decoding bytes that came from somewhere else can end in."""

import msgspec

UNDECODABLE = (msgspec.DecodeError, RecursionError, UnicodeDecodeError)
"""What msgspec raises on bytes that are not what they should be: no JSON, nested too deeply, no UTF-8 in a text."""
