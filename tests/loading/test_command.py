"""`manage.py load_articles` as a user meets it: two at once, interrupted, killed."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

from aip.loading import LoadError, files, load_files
from aip.loading.load import LOCK
from aip.loading.stating import batches
from aip.models import Citation, Investment, Organization, Statement

MANY = "article: {publisher: A, language: de}\norganizations:\n" + "".join(f"  - name: O{n}\n" for n in range(3000))


@pytest.fixture
def file(tmp_path):
    file = tmp_path / "many.yaml"
    file.write_text(MANY)
    return file


def start(file):
    """Start a load in a process of its own, into the database of this test."""
    name = connection.settings_dict["NAME"]
    code = (
        "import django, signal; from django.conf import settings; "
        "signal.signal(signal.SIGINT, signal.default_int_handler); "  # which a job in the background comes without
        f"settings.DATABASES['default']['NAME'] = {name!r}; django.setup(); "
        "from django.core.management import execute_from_command_line; "
        f"execute_from_command_line(['manage.py', 'load_articles', {str(file)!r}])"
    )
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    )


class Lock:
    """Holds the lock that a load holds, as another load would."""

    def __enter__(self):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])

    def __exit__(self, *_):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


@pytest.mark.django_db(transaction=True)
def test_a_second_load_waits_and_says_so(file):
    with Lock():
        process = start(file)
        assert "Another load is running; waiting" in process.stderr.readline()
        assert not Organization.objects.exists()
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    assert Organization.objects.count() == 3000


@pytest.mark.django_db(transaction=True)
def test_two_loads_of_the_same_files_at_once_make_each_row_once(file):
    processes = [start(file), start(file)]
    for process in processes:
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 0, errors
    assert Organization.objects.count() == Statement.objects.filter(kind="organization").count() == 3000


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGKILL], ids=["ctrl-c", "kill -9"])
def test_a_load_that_is_stopped_writes_nothing(file, kind):
    with Lock():
        process = start(file)
        process.stderr.readline()
        process.send_signal(kind)
        time.sleep(0.2)
    _, errors = process.communicate(timeout=60)
    assert process.returncode != 0
    assert "Traceback" not in errors
    assert not Organization.objects.exists()
    if kind == signal.SIGINT:
        assert "Stopped. Nothing was written." in errors


@pytest.mark.django_db(transaction=True)
def test_a_load_killed_at_any_moment_writes_all_or_nothing(file):
    for delay in (0.3, 0.5, 0.7, 0.9, 1.1, 1.3):
        process = start(file)
        threading.Timer(delay, process.kill).start()
        process.communicate(timeout=60)
        while _other_sessions():
            time.sleep(0.05)
        assert Organization.objects.count() in (0, 3000)
    call_command("load_articles", file, quiet=True)
    assert Organization.objects.count() == 3000


def _other_sessions():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        return cursor.fetchone()[0]


@pytest.mark.django_db
def test_the_command_says_where_and_why_and_ends_with_1(tmp_path):
    (tmp_path / "bad.yaml").write_text("article: {publisher: A, language: xx}\n")
    with pytest.raises(CommandError, match=r"bad\.yaml:1:35: “xx” is no language"):
        call_command("load_articles", tmp_path)
    with pytest.raises(CommandError) as error:
        call_command("load_articles", tmp_path / "missing.yaml")
    assert error.value.returncode == 1


@pytest.mark.django_db
def test_the_command_counts_rows_of_each_kind(file, capsys):
    call_command("load_articles", file)
    assert "organizations   3,000              0                0      0         0         0" in capsys.readouterr().out
    call_command("load_articles", file, quiet=True)
    assert capsys.readouterr().out == ""
    call_command("load_articles", file, dry_run=True)
    assert "Dry run: nothing was written." in capsys.readouterr().out


KILLED_AT = [  # module, function, of its calls which, before or after
    "aip.loading.files:find_files:1:after",
    "aip.loading.files:_stamp:3:after",
    "aip.loading.files:_read_one:1:before",
    "aip.loading.files:_read_one:4:after",
    "aip.loading.stating.batches:Spool.add:5:after",
    "aip.loading.load:_wait_for_turn:1:after",
    "aip.loading.stating.identity:Identities.gather:2:after",
    "aip.loading.stating.identity:Identities.settle:1:before",
    "aip.loading.stating.identity:Identities.settle:1:after",
    "aip.loading.load:load_batch:1:before",
    "aip.loading.batch:_write:3:after",
    "aip.loading.storing.writing:_staged:2:after",
    "aip.loading.load:load_batch:2:after",
    "aip.loading.batch:keep_digests:3:after",
    "aip.loading.differing.vanished:settle_vanished:1:after",
    "aip.loading.load:_check_references:1:before",
    "aip.loading.load:_check_references:1:after",
    "aip.loading.load:tell_differences:1:after",
    "django.db.backends.base.base:BaseDatabaseWrapper._commit:1:before",
    "django.db.backends.base.base:BaseDatabaseWrapper._commit:1:after",
    "aip.management.commands.load_articles:check_citations:1:before",
    "aip.evidence.checking:_check:1:after",
]


def write_corpus(folder, amount, count=5):
    folder.mkdir(exist_ok=True)
    for number in range(count):
        (folder / f"a{number}.yaml").write_text(
            "article:\n  publisher: AIbase\n  language: en\n  text_is: digest\n"
            f"  text: They put in {amount} million dollars.\norganizations:\n  - name: O{number}\n"
            f"investments:\n  - key: inv-{number}\n    title: Round\n    recipient: O{number}\n    stage: closed\n"
            f"    amount: {amount} million USD\n    cite: {{field: amount, quote: {amount} million dollars}}\n"
        )
    return folder


@pytest.fixture
def ended_at(tmp_path):
    """Return what loads a corpus, and ends that by a signal at a point: `ended_at(point, "SIGKILL")`."""
    arguments = [Path(__file__).with_name("killing.py"), connection.settings_dict["NAME"], tmp_path / "corpus"]
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "aip.settings", "PYTHONPATH": os.getcwd()}
    driver = subprocess.Popen(
        [sys.executable, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )

    def end(point, kind):
        module, name, call, when = point.rsplit(":", 3)
        driver.stdin.write(f"{module}:{name}:{kind}:{call}:{when}\n")
        driver.stdin.flush()
        code, errors = json.loads(next(line for line in driver.stdout if line.startswith("[")))
        while _other_sessions():
            time.sleep(0.02)
        return code, errors

    yield end
    driver.communicate(timeout=20)


def held():
    """Return what the database says that the files say: all amounts, and those stated."""
    amounts = {int(amount / 1_000_000) for amount in Investment.objects.values_list("amount", flat=True)}
    stated = Statement.objects.filter(kind="investment").values_list("values__amount", flat=True)
    return (
        amounts,
        {int(each.split()[0]) for each in stated},
        {int(q.split()[0]) for q in Citation.objects.values_list("quote", flat=True)},
    )


@pytest.mark.django_db(transaction=True)
def test_a_load_killed_at_any_point_is_as_before_or_as_after_and_the_next_one_ends(tmp_path, ended_at, capsys):
    for amount, point in enumerate(KILLED_AT, 1):
        folder = write_corpus(tmp_path / "corpus", amount)
        code, errors = ended_at(point, "SIGKILL")
        assert code == -signal.SIGKILL, (point, errors)
        as_before = ({amount - 1},) * 3 if amount > 1 else (set(),) * 3
        is_committed = "_commit:1:after" in point or "check_citations" in point or "_check:" in point
        assert held() == (({amount},) * 3 if is_committed else as_before), point
        call_command("load_articles", folder)
        assert held() == ({amount},) * 3, point
        assert set(Citation.objects.values_list("verdict", flat=True)) == {"supported"}, point
    assert Organization.objects.count() == Investment.objects.count() == Citation.objects.count() == 5


@pytest.mark.django_db(transaction=True)
def test_ctrl_c_at_any_point_ends_in_a_sentence(tmp_path, ended_at):
    load_files([write_corpus(tmp_path / "corpus", 1)])
    write_corpus(tmp_path / "corpus", 2)
    for point in KILLED_AT[:-4]:
        code, errors = ended_at(point, "SIGINT")
        assert (code, "CommandError: Stopped. Nothing was written." in errors) == (1, True), (point, code, errors)
        assert "Traceback" not in errors
    assert held() == ({1},) * 3
    for amount, point in enumerate(KILLED_AT[-4:], 2):
        write_corpus(tmp_path / "corpus", amount)
        code, errors = ended_at(point, "SIGINT")
        assert (code, "Traceback" in errors) == (1, False)
        assert errors.startswith("CommandError: Stopped"), errors
        assert errors.endswith("checked: run manage.py check_evidence.\n"), errors
        assert held() == ({amount},) * 3


def by_processes(file, *, expect):
    """Start a load that reads with processes of their own; return it and their ids as soon as there are some."""
    name = connection.settings_dict["NAME"]
    code = (
        "import signal\nif __name__ == '__main__':\n"
        "    import django; from django.conf import settings\n"
        "    signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        f"    settings.DATABASES['default']['NAME'] = {name!r}; django.setup()\n"
        "    from aip.loading import files; files.FEW = 1; files.CHUNK = 1\n"
        "    from django.core.management import execute_from_command_line\n"
        f"    execute_from_command_line(['manage.py', 'load_articles', {str(file)!r}])\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, text=True, start_new_session=True)
    until = time.monotonic() + 30
    while len(readers := _children(process.pid)) < expect and time.monotonic() < until:
        time.sleep(0.02)
    return process, readers


def _children(pid):
    """Return the processes that a process has started to read files."""
    found = []
    for each in Path("/proc").glob("[0-9]*"):
        try:
            parent = int(each.joinpath("stat").read_text().rsplit(")", 1)[1].split()[1])
            if parent == pid and b"spawn_main" in each.joinpath("cmdline").read_bytes():
                found.append(int(each.name))
        except OSError:
            continue
    return found


def _gone(pids, within=10):
    until = time.monotonic() + within
    while time.monotonic() < until:
        if not any(Path(f"/proc/{pid}").exists() for pid in pids):
            return True
        time.sleep(0.05)
    return False


needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")


@needs_proc
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("delay", [0.0, 0.6, 1.2])
@pytest.mark.parametrize("kind", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_no_reading_process_stays_behind(tmp_path, kind, delay):
    process, readers = by_processes(write_corpus(tmp_path / "corpus", 1, count=400), expect=min(2, os.cpu_count()))
    time.sleep(delay)
    os.killpg(process.pid, kind) if kind == signal.SIGINT else process.send_signal(kind)  # Ctrl-C is for all of them
    _, errors = process.communicate(timeout=60)
    assert readers
    assert _gone(readers)
    if kind == signal.SIGINT:  # one that is killed while it starts another says so itself
        assert "Traceback" not in errors, errors
    while _other_sessions():
        time.sleep(0.02)
    assert Organization.objects.count() in (0, 400)
    if kind == signal.SIGINT and process.returncode:
        assert "Stopped. " in errors


@needs_proc
@pytest.mark.django_db(transaction=True)
def test_a_killed_reading_process_ends_in_a_sentence(tmp_path):
    process, readers = by_processes(write_corpus(tmp_path / "corpus", 1, count=400), expect=1)
    os.kill(readers[0], signal.SIGKILL)
    _, errors = process.communicate(timeout=60)
    assert errors.strip() == (
        "CommandError: A process that reads files was ended from outside, perhaps for want of memory. "
        "Nothing was written. Run it again."
    )
    assert not Organization.objects.exists()


@pytest.fixture
def corpus(tmp_path):
    return write_corpus(tmp_path / "corpus", 1)


@pytest.mark.django_db
def test_a_full_temporary_folder_ends_in_a_sentence(corpus, monkeypatch):
    words = r"cannot be kept in the temporary folder: no space left on device\. Nothing was written\. .* TMPDIR"
    monkeypatch.setattr(batches.tempfile, "TemporaryFile", lambda: open("/dev/full", "wb+"))  # noqa: SIM115
    with pytest.raises(LoadError, match=words):
        load_files([corpus])
    with monkeypatch.context() as context:
        context.setattr(batches.tempfile, "TemporaryFile", lambda: open("/dev/full", "wb+", buffering=0))  # noqa: SIM115
        with pytest.raises(LoadError, match=words):
            load_files([corpus])

    def none():
        raise FileNotFoundError(2, "No usable temporary directory found in ['/tmp']")

    monkeypatch.setattr(batches.tempfile, "TemporaryFile", none)
    with pytest.raises(CommandError, match=r"temporary folder: no usable temporary directory found"):
        call_command("load_articles", corpus)


@pytest.mark.django_db
def test_a_database_that_does_not_answer_ends_in_a_sentence(corpus, monkeypatch):
    def refuse(*args):
        raise OperationalError("connection refused")

    monkeypatch.setattr(files, "_changed", refuse)
    with pytest.raises(CommandError, match="The database does not answer: connection refused"):
        call_command("load_articles", corpus)


@pytest.mark.django_db
@pytest.mark.parametrize("happens", ["deleted", "emptied", "a decision by now"])
def test_a_file_that_changes_between_the_digest_and_the_reading(corpus, monkeypatch, happens):
    changed = files._changed

    def meanwhile(paths):
        found = changed(paths)
        change(corpus / "a3.yaml", happens)
        return found

    monkeypatch.setattr(files, "_changed", meanwhile)
    with pytest.raises(CommandError, match=r"a3\.yaml:\d+:\d+: "):
        call_command("load_articles", corpus)
    assert not Organization.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("happens", ["deleted", "emptied", "a decision by now"])
def test_a_file_that_changes_between_reading_and_writing_is_loaded_as_it_was_read(corpus, monkeypatch, happens):
    load_files([corpus])
    Investment.objects.update(stage="agreed")  # so that a difference is told, with its line
    for file in corpus.iterdir():
        file.write_text(file.read_text().replace("title: Round", "title: First round"))
    begin = batches.Spool.begin

    def meanwhile(spool):
        change(corpus / "a3.yaml", happens)
        begin(spool)

    with monkeypatch.context() as context:
        context.setattr(batches.Spool, "begin", meanwhile)
        report = str(load_files([corpus]))
    assert f"{corpus / 'a3.yaml'}:1: " in report
    assert Investment.objects.get(key="inv-3").title == "First round"
    write_corpus(corpus, 1)
    load_files([corpus])
    assert Investment.objects.get(key="inv-3").title == "Round"  # the file is seen to differ from what was loaded


@pytest.mark.django_db
def test_a_fault_in_a_file_that_is_gone_by_now_is_told_all_the_same(corpus, monkeypatch):
    write_corpus(corpus, 1)
    (corpus / "a3.yaml").write_text((corpus / "a3.yaml").read_text().replace("recipient: O3", "recipient: Nobody"))
    begin = batches.Spool.begin
    monkeypatch.setattr(batches.Spool, "begin", lambda spool: ((corpus / "a3.yaml").unlink(), begin(spool)))
    with pytest.raises(CommandError, match=r"a3\.yaml:1:1: no organization is known as “Nobody”"):
        call_command("load_articles", corpus)


def change(file, how):
    if how == "deleted":
        file.unlink()
    elif how == "emptied":
        file.write_text("")
    else:
        file.write_text(
            "decisions:\n  - {investment: inv-3, field: amount, article: gone, quote: 1 million dollars, reason: So.}\n"
        )


@pytest.mark.django_db
def test_a_folder_with_other_things_in_it_is_loaded_for_its_article_files(corpus):
    (corpus / "README.md").write_text("# What this is\n")
    (corpus / "photo.png").write_bytes(b"\x89PNG\x00\xff")
    (corpus / ".hidden.yaml").write_text("{")
    (corpus / "inner.yaml").mkdir()
    write_corpus(corpus / "empty", 1, count=0)
    (corpus / "a1.yaml~").write_text("{")
    assert load_files([corpus]).new["investment"] == 5


@pytest.mark.django_db
def test_what_is_no_regular_file_is_told_and_not_waited_for(corpus):
    os.mkfifo(corpus / "pipe.yaml")
    (corpus / "link.yaml").symlink_to("nowhere.yaml")
    with pytest.raises(CommandError) as error:
        call_command("load_articles", corpus)
    assert "link.yaml:1:1: cannot be read: no such file or directory" in str(error.value)
    assert "pipe.yaml:1:1: is no file that could be read twice, but a pipe or a device" in str(error.value)


def test_help_teaches_by_examples(capsys):
    with pytest.raises(SystemExit):
        call_command("load_articles", "--help")
    help = capsys.readouterr().out
    for option in ("--dry-run", "--overwrite", "--prune", "--removing 40", "--all"):
        assert f" {option} " in help.partition("examples:")[2], option
