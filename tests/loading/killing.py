"""Runs loads that end themselves at a given point: `python killing.py DATABASE FOLDER`, a point a line on stdin.

A point is `module:function:signal:call:when`, such as `aip.loading.load:load_batch:SIGKILL:2:after`. Each load is a fork of
this process, so that Django starts but once; its exit status and what it wrote to stderr are answered as a line of JSON.
"""

import importlib
import json
import os
import signal
import sys
import tempfile


def main(database, folder):
    import django
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = database
    django.setup()
    from aip.management.commands import load_articles  # noqa: F401 (what a fork need not import again)

    for line in sys.stdin:
        with tempfile.TemporaryFile() as errors:
            process = os.fork()
            if not process:
                os.dup2(errors.fileno(), 2)
                load(folder, line.strip())
            _, status = os.waitpid(process, 0)
            errors.seek(0)
            print(json.dumps([os.waitstatus_to_exitcode(status), errors.read().decode()]), flush=True)


def load(folder, point):
    from django.core.management import execute_from_command_line

    signal.signal(signal.SIGINT, signal.default_int_handler)
    arm(*point.split(":"))
    try:
        execute_from_command_line(["manage.py", "load_articles", folder])
    except SystemExit as end:
        sys.stderr.flush()
        os._exit(end.code or 0)
    except BaseException:
        import traceback

        traceback.print_exc()
        os._exit(99)
    os._exit(0)


def arm(module, name, kind, call, when):
    """Have a function end this process, before or after its so-manieth call."""
    of = importlib.import_module(module)
    *path, name = name.split(".")
    for step in path:
        of = getattr(of, step)
    function, calls = getattr(of, name), []

    def ended(*args, **kwargs):
        calls.append(None)
        if when == "before" and len(calls) == int(call):
            os.kill(os.getpid(), getattr(signal, kind))
        result = function(*args, **kwargs)
        if when == "after" and len(calls) == int(call):
            os.kill(os.getpid(), getattr(signal, kind))
        return result

    setattr(of, name, ended)
    from aip.loading import load as loading
    from aip.loading.stating import batches

    batches.SIZE = loading.SIZE = 2  # several batches, each written while the next is made ready


if __name__ == "__main__":
    main(*sys.argv[1:])
