"""Outside formats, value to bytes and back; opens no path but its own templates."""
