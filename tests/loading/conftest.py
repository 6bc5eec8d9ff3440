"""Article files written by a test, and loaded."""

import pytest
import yaml

from aip.documents import read_articles
from aip.loading import load_articles


@pytest.fixture
def folder(tmp_path):
    """Return what writes files: `folder(key={…})`; None takes one away."""

    def write(**articles):
        for key, content in articles.items():
            file = tmp_path / f"{key}.yaml"
            if content is None:
                file.unlink()
                continue
            head = {"publisher": "AIbase", "language": "de", **content.get("article", {})}
            file.write_text(yaml.safe_dump({**content, "article": head}, allow_unicode=True))
        return tmp_path

    return write


@pytest.fixture
def load_folder(folder):
    """Return what writes files and loads all there are, as if the folder were named."""

    def write_and_load(*, dry_run=False, overwrite=False, prune=False, **articles):
        files = read_articles([folder(**articles)])
        return load_articles(files, dry_run=dry_run, overwrite=overwrite, prune=prune, complete=True)

    return write_and_load
