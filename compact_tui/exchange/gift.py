"""Question banks in Moodle's GIFT format (https://docs.moodle.org/en/GIFT_format)."""

from compact_tui.exchange.bank_formats import Reading as GiftReading
from compact_tui.exchange.bank_formats import Written
from compact_tui.exchange.gift_reader import read_gift
from compact_tui.exchange.gift_writer import write_gift

__all__ = ["GiftReading", "Written", "read_gift", "write_gift"]
