"""The Portsmouth safeguarding Compact audit in a terminal: offline, without accounts, nothing lost."""

__version__ = "0.1.0"
