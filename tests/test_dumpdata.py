"""Django's own fixtures: the whole app written, the database emptied, and everything back."""

from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command

from aip.models import Citation, KnownName, Organization
from tests.makers import make_article, make_citation, make_commitment, make_decision, make_energy_deal, make_forecast

from tests.makers import make_identifier, make_investment, make_membership, make_organization, make_position  # isort: skip


def dump():
    output = StringIO()
    call_command("dumpdata", "aip", natural_primary=True, natural_foreign=True, indent=1, stdout=output)
    return output.getvalue()


@pytest.mark.django_db(transaction=True)
def test_dump_flush_and_load_gives_the_same_database(tmp_path):
    call_command("load_articles", settings.BASE_DIR / "fixtures", quiet=True)
    pool = make_investment(amount=30, title="Pool")
    part = make_investment(
        amount_bound="undisclosed", draws_on=pool, recipient=make_organization(parent=make_organization("Z"))
    )
    article = make_article("A text.\n\nOf two paragraphs.", published="2025~")
    facts = [
        part,
        make_commitment(part),
        make_energy_deal(technology=["solar", "wind"]),
        make_forecast(),
        make_membership(),
    ]
    for fact in [*facts, make_position(), make_organization("Ørsted"), make_membership().partnership]:
        make_citation(fact, article=article, quote="as printed", paragraph=1)
    make_decision(Citation.objects.last())
    make_identifier()
    before, names = dump(), set(KnownName.objects.values_list("folded", flat=True))
    (tmp_path / "dump.json").write_text(before)
    call_command("flush", interactive=False)
    assert not Organization.objects.exists()
    call_command("loaddata", tmp_path / "dump.json", verbosity=0)
    assert sorted(dump().split("\n{\n")) == sorted(before.split("\n{\n"))
    assert set(KnownName.objects.values_list("folded", flat=True)) == names
    assert not load_changes()


def load_changes():
    """Whether loading the article files into what was restored would change anything."""
    output = StringIO()
    call_command("load_articles", settings.BASE_DIR / "fixtures", quiet=True, stdout=output)
    return output.getvalue()


@pytest.mark.django_db
def test_a_dump_leaves_out_what_triggers_write():
    make_organization("OpenAI")
    assert '"aip.organization"' in dump()
    assert "knownname" not in dump()
    assert "event" not in dump()
