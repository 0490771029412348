"""Widgets: they show a value and post what the person did."""
