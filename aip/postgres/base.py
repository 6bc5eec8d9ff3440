"""Django's PostgreSQL backend, for a server of the project's own that is started when it is first needed.

DATABASES["default"] = {"ENGINE": "aip.postgres", "NAME": "aip", "DATA_DIR": BASE_DIR / ".postgres"}
"""

import time

from django.db import IntegrityError, OperationalError, ProgrammingError
from django.db.backends.postgresql import base, client
from django.db.backends.postgresql.psycopg_any import errors

from .server import PATIENCE, PORT, USER, Server, ServerError, find_program


class DatabaseClient(client.DatabaseClient):
    """`manage.py dbshell`, with the psql that comes with the server."""

    @classmethod
    def settings_to_cmd_args_env(cls, settings_dict, parameters):
        address = {"HOST": str(Server(settings_dict["DATA_DIR"]).socket_folder), "PORT": PORT, "USER": USER}
        (_, *arguments), env = super().settings_to_cmd_args_env(settings_dict | address, parameters)
        return [str(find_program("psql")), *arguments], env

    def runshell(self, parameters):
        self.connection.ensure_connection()  # psql itself starts no server
        super().runshell(parameters)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to the embedded server, which it starts, and whose database it creates, where they are missing."""

    client_class = DatabaseClient

    @property
    def server(self):
        return Server(self.settings_dict["DATA_DIR"])

    def connect(self):
        try:
            super().connect()
        except ServerError as error:
            raise OperationalError(str(error)) from error

    def get_connection_params(self):
        address = {"host": str(self.server.socket_folder), "port": PORT, "user": USER}
        return super().get_connection_params() | address

    def get_new_connection(self, conn_params):
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                return super().get_new_connection(conn_params)
            except self.Database.OperationalError as error:
                answer, name = str(error), conn_params["dbname"]
                if time.monotonic() > deadline:
                    raise ServerError(f"PostgreSQL is not ready after {PATIENCE} seconds: {answer}") from error
                if "FATAL" not in answer:  # which every answer of a server holds: so there is none
                    self.server.start()
                elif f'database "{name}" does not exist' in answer and not name.startswith("test_"):
                    self._create_database(name)
                elif "the database system is" not in answer:  # … starting up, shutting down, in recovery mode
                    raise
            time.sleep(0.05)

    def _create_database(self, name):
        try:
            with self._nodb_cursor() as cursor:
                cursor.execute(f"CREATE DATABASE {self.ops.quote_name(name)}")
        except (ProgrammingError, IntegrityError) as error:
            # Another process that found it missing, too, may have been quicker.
            if not isinstance(error.__cause__, errors.DuplicateDatabase | errors.UniqueViolation):
                raise

    def _nodb_cursor(self):
        # Not as the PostgreSQL backend does, which tries another database where "postgres" does not answer: all our
        # databases have one server.
        return super(base.DatabaseWrapper, self)._nodb_cursor()
