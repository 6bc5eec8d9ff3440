"""Rows of the database → article files: the way back from `aip.loading`."""
