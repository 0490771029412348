"""One screen for each place; no screen knows another."""
