"""One batch of what articles say → rows: written in the order in which tables refer to each other."""

from aip.documents import Fault
from aip.loading.differing import vanished
from aip.loading.report import Report
from aip.loading.stating import citations, names
from aip.loading.stating.batches import Batch
from aip.loading.stating.facts import Facts, Memory
from aip.loading.stating.identity import Identities
from aip.loading.stating.settling import accepted, new_row, settle
from aip.loading.storing.aside import catch_up
from aip.loading.storing.tables import TABLES, Table
from aip.loading.storing.writing import keep_digests, one_of, take_range, write
from aip.models import Statement
from aip.models.sources import STATED

FACTS = tuple(STATED)
STATEMENT_COLUMNS = ["id", "article_id", "kind", "named", "values", *(f"{kind}_id" for kind in FACTS)]


def load_batch(batch: Batch, identities: Identities, memory: Memory, report: Report, overwrite: bool) -> list[Fault]:
    """Write what a batch says; return what is wrong with it, and then the load as a whole is given up."""
    catch_up()
    identities.identify(batch)
    faults, identities.faults = identities.faults, []
    if faults:
        return faults
    found = [Facts.find(table, batch, identities, memory) for table in TABLES.values()]  # asked first, then written
    for facts in found:
        faults += _write(facts, identities, report, overwrite)
        if facts.table.kind == "organization" and not faults:
            catch_up()
            faults += names.load(facts, identities, report)
    if faults:
        return faults
    citations.load(batch, identities, report)
    _keep_statements(batch, identities)
    vanished.mark(batch)
    report.listing.forget()
    report.articles.update(identities.ids["article"][said.key] for said in batch.articles if not said.is_uncited)
    report.organizations.update(saying.id for saying in batch.of("organization") if saying.id)
    keep_digests([(identities.ids["article"][said.key], said.digest) for said in batch.articles if not said.is_uncited])
    return []


def _write(facts: Facts, identities: Identities, report: Report, overwrite: bool) -> list[Fault]:
    """Write the rows of one table that are new or differ; return what is wrong with them."""
    table, faults, changed, new = facts.table, [], {}, {}
    report.unchanged[table.kind] += facts.unchanged
    for id, sayings in facts.sayings.items():
        row, now = facts.rows.get(id), accepted(facts.now[id])
        if row is None:
            missing = [name for name in table.required if name not in now]
            faults += [sayings[0].fault(f"no article says the {name} of “{sayings[0].named}”") for name in missing]
            identity = identities.columns(sayings[0]) if table.identity else ()
            new[id] = new_row(table, id, identity, now, identities)
            report.count(table.kind, new=True, changed=False)
            report.listing.add_new(table.kind, sayings[0].article, id)
            continue
        before, decided = accepted(facts.before[id]), facts.decided[id]
        settled = settle(table, row, before, now, identities, decided=decided, overwrite=overwrite)
        if not report.listing.is_new(table.kind, id):
            report.settled(table, id, sayings[-1], settled)
            report.listing.add(facts, id, settled, now)
        if settled.changed:
            changed[id] = settled.columns
    if faults:
        return faults
    if table.kind == "organization":
        names.promote({id: row["name"] for id, row in changed.items()})
    rows = [tuple(row[column] for column in table.columns) for row in changed.values()]
    for id, broken in write(table.model, table.columns, list(new.values()), rows).items():
        faults += [facts.sayings[id][-1].fault(_sentence(table, rule)) for rule in broken]
    identities.unwritten[table.kind].difference_update(new)
    return faults


def _sentence(table: Table, rule: str) -> str:
    """Return a broken rule in the model's words."""
    sentences = {each.name: each.violation_error_message for each in table.model._meta.constraints}
    return str(sentences.get(rule) or "") or rule.replace("_", " ")


def _keep_statements(batch: Batch, identities: Identities) -> None:
    """Remember what the files say now, for the next load; what no article says counts as typed in by hand."""
    articles = identities.ids["article"]
    new = [saying for saying in batch.sayings if saying not in batch.stored and not saying.article.is_uncited]
    changed = [
        (saying, stored)
        for saying, stored in batch.stored.items()
        if stored.values != saying.values or stored.row != saying.id
    ]
    ids = [*take_range(Statement, len(new)), *(stored.id for _, stored in changed)]
    rows = [
        (
            id,
            articles[saying.article.key],
            saying.kind,
            saying.named,
            saying.values,
            one_of(FACTS, saying.kind, saying.id),
        )
        for id, saying in zip(ids, [*new, *(saying for saying, _ in changed)], strict=True)
    ]
    write(Statement, STATEMENT_COLUMNS, rows[: len(new)], rows[len(new) :])
