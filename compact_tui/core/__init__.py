"""Values and rules of the Compact audit: no files, no clock, no chance, no screens."""
