"""Whatever the database holds, its files bring it back, and whatever files hold, the database brings back."""

import json
import os
import re
import tempfile
from difflib import unified_diff
from pathlib import Path
from random import Random

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, assume, given, note, settings
from hypothesis import strategies as st

from aip.documents import ArticleErrors, read_articles
from aip.documents.writing import write_document
from aip.dumping import dump_articles
from aip.loading import LoadError, load_articles

from .databases import Maker, empty, snapshot

many = settings(
    deadline=None,
    suppress_health_check=list(HealthCheck),
    max_examples=int(os.environ.get("EXAMPLES", "40")),
    phases=[Phase.explicit, Phase.generate],  # a seed does not get simpler
)
pytestmark = pytest.mark.django_db


def contents(folder):
    return {file.name: file.read_text() for file in sorted(folder.iterdir())}


def differences(one, other):
    """Return the lines in which the files of two folders differ."""
    before, after = contents(one), contents(other)
    texts = (
        (before.get(name, "").splitlines(), after.get(name, "").splitlines(), name) for name in {**before, **after}
    )
    return "\n".join(line for old, new, name in texts for line in unified_diff(old, new, name, "", lineterm=""))


def load_made_up(maker, folder):
    """Write made-up files in canonical spelling and load them; files that do not go together are no example."""
    rough = folder / "rough"
    rough.mkdir()
    (folder / "files").mkdir()
    for key, data in maker.files().items():
        (rough / f"{key}.json").write_text(json.dumps(data))
    try:
        files = read_articles([rough])
        load_articles(files)
    except (ArticleErrors, LoadError) as error:
        note(str(error))
        assume(False)
    for file in files:
        (folder / "files" / f"{file.key}.yaml").write_text(write_document(file.document))
    empty()
    load_articles(read_articles([folder / "files"]))


def without_lost(rows, report):
    """Return the rows without the citations that the report names, and the decisions on them: what no file can hold."""
    lost = set(re.findall("“(phrase [0-9]+ as printed)”", "\n".join(report.not_held)))
    kept = [row for row in rows["Citation"] if row["quote"] not in lost]
    decided = [row for row in rows["Decision"] if row["citation"][4] not in lost]
    return {**rows, "Citation": kept, "Decision": decided}


FIGURE = ("value", "value_high", "bound", "unit")


def changed_rows(before, after):
    """Return the rows that differ; what citations state is left out: it follows an edit of the fact."""
    found = []
    for model in before:
        rows = [
            [{name: value for name, value in row.items() if model != "Citation" or name not in FIGURE} for row in each]
            for each in (before[model], after[model])
        ]
        found += [f"-{model} {row}" for row in rows[0] if row not in rows[1]]
        found += [f"+{model} {row}" for row in rows[1] if row not in rows[0]]
    return "\n".join(found)


@many
@given(st.integers(0, 2**32))
def test_files_come_back_byte_for_byte(seed):
    with transaction.atomic(), tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        load_made_up(Maker(Random(seed)), folder)
        report = dump_articles(folder / "dump")
        assert [report.not_held, report.uncited, report.refused] == [[], [], []]
        assert not differences(folder / "files", folder / "dump")
        transaction.set_rollback(True)


@many
@given(st.integers(0, 2**32), st.integers(1, 12))
def test_a_database_comes_back_row_for_row(seed, edits):
    with transaction.atomic(), tempfile.TemporaryDirectory() as folder:
        folder, maker = Path(folder), Maker(Random(seed))
        load_made_up(maker, folder)
        note([maker.edit() for _ in range(edits)])
        before = snapshot()
        report = dump_articles(folder / "dump")
        note(str(report))
        assert not report.refused
        if report.undone:
            transaction.set_rollback(True)
            return
        for file in sorted((folder / "dump").iterdir()):
            note(f"--- {file.name}\n{file.read_text()}")
        empty()
        load_articles(read_articles([folder / "dump"]) if contents(folder / "dump") else [])
        after = snapshot()
        assert not changed_rows(without_lost(before, report), without_lost(after, report))
        again = dump_articles(folder / "again")
        assert not again.not_held or again.not_held == report.not_held
        assert not differences(folder / "dump", folder / "again")
        transaction.set_rollback(True)
