"""How long `load_articles` takes, as a multiple of raw COPY of the same rows into the same tables, in one run.

    python benchmarks/loading.py [ARTICLES]

Makes a corpus (`corpus.py`; 20,000 articles unless told), loads it by the whole command into new databases of the
server that the settings name, and drops them again. Raw COPY writes every row that the load left, of the same tables
with their indexes, rules and foreign keys, without triggers: no history. The load has history on.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aip.settings")

import django  # noqa: E402
import psycopg2  # noqa: E402
import yaml  # noqa: E402
from corpus import write_corpus  # noqa: E402
from django.db import connection  # noqa: E402

django.setup()

from aip.loading.storing.tables import TABLES  # noqa: E402
from aip.models import Citation, OrganizationName, Statement  # noqa: E402


@contextmanager
def new_database(name: str) -> Iterator[str]:
    """Make a database with all tables, and drop it in the end."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {name}")
        cursor.execute(f"CREATE DATABASE {name}")
    run(name, "migrate", "--verbosity=0")
    try:
        yield name
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


def run(database: str, *words: str) -> tuple[float, float]:
    """Run a command on a database, and return seconds and the largest memory of its process in MB."""
    code = (
        "import os, sys; os.environ['DJANGO_SETTINGS_MODULE'] = 'aip.settings'; from django.conf import settings; "
        f"settings.DATABASES['default']['NAME'] = {database!r}; "
        "from django.core.management import execute_from_command_line as run; "
        "run(['manage.py', *sys.argv[1:]])"
    )
    began = time.monotonic()
    process = subprocess.Popen([sys.executable, "-c", code, *words], cwd=ROOT, stdout=subprocess.DEVNULL)  # noqa: S603
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(words)} failed")
    return time.monotonic() - began, usage.ru_maxrss / 1024


def connect(database: str) -> Any:
    return psycopg2.connect(**{**connection.get_connection_params(), "dbname": database, "cursor_factory": None})


def tables() -> list[str]:
    models = [*(table.model for table in TABLES.values()), OrganizationName, Citation, Statement]
    return [model._meta.db_table for model in models]


def copy_out(database: str, folder: Path) -> int:
    """Write every row of a database to files, and return how many there are."""
    rows = 0
    with connect(database) as source, source.cursor() as cursor:
        for table in tables():
            with (folder / table).open("w", encoding="utf-8") as file:
                cursor.copy_expert(f"COPY (SELECT {columns_of(cursor, table)} FROM {table}) TO STDOUT", file)  # noqa: S608
            rows += cursor.rowcount
    return rows


def columns_of(cursor: Any, table: str) -> str:
    cursor.execute(
        "SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) FROM information_schema.columns "
        "WHERE table_name = %s AND is_generated = 'NEVER'",
        [table],
    )
    return str(cursor.fetchone()[0])


def copy_in(database: str, folder: Path) -> float:
    """Write the rows by COPY and return the seconds that it takes, foreign keys checked and committed."""
    with connect(database) as target, target.cursor() as cursor:
        for table in tables():
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        columns = {table: columns_of(cursor, table) for table in tables()}
        target.commit()
        cursor.execute("SET plan_cache_mode = auto")  # as a server has it of itself
        began = time.monotonic()
        for table in tables():
            with (folder / table).open(encoding="utf-8") as file:
                cursor.copy_expert(f"COPY {table} ({columns[table]}) FROM STDIN", file)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        target.commit()
        return time.monotonic() - began


def c_loader(files: Iterable[Path]) -> float:
    """Return the seconds that PyYAML's C loader takes for files, reading them included."""
    began = time.monotonic()
    for file in files:
        yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
    return time.monotonic() - began


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("articles", nargs="?", type=int, default=20_000, help="how many articles (20,000)")
    articles = arguments.parse_args().articles
    with tempfile.TemporaryDirectory() as name:
        measure(Path(name), articles)


def measure(folder: Path, articles: int) -> None:
    corpora = {kind: folder / kind for kind in ("yaml", "json")}
    sizes = {kind: write_corpus(where, articles, kind) for kind, where in corpora.items()}
    rows_folder = folder / "rows"
    rows_folder.mkdir()
    measured: list[tuple[str, float, float]] = []
    with new_database("aip_bench") as database:
        measured.append(("load_articles, YAML, empty database", *run(database, "load_articles", str(corpora["yaml"]))))
        measured.append(("the same, nothing changed", *run(database, "load_articles", str(corpora["yaml"]))))
        changed = sorted(corpora["yaml"].iterdir())[articles // 2]
        changed.write_text(changed.read_text().replace("million USD", "billion USD"))
        measured.append(("one changed article", *run(database, "load_articles", str(changed))))
        rows = copy_out(database, rows_folder)
    with new_database("aip_bench") as database:
        measured.append(("load_articles, JSON, empty database", *run(database, "load_articles", str(corpora["json"]))))
    seconds = []
    for _ in range(2):
        with new_database("aip_bench") as database:
            seconds.append(copy_in(database, rows_folder))
    copy = min(seconds)
    files = sorted(corpora["yaml"].iterdir())[::10]
    measured.append(("PyYAML's C loader alone, ten times a tenth", c_loader(files) * 10, 0))
    print(f"{articles:,} articles, {sizes['yaml'] / 1e6:.0f} MB of YAML, {rows:,} rows")
    print(f"{'':<42}{'seconds':>9}{'× COPY':>9}{'MB':>7}")
    print(f"{'raw COPY':<42}{copy:>9.1f}{1:>9.1f}")
    for what, took, memory in measured:
        print(
            f"{what:<42}{took:>9.1f}{took / copy:>9.1f}{memory or '':>7.0f}"
            if memory
            else f"{what:<42}{took:>9.1f}{took / copy:>9.1f}"
        )


if __name__ == "__main__":
    main()
