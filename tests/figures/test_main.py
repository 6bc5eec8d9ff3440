import io
import json
import sys

import pytest

from aip.figures.__main__ import main


def test_figures_of_a_file_are_printed_as_json_lines(tmp_path, capsys):
    path = tmp_path / "text.txt"
    path.write_text("Es sind rund 13 Mrd. Dollar und 2 bis 3 GW.", encoding="utf-8")
    assert main(["--language", "de", str(path)]) == 0
    first, second = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert first == {
        "file": str(path),
        "start": 8,
        "end": 27,
        "phrase": "rund 13 Mrd. Dollar",
        "kind": "money",
        "value": "13000000000",
        "unit": "USD",
        "bound": "about",
    }
    assert (second["value"], second["value_high"], second["bound"]) == ("2000", "3000", "range")


def test_the_standard_input_is_read_too(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"It is $5bn.")))
    assert main(["--language", "en"]) == 0
    assert json.loads(capsys.readouterr().out)["phrase"] == "$5bn"


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(tmp_path, capsys):
    bad, good = tmp_path / "bad.txt", tmp_path / "good.txt"
    bad.write_bytes(b"\xff\xfe5 GW")
    good.write_text("5 GW")
    assert main(["--language", "en", str(bad), str(tmp_path / "none.txt"), str(good)]) == 1
    streams = capsys.readouterr()
    assert json.loads(streams.out)["phrase"] == "5 GW"
    assert streams.err == f"{bad}: not UTF-8 text\n{tmp_path / 'none.txt'}: No such file or directory\n"


def test_an_unknown_language_is_an_error_not_a_guess(capsys):
    with pytest.raises(SystemExit):
        main(["--language", "xx"])
    assert "'xx'" in capsys.readouterr().err


def test_help_teaches(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "rund 13 Mrd. US-Dollar" in capsys.readouterr().out
