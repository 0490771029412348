"""The line by line program: numbered choices that are typed, for screen readers and poor terminals."""
