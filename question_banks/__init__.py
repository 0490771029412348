"""The question banks that are shipped with compact_tui, one TOML file each; README.md beside them tells the format."""
