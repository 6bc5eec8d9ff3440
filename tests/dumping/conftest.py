"""Article files that tests of dumping load and write."""

import shutil
import tempfile
from pathlib import Path

import pytest
from django.conf import settings

from aip.documents import read_articles
from aip.loading import load_articles

ALL = settings.BASE_DIR / "fixtures"
KEY = "2025-03-xai-joins-aip"
CRANE = "2024-09-crane-stocktitan"


FIXTURES = Path(tempfile.mkdtemp()) / "fixtures"  # a few of all, which say nothing of each other's facts
FIXTURES.mkdir()
for _file in (*ALL.glob("2024-09-crane-*.yaml"), ALL / f"{KEY}.yaml"):
    if _file.stem.split("-")[-1] in ("eulerpool", "investmentweek", "stocktitan", "aip"):
        shutil.copy(_file, FIXTURES)


@pytest.fixture
def loaded(db):
    load_articles(read_articles([FIXTURES]))


@pytest.fixture
def folder(tmp_path, loaded):
    """A folder with the fixtures, as a team has it in its repository."""
    folder = tmp_path / "fixtures"
    shutil.copytree(FIXTURES, folder)
    return folder
