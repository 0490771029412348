"""What stops a portable folder from being made."""


class BundleError(Exception):
    """Said to the person who makes the folder; the text is a sentence."""
