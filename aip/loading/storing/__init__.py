"""Rows into tables: by COPY, signed for the history, beside the work that makes the next ones."""
