"""The repository keeps its own promises: imports point one way, and what the README names exists."""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command, get_commands

from aip.documents import read_articles
from aip.documents.checks import SECTIONS
from aip.loading.stating.sayings import KINDS
from aip.models.sources import SUBJECTS

ROOT = settings.BASE_DIR
README = (ROOT / "README.md").read_text()

# What each room may import of the others; a room not named may import all.
WORDS = {"vocabulary", "codes", "quotes", "stated_dates"}
MAY_IMPORT = {
    **{word: set() for word in sorted(WORDS)},
    "figures": set(),
    "postgres": set(),
    "documents": {"figures", *WORDS},
    "models": {"figures", *WORDS},
    "processes": set(),
    "loading": {"processes", "figures", "documents", "models", *WORDS},
    "dumping": {"figures", "documents", "loading", "models", "evidence", *WORDS},
    "conflicts": {"figures", "models", *WORDS},
    "evidence": {"figures", "models", *WORDS},
    "reading": {"evidence", "figures", "models", *WORDS},
    "drafting": {"documents", "evidence", "figures", "models", *WORDS},
}
KNOW_NO_DJANGO = {"figures", "documents", *WORDS}


def imports(file):
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def files(room):
    folder = ROOT / "aip" / room
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [folder.with_suffix(".py")]


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_imports_point_one_way(room):
    for file in files(room):
        for name in imports(file):
            top, *rest = name.split(".")
            if top == "aip":
                assert rest[0] in {room, *MAY_IMPORT[room]}, f"{file} imports {name}"
            if room in KNOW_NO_DJANGO:
                assert top != "django", f"{file} imports {name}"


def test_only_loading_talks_to_the_driver():
    for file in (ROOT / "aip").rglob("*.py"):
        if "copy_expert" in file.read_text():
            assert file.relative_to(ROOT).parts[:2] == ("aip", "loading")


def test_files_stay_small():
    for file in (ROOT / "aip").rglob("*.py"):
        if "migrations" not in file.parts:
            assert len(file.read_text().splitlines()) <= 420, file


def test_every_target_that_the_readme_names_exists():
    makefile = (ROOT / "Makefile").read_text()
    for target in set(re.findall(r"`?make ([a-z]+)`", README)):
        assert re.search(rf"^{target}:", makefile, re.M), target


def test_every_command_that_the_readme_names_exists():
    commands = set(re.findall(r"manage\.py ([a-z_]+)", README))
    assert {"load_articles", "dump_articles", "article_schema", "shell"} <= commands
    assert commands <= set(get_commands())


def test_every_file_that_the_readme_names_exists():
    for path in re.findall(r"\]\((?!https?:|#)([^)]+)\)", README):
        assert (ROOT / path).exists(), path


@pytest.mark.parametrize(
    "command",
    [
        "load_articles",
        "dump_articles",
        "format_articles",
        "article_schema",
        "serve",
        "make_administrator",
        "postgres",
        "dumpdata",
    ],
)
def test_every_command_explains_itself(command, capsys):
    with pytest.raises(SystemExit):
        call_command(command, "--help")
    assert len(capsys.readouterr().out.split()) > 40


def test_every_article_file_is_right():
    assert read_articles([ROOT / "fixtures"])


def test_every_article_file_is_canonical():
    call_command("format_articles", ROOT / "fixtures", check=True)


def test_files_and_models_agree_on_what_a_quote_can_support():
    for section, (entry, part_section, part) in SECTIONS.items():
        for name, kind in ((section, entry), (part_section, part)):
            if kind:
                assert set(kind.citable()) - {"key"} <= {*SUBJECTS[KINDS[name]].citable(), "technology"}, name


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.django_db
def test_deployment_checks_find_no_fault():
    call_command("check", fail_level="WARNING")


def test_the_article_schema_is_json(capsys):
    call_command("article_schema")
    assert json.loads(capsys.readouterr().out)["properties"]["article"]


def test_checks_and_help_start_no_server(tmp_path):
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "DJANGO_SECRET_KEY": "x", "HOME": str(tmp_path)}
    code = (
        "import aip.settings as s, sys; "
        f"s.DATABASES['default'].update(ENGINE='aip.postgres', DATA_DIR=__import__('pathlib').Path({str(tmp_path)!r}) / 'pg'); "
        "import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'aip.settings'; "
        "from django.core.management import execute_from_command_line as run; run(['manage.py', 'check'])"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env=environment, cwd=ROOT, capture_output=True)
    assert not (tmp_path / "pg").exists()


def test_nothing_names_this_machine_or_an_index():
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, tracked.split("\0")):
        file = Path(ROOT, name)
        if file.suffix in (".py", ".md", ".txt", ".toml", ".yaml", ".sh") or file.name == "Makefile":
            text = file.read_text()
            assert str(ROOT) not in text, name
            assert "--index-url" not in text.replace(Path(__file__).name, "") or file.name == Path(__file__).name, name
