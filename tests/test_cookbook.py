"""The shell cookbook of the README, typed as printed, gives what is printed."""

import doctest

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command

README = (settings.BASE_DIR / "README.md").read_text()
EXAMPLES = doctest.DocTestParser().get_examples(README.replace("```", ""))


@pytest.mark.django_db
def test_the_cookbook_gives_what_it_prints():
    call_command("load_articles", settings.BASE_DIR / "fixtures", quiet=True)
    names = {model.__name__: model for model in apps.get_app_config("aip").get_models()}  # as `manage.py shell` does
    test = doctest.DocTest(EXAMPLES, names, "README", "README.md", 0, None)
    said = []
    results = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test, out=said.append)
    assert results.failed == 0, "".join(said)
    assert results.attempted >= 15
