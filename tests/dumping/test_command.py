"""`manage.py dump_articles` as a user meets it."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from aip.documents import read_articles
from aip.dumping import dump_articles
from aip.dumping.dump import one_moment
from aip.loading import load_articles
from aip.loading.stating.decisions import accept
from aip.models import (
    Article,
    Citation,
    Commitment,
    Decision,
    EnergyDeal,
    Forecast,
    Investment,
    Organization,
    Publisher,
)
from tests.makers import make_article, make_citation, make_investment, make_organization, make_user

from .conftest import ALL, CRANE, FIXTURES, KEY


@pytest.mark.django_db
def test_all_article_files_come_back_byte_for_byte(tmp_path):
    load_articles(read_articles([ALL]))
    dump_articles(tmp_path / "dump")
    assert contents(tmp_path / "dump") == contents(ALL)


def contents(folder):
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def changed_lines(folder):
    """Return the lines in which the files of a folder differ from the fixtures."""
    found = []
    for name, now in contents(folder).items():
        was = (FIXTURES / name).read_text().splitlines() if (FIXTURES / name).exists() else []
        lines = now.decode().splitlines()
        found += [f"-{line.strip()}" for line in was if line not in lines]
        found += [f"+{line.strip()}" for line in lines if line not in was]
    return found


def test_the_fixtures_come_back_byte_for_byte(loaded, tmp_path):
    report = dump_articles(tmp_path / "dump")
    assert contents(tmp_path / "dump") == contents(FIXTURES)
    assert [report.not_held, report.uncited, report.refused, report.stale] == [[], [], [], []]


def test_what_is_unchanged_is_not_touched(folder):
    times = {file: file.stat().st_mtime_ns for file in folder.iterdir()}
    report = dump_articles(folder)
    assert not report.written
    assert report.unchanged == Article.objects.count()
    assert {file: file.stat().st_mtime_ns for file in folder.iterdir()} == times


def test_an_edited_amount_is_one_line(folder):
    investment = Investment.objects.get(key="microsoft-openai")
    investment.amount = 14_000_000_000
    investment.save()
    report = dump_articles(folder)
    assert report.written == [folder / f"{KEY}.yaml"]
    assert changed_lines(folder) == ["-amount: about 13 billion USD", "+amount: about 14 billion USD"]
    load_articles(read_articles([folder]))
    assert not dump_articles(folder).written


def test_an_edit_goes_to_the_article_that_states_it_last(folder):
    deal = EnergyDeal.objects.get(key="microsoft-constellation-crane")
    deal.capacity, deal.term_years = 900, None
    deal.save()
    dump_articles(folder)
    assert changed_lines(folder) == ["-term_years: 20", "-capacity: about 835 MW", "+capacity: about 900 MW"] or set(
        changed_lines(folder)
    ) == {"-term_years: 20", "-capacity: about 835 MW", "+capacity: about 900 MW"}


def test_a_decided_value_stays_with_its_decision(folder):
    citation = Citation.objects.get(quote="bis zu 800 Megawatt")
    accept(citation, reason="The plant says so.", user=make_user("ada"))
    report = dump_articles(folder)
    assert [file.name for file in report.written] == ["decisions.yaml"]
    said = (folder / "decisions.yaml").read_text()
    day = Decision.objects.get().decided_at.date()
    assert said == (
        "decisions:\n  - energy_deal: microsoft-constellation-crane\n    field: capacity\n"
        "    article: 2024-09-crane-investmentweek\n    quote: bis zu 800 Megawatt\n    reason: The plant says so.\n"
        f"    decided_by: ada\n    decided: {day}\n"
    )
    load_articles(read_articles([folder]))
    assert not dump_articles(folder).written
    assert Decision.objects.count() == 1


@pytest.mark.parametrize("name", ["decisions.yaml", "decisions-of-ada.yaml"])
def test_decisions_of_files_stay_where_they_are(folder, name):
    entry = "  - energy_deal: microsoft-constellation-crane\n    field: capacity\n    article: {}\n    quote: {}\n    reason: So.\n"
    first = entry.format("2024-09-crane-investmentweek", "bis zu 800 Megawatt")
    second = entry.format(CRANE, "approximately 835 megawatts of carbon-free energy")
    (folder / name).write_text(f"# decided together\ndecisions:\n{first}{second}    decided: 2025-04-01\n")
    load_articles(read_articles([folder]))
    before = contents(folder)
    assert not dump_articles(folder).written
    assert contents(folder) == before
    dump_articles(folder.parent / "elsewhere")
    decided = (folder.parent / "elsewhere" / "decisions.yaml").read_text()
    assert decided == f"decisions:\n{first}{second}    decided: 2025-04-01\n"


def test_a_decision_joins_those_of_a_file(folder):
    entry = "  - energy_deal: microsoft-constellation-crane\n    field: capacity\n    article: {}\n    quote: {}\n    reason: So.\n"
    said = "# decided together\n\ndecisions:\n" + entry.format("2024-09-crane-investmentweek", "bis zu 800 Megawatt")
    (folder / "decisions.yaml").write_text(said)
    load_articles(read_articles([folder]))
    quote = "approximately 835 megawatts of carbon-free energy"
    accept(Citation.objects.get(quote=quote), reason="So.")
    assert dump_articles(folder).written == [folder / "decisions.yaml"]
    assert (folder / "decisions.yaml").read_text() == said + entry.format(CRANE, quote)


def test_a_decision_that_only_a_file_holds_is_named(folder):
    said = (
        "decisions:\n  - energy_deal: microsoft-constellation-crane\n    field: capacity\n"
        "    article: 2024-09-crane-investmentweek\n    quote: bis zu 800 Megawatt\n    reason: So.\n"
    )
    (folder / "decisions.yaml").write_text(said)
    report = dump_articles(folder)
    assert "a decision on the capacity of a energy deal" in report.stale[0]
    assert (folder / "decisions.yaml").read_text() == said


def test_what_no_article_says_has_a_file_of_its_own(folder):
    make_investment(title="Typed in", key="typed-in", recipient=make_organization("Nobody's"), stage="agreed")
    Commitment.objects.create(
        investment=Investment.objects.get(key="aip-total"), investor=Organization.objects.named("MGX")
    )
    Publisher.objects.create(name="Unread", kind="online", note="Not read yet.")
    report = dump_articles(folder)
    assert (folder / "uncited.yaml").read_text() == (
        "uncited: Typed in by hand; no article is cited for it.\n\npublishers:\n"
        "  - {name: Unread, kind: online, note: Not read yet.}\n\n"
        "organizations:\n  - name: Nobody's\n\ninvestments:\n  - key: aip-total\n    commitments:\n"
        "      - investor: MGX\n  - key: typed-in\n    title: Typed in\n    recipient: Nobody's\n    stage: agreed\n"
    )
    assert report.uncited == [
        "publisher Unread",
        "organization Nobody's",
        "investment typed-in",
        "commitment aip-total, MGX",
    ]
    load_articles(read_articles([folder]))
    assert not dump_articles(folder).written
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")  # a load leaves them immediate
    Commitment.objects.get(investment__key="aip-total").delete()
    Investment.objects.get(key="typed-in").delete()
    Organization.objects.named("Nobody's").delete()
    Publisher.objects.get(name="Unread").delete()
    assert dump_articles(folder).stale == [str(folder / "uncited.yaml")]
    dump_articles(folder, prune=True)
    assert contents(folder) == contents(FIXTURES)


def test_a_fact_typed_in_goes_to_the_article_that_is_cited(folder):
    investment = make_investment(title="Typed in", key="typed-in", stage="agreed", amount=5)
    make_citation(
        investment,
        Article.objects.get(key=CRANE),
        quote="over $3 billion in state and federal taxes",
        field="amount",
        note="Hm.",
    )
    assert Citation.objects.filter(quote="over $3 billion in state and federal taxes").update(
        value=6, bound="about", unit="USD"
    )
    dump_articles(folder)
    assert (
        'cite: {field: amount, quote: "over $3 billion in state and federal taxes", states: about 6 USD, note: Hm.}'
        in (folder / f"{CRANE}.yaml").read_text()
    )
    load_articles(read_articles([folder]))
    assert not dump_articles(folder).written


def test_an_article_made_by_hand_has_a_file(folder):
    make_article(key="made-by-hand", language="fr", publisher=Publisher.objects.get(name="AIbase"))
    assert dump_articles(folder).written == [folder / "made-by-hand.yaml"]
    assert (folder / "made-by-hand.yaml").read_text() == "article:\n  publisher: AIbase\n  language: fr\n"


def test_an_article_that_is_gone_is_named_and_removed_only_on_demand(folder):
    article = Article.objects.get(key="2024-09-crane-investmentweek")
    article.citations.all().delete()
    article.delete()
    Publisher.objects.get(name="InvestmentWeek").delete()
    (folder / "README").write_text("Read me.")
    (folder / "other.yaml").write_text("other: thing\n")
    (folder / "within").mkdir()
    shutil.copy(folder / "2024-09-crane-investmentweek.yaml", folder / "within" / "gone.yaml")
    report = dump_articles(folder)
    assert len(report.stale) == 2
    assert (folder / "2024-09-crane-investmentweek.yaml").exists()
    report = dump_articles(folder, prune=True)
    assert report.removed == [folder / "2024-09-crane-investmentweek.yaml"]
    assert {"README", "other.yaml", "within/gone.yaml"} <= contents(folder).keys()


def test_keys_choose_articles(folder):
    Investment.objects.update(note="Edited.")
    make_investment()
    report = dump_articles(folder, ["2024-09-crane-eulerpool"])
    assert [file.name for file in report.written] == ["2024-09-crane-eulerpool.yaml"]
    with pytest.raises(CommandError, match="No article has the key “none”"):
        call_command("dump_articles", folder, "none")


def test_a_file_within_a_folder_is_found_there(folder):
    (folder / "within").mkdir()
    (folder / f"{KEY}.yaml").rename(folder / "within" / f"{KEY}.yaml")
    Investment.objects.filter(key="microsoft-openai").update(note="Edited.")
    assert dump_articles(folder).written == [folder / "within" / f"{KEY}.yaml"]
    shutil.copytree(folder / "within", folder / "other")
    assert "has the same key" in dump_articles(folder).refused[0]


def test_comments_stay(folder):
    file = folder / f"{KEY}.yaml"
    said = file.read_text()
    commented = said.replace("  - name: MGX\n", "  # from Abu Dhabi\n  - name: MGX\n", 1)
    commented = commented.replace("    amount: 30 billion USD\n", "    amount: 30 billion USD  # sic\n", 1)
    file.write_text(commented)
    assert not dump_articles(folder).written
    Investment.objects.filter(key="microsoft-openai").update(note="Edited.")
    Organization.objects.create(name="Aaa").citations.create(article=Article.objects.get(key=KEY), quote="Nvidia")
    dump_articles(folder)
    now = file.read_text()
    assert "  - name: Aaa\n" in now
    assert "  # from Abu Dhabi\n  - name: MGX\n" in now
    assert "    amount: 30 billion USD  # sic\n" in now


def test_a_file_whose_comments_would_be_lost_is_left_alone(folder):
    file = folder / f"{KEY}.yaml"
    file.write_text(file.read_text().replace("  - key: india", "  # not sure\n  - key: india"))
    before = contents(folder)
    forecast = Forecast.objects.get(key="india-electricity-2025")
    forecast.citations.all().delete()
    forecast.delete()
    with pytest.raises(CommandError, match="the database holds no more what this comment is about"):
        call_command("dump_articles", folder)
    assert contents(folder) == before


def test_a_file_with_faults_is_left_alone(folder):
    (folder / f"{KEY}.yaml").write_text("article: {publisher: A, language: xx}\n")
    with pytest.raises(CommandError, match="has faults of its own: 1:35: “xx” is no language"):
        call_command("dump_articles", folder)
    assert (folder / f"{KEY}.yaml").read_text() == "article: {publisher: A, language: xx}\n"


def test_a_json_file_stays_one(folder):
    from aip.documents.writing import write_json

    (folder / f"{KEY}.json").write_text(write_json(read_articles([folder / f"{KEY}.yaml"])[0].document))
    (folder / f"{KEY}.yaml").unlink()
    assert not dump_articles(folder).written
    Investment.objects.filter(key="microsoft-openai").update(note="Edited.")
    assert dump_articles(folder).written == [folder / f"{KEY}.json"]
    assert '"note": "Edited."' in (folder / f"{KEY}.json").read_text()


def test_a_path_that_is_a_file_is_told(loaded, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(CommandError, match="is a file; a dump is written into a folder"):
        call_command("dump_articles", tmp_path / "file")
    with pytest.raises(CommandError, match="cannot be written: not a directory"):
        call_command("dump_articles", tmp_path / "file" / "within")


def start(folder, *, code="pass", **options):
    """Start a dump in a process of its own, of the database of this test."""
    name = connection.settings_dict["NAME"]
    code = (
        f"import django; from django.conf import settings; settings.DATABASES['default']['NAME'] = {name!r}; "
        f"django.setup(); {code}; from django.core.management import execute_from_command_line; "
        f"execute_from_command_line(['manage.py', 'dump_articles', {str(folder)!r}])"
    )
    return subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=settings.BASE_DIR,
        env=dict(os.environ),
        **options,
    )


@pytest.mark.django_db(transaction=True)
def test_a_full_disk_is_told_and_every_file_is_whole(tmp_path):
    load_articles(read_articles([FIXTURES]))
    limit = "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))"
    small = f"import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); {limit}"
    process = start(tmp_path, code=small)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "file too large" in errors
    assert "Traceback" not in errors
    assert contents(tmp_path).items() <= contents(FIXTURES).items()


@pytest.mark.django_db(transaction=True)
def test_a_dump_killed_at_any_moment_leaves_whole_files_and_the_next_one_ends(tmp_path):
    many = tmp_path / "many"
    subprocess.run([sys.executable, "benchmarks/corpus.py", many, "60"], check=True, cwd=settings.BASE_DIR)
    load_articles(read_articles([many]))
    dump_articles(tmp_path / "old")
    Investment.objects.update(note="Edited.")
    dump_articles(tmp_path / "new")
    old, new = contents(tmp_path / "old"), contents(tmp_path / "new")
    assert all(old[name] != new[name] for name in old)
    seen = set()
    for point in range(20):
        shutil.copytree(tmp_path / "old", tmp_path / "dump")
        child = fork(tmp_path / "dump")
        while not os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT | os.WNOHANG):
            if _written(tmp_path / "dump", new) >= point * 3:
                break
            time.sleep(0.0005)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        left = {name: text for name, text in contents(tmp_path / "dump").items() if not Path(name).name.startswith(".")}
        assert left.keys() == old.keys()
        assert all(text in (old[name], new[name]) for name, text in left.items())
        seen.add(sum(left[name] == new[name] for name in left))
        dump_articles(tmp_path / "dump")
        assert contents(tmp_path / "dump") == new
        shutil.rmtree(tmp_path / "dump")
    assert len(seen) > 5


def fork(folder):
    """Dump in a process that has begun already, with a connection of its own; return its number."""
    child = os.fork()
    if child == 0:
        kept, connection.connection = connection.connection, None  # the parent's, never to be closed here
        try:
            dump_articles(folder)
        finally:
            os._exit(kept is None)
    return child


def _written(folder, new):
    return sum(file.stat().st_size == len(new[file.name]) for file in folder.iterdir() if file.name in new)


@pytest.mark.django_db(transaction=True)
def test_a_dump_sees_one_moment(tmp_path):
    load_articles(read_articles([FIXTURES]))
    with one_moment():
        assert Investment.objects.get(key="aip-total").note == ""
        other = connection.copy()
        try:
            with other.cursor() as cursor:
                cursor.execute("UPDATE aip_investment SET note = 'Edited meanwhile.'")
        finally:
            other.close()
        assert Investment.objects.get(key="aip-total").note == ""
        dump_articles(tmp_path)
    assert contents(tmp_path) == contents(FIXTURES)


@pytest.mark.django_db
def test_the_number_of_queries_is_fixed(loaded, tmp_path, django_assert_max_num_queries):
    with django_assert_max_num_queries(160):
        dump_articles(tmp_path)
