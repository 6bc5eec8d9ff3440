"""Where files and database differ, and how each difference is told, taken, kept or pruned."""
