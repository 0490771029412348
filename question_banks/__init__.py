"""The question banks that are shipped with compact_tui, one TOML file each; the format is told in README.md beside them."""
