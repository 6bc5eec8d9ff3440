"""The embedded PostgreSQL: a server of the project's own, and the database backend that starts it."""
