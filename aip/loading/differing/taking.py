"""A difference settled by an editor: the file's value taken, or the database's kept."""

from collections.abc import Callable, Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model, Value

from aip.figures import read_figure
from aip.loading.differing.differences import NAMES, WHOLE, find_differences, quoted, read_sources, sources_of
from aip.loading.stating.decided import find_decided
from aip.loading.stating.decisions import hold
from aip.loading.stating.identity import Identities
from aip.loading.stating.names import promote
from aip.loading.stating.settling import Difference, accepted
from aip.loading.storing.tables import FIGURES, TABLES, figure_columns
from aip.models import (
    Citation,
    Confirmation,
    Organization,
    OrganizationIdentifier,
    OrganizationName,
    Partnership,
    Person,
    Statement,
)
from aip.models.columns import Fold
from aip.models.sources.stating import DELETED

HOLDERS: dict[str, tuple[str, type[Model], str, str, str]] = {  # column and what names it, party, word
    "position": ("person", Person, "name", "organization", "title"),
    "membership": ("partnership", Partnership, "key", "organization", "role"),
    "commitment": ("investment", TABLES["investment"].model, "key", "investor", ""),
}


OVERTAKEN = "Meanwhile the file or the database has changed. Nothing was written; look again."


@transaction.atomic
def take(seen: Difference) -> None:
    """Write what the file says. ValueError and ValidationError say why that cannot be done."""
    difference = _held(seen)
    if difference.undoes_decision:
        _hold(difference)
        return
    writers: dict[str, Callable[[Difference], None]] = {
        WHOLE: _make_again,
        "cite": _cite,
        "identifiers": _identify,
        **dict.fromkeys(NAMES.values(), _name),
    }
    writers.get(difference.field, _write)(difference)


@transaction.atomic
def keep(seen: Difference, *, user: Any) -> Confirmation:
    """Record that the database's value stands, for as long as neither side changes."""
    difference = _held(seen)
    who = {"confirmed_by": user, "confirmed_by_name": user.get_username()}
    Confirmation.objects.filter(statement=difference.statement, field=difference.label).delete()
    return Confirmation.objects.create(
        statement_id=difference.statement, field=difference.label, said=difference.says, held=difference.held, **who
    )


def find_difference(kind: str, fact: int | None, statement: int, label: str) -> Difference | None:
    """Return one difference, as it is now."""
    found = find_differences(lambda each, id: (each, id) == (kind, fact))
    mine = (
        each for each in found if (each.kind, each.fact, each.statement, each.label) == (kind, fact, statement, label)
    )
    return next(mine, None)


def _held(seen: Difference) -> Difference:
    """Lock the fact and what the file says of it, in a load's order; return the difference, if it is as it was seen."""
    if seen.fact:
        TABLES[seen.kind].model._default_manager.select_for_update().filter(pk=seen.fact).first()
    Statement.objects.select_for_update().filter(pk=seen.statement).first()
    now = find_difference(seen.kind, seen.fact, seen.statement, seen.label)
    if now is None or (now.says, now.held) != (seen.says, seen.held):
        raise ValueError(OVERTAKEN)
    return now


def _write(difference: Difference) -> None:
    """Write the columns of one field."""
    table, id = TABLES[difference.kind], difference.fact or 0
    row = table.model._default_manager.get(pk=id)
    said = accepted(read_sources(difference.kind, {id})[id])
    for column, value in _columns(difference.kind, {difference.field: said.get(difference.field)}):
        setattr(row, column, value)
    if (difference.kind, difference.field) == ("organization", "name"):
        promote({id: said["name"]})
    row.full_clean()
    row.save()


def _hold(difference: Difference) -> None:
    """Put back what was decided."""
    decided = find_decided(difference.kind, [difference.fact or 0])
    hold(Citation.objects.get(pk=decided[difference.fact or 0][difference.field].citation))


def _columns(kind: str, said: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the columns of fields, and what a file says of them; None for what it says nothing of."""
    names, fields = Identities(), TABLES[kind].fields
    said = {name: value for name, value in said.items() if name in fields}
    names.learn_references([{name: value for name, value in said.items() if value is not None}])
    for name, value in said.items():
        columns = fields[name].read(value, names) if value is not None else fields[name].empty
        if value and columns == (None,):
            raise ValueError(f"“{value}”, which the file names, is not in the database any more.")
        yield from zip(fields[name].columns, columns, strict=True)


def _name(difference: Difference) -> None:
    kind = next(kind for kind, field in NAMES.items() if field == difference.field)
    named = OrganizationName.objects.filter(organization=difference.fact, name__alike=difference.item).first()
    row = named or OrganizationName(organization_id=difference.fact or 0, name=difference.item)
    row.kind = kind
    row.full_clean()
    row.save()


def _identify(difference: Difference) -> None:
    scheme, _, value = difference.item.partition(" ")
    row = OrganizationIdentifier(organization_id=difference.fact or 0, scheme=scheme, value=value)
    row.full_clean()
    row.save()


def _cite(difference: Difference) -> None:
    statement = Statement.objects.get(pk=difference.statement)
    for cite in statement.values["cite"]:
        if difference.item != quoted(cite):
            continue
        of = {"article": statement.article, f"{difference.kind}_id": difference.fact}
        identity = {name: cite[name] for name in ("field", "quote", "paragraph")}
        citation = Citation.objects.filter(**of, **identity).first() or Citation(**of, **identity)
        if cite["field"] in FIGURES[difference.kind]:
            figure = figure_columns(read_figure(statement.values[cite["field"]]))
            citation.value, citation.value_high, citation.bound, citation.unit = figure
        citation.full_clean()
        citation.save()


def _make_again(difference: Difference) -> None:
    """Make a fact again that was deleted by hand, with its names, its identifiers and its quotes."""
    kind, model = difference.kind, TABLES[difference.kind].model
    rows = Statement.objects.filter(DELETED, kind=kind, named=difference.named)
    sources = [source for _, source, _ in sources_of(rows)]
    row = model(**_identity(kind, difference.named), **dict(_columns(kind, accepted(sources))))
    row.full_clean()
    row.save()
    Statement.objects.filter(pk__in=[source.id for source in sources]).update(**{kind: row})
    for each in find_differences(lambda one, id: (one, id) == (kind, row.pk)):
        if each.fact == row.pk and each.item:
            take(each)


def _identity(kind: str, named: str) -> dict[str, Any]:
    """Return the columns that name a row, given what the file calls it."""
    if kind not in HOLDERS:
        return {} if kind == "organization" else {TABLES[kind].identity[0]: named}
    holder, model, column, party, word = HOLDERS[kind]
    for called, name, *rest in _splits(named.split("/"), 3 if word else 2):
        held = model._default_manager.filter(**{column: called}).first()
        organization = Organization.objects.filter(known_names__folded=Fold(Value(name))).first()
        if held and organization:
            return {holder: held, party: organization, **({word: rest[0]} if word else {})}
    raise ValueError(f"Something of “{named}” was deleted as well; bring that back first.")


def _splits(pieces: list[str], parts: int) -> Iterator[list[str]]:
    """Yield every way of joining pieces to so many parts."""
    if parts == 1:
        yield ["/".join(pieces)]
        return
    for end in range(1, len(pieces) - parts + 2):
        for rest in _splits(pieces[end:], parts - 1):
            yield ["/".join(pieces[:end]), *rest]


def words_of(error: Exception) -> str:
    """Return in a line why something cannot be taken."""
    return " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
