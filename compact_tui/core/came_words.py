"""What opening a file that came by email is called, wherever it is offered."""

CAME = "Open a file that came by email"
HOW_TO_OPEN = "save it, start the program and press z on Home, or type: compact-tui open FILE"
"""How whoever gets a file of ours opens it, as a clause for a letter."""
