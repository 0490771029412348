"""Looks at every page and workbook the program makes, as a browser and an office program see them."""
