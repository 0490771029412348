"""Makes the portable folder: the program and all it needs, to be copied and started. Never part of the program."""
