"""`make run` as a newcomer meets it: the administrator, the taken port, the pages that are served."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db import connection


@pytest.mark.django_db
def test_an_administrator_is_made_once_with_a_password_shown_once(capsys, monkeypatch):
    monkeypatch.delenv("DJANGO_SUPERUSER_PASSWORD", raising=False)
    call_command("make_administrator")
    password = capsys.readouterr().out.rsplit(" ", 1)[1].strip()
    assert get_user_model().objects.get(username="admin").check_password(password)
    call_command("make_administrator")
    assert capsys.readouterr().out == ""
    assert get_user_model().objects.count() == 1


@pytest.mark.django_db
def test_the_administrators_password_can_be_given(capsys, monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "chosen by hand")
    call_command("make_administrator")
    assert "chosen by hand" not in capsys.readouterr().out
    assert get_user_model().objects.get().check_password("chosen by hand")


def test_a_taken_port_is_told_before_anything_else():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        with pytest.raises(CommandError, match=rf"Port {port} cannot be used .* make run PORT=8001"):
            call_command("serve", port=port)


@pytest.mark.django_db(transaction=True)
def test_serving_loads_fixtures_answers_and_ends_cleanly(tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (tmp_path / "served_settings.py").write_text(
        f"from aip.settings import *\nDATABASES['default']['NAME'] = {connection.settings_dict['NAME']!r}\n"
    )
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "served_settings",
        "PYTHONPATH": f"{tmp_path}:{settings.BASE_DIR}",
        "DJANGO_SUPERUSER_PASSWORD": "a password",
    }
    command = [sys.executable, "manage.py", "serve", "--port", str(port), "--workers", "1"]
    process = subprocess.Popen(
        command, cwd=settings.BASE_DIR, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        page = _get(f"http://127.0.0.1:{port}/", process)
        assert "Sign in" in page or "Log in" in page
    finally:
        process.send_signal(signal.SIGINT)
    output, _ = process.communicate(timeout=30)
    assert process.returncode == 0, output
    assert "organizations" in output
    assert "Administrator “admin” made" in output
    assert f"http://127.0.0.1:{port}/" in output
    assert "Traceback" not in output


def _get(address, process):
    for _ in range(300):
        try:
            return urllib.request.urlopen(address, timeout=5).read().decode()
        except OSError:
            assert process.poll() is None, process.stdout.read()
            time.sleep(0.1)
    raise AssertionError("the server did not answer in 30 seconds")


@pytest.mark.parametrize("workers", [-1, 0, 65])
def test_as_many_processes_as_cannot_answer_are_refused(workers):
    with pytest.raises(CommandError, match=f"from 1 to 64, and not {workers}"):
        call_command("serve", workers=workers)
