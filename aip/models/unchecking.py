"""Triggers that keep verdicts from going stale.

Whatever a citation's verdict rests on (its own words, the fact's columns, the article's text, the names of the
organizations involved) touches the citation when it changes, by whatever path, and a citation that is touched is
unchecked. A check writes its verdict only to a citation that was not touched since it was read.
"""

import pgtrigger

UNCHECK = "UPDATE aip_citation c SET verdict = '', against = '', finding = ''"


def uncheck_own() -> list[pgtrigger.Trigger]:
    """Return the triggers of citations themselves: new or other words have no verdict yet."""
    uncheck = "NEW.verdict := ''; NEW.against := ''; NEW.finding := '';"
    return [
        pgtrigger.Trigger(
            name="uncheck_new",
            operation=pgtrigger.Insert,
            when=pgtrigger.Before,
            condition=pgtrigger.Condition("NEW.verdict <> '' OR NEW.against <> '' OR NEW.finding <> ''"),
            func=f"{uncheck} RETURN NEW;",
        ),
        pgtrigger.Trigger(
            name="uncheck_own",
            operation=pgtrigger.Update,
            when=pgtrigger.Before,
            func=f"""
                IF (to_jsonb(NEW) - '{{verdict,against,finding,note,address}}'::text[])
                    IS DISTINCT FROM (to_jsonb(OLD) - '{{verdict,against,finding,note,address}}'::text[]) THEN
                    {uncheck}
                END IF;
                RETURN NEW;
            """,
        ),
    ]


def uncheck_citations(kind: str) -> pgtrigger.Trigger:
    """Return the trigger of a table of facts, or of articles: its citations are unchecked when a row changes."""
    changed = "SELECT n.id FROM new_rows n JOIN old_rows o ON o.id = n.id WHERE n IS DISTINCT FROM o"
    return _after("uncheck_citations", pgtrigger.Update, _uncheck(kind, changed) + "RETURN NULL;", old=True, new=True)


def uncheck_positions() -> pgtrigger.Trigger:
    """Return the trigger of people: the citations of their positions name them."""
    positions = _having("position", "person_id", "SELECT id FROM new_rows")
    return _after("uncheck_positions", pgtrigger.Update, _uncheck("position", positions) + "RETURN NULL;", new=True)


def _uncheck(kind: str, ids: str) -> str:
    """Return what unchecks the citations of some facts; an array, so that an index is used and no table read whole."""
    return f"{UNCHECK} WHERE c.{kind}_id = ANY(ARRAY({ids})); "


def _having(table: str, column: str, ids: str) -> str:
    return f"SELECT id FROM aip_{table} WHERE {column} = ANY(ARRAY({ids}))"


# Facts that an organization is part of, by kind: a citation of theirs may rest on how the organization is called.
PARTS = {
    "organization": [("organization", "id"), ("organization", "parent_id")],
    "position": [("position", "organization_id")],
    "membership": [("membership", "organization_id")],
    "partnership": [("partnership", "acts_as_id")],
    "investment": [("investment", "recipient_id")],
    "commitment": [("commitment", "investor_id")],
    "energy_deal": [("energydeal", "supplier_id"), ("energydeal", "offtaker_id")],
    "forecast": [("forecast", "forecaster_id")],
    "observation": [("observation", "organization_id")],
}


def uncheck_called() -> list[pgtrigger.Trigger]:
    """Return the triggers of the known names: what rests on a name that comes or goes is unchecked."""
    return [
        _after(
            f"uncheck_called_{operation}",
            kind,
            "".join(
                _uncheck(subject, _having(table, column, f"SELECT organization_id FROM {rows}"))
                for subject, columns in PARTS.items()
                for table, column in columns
            )
            + "RETURN NULL;",
            old=rows == "old_rows",
            new=rows == "new_rows",
        )
        for operation, kind, rows in (
            ("insert", pgtrigger.Insert, "new_rows"),
            ("delete", pgtrigger.Delete, "old_rows"),
        )
    ]


def _after(name: str, operation: pgtrigger.Operation, func: str, *, old: bool = False, new: bool = False):
    rows = {**({"old": "old_rows"} if old else {}), **({"new": "new_rows"} if new else {})}
    return pgtrigger.Trigger(
        name=name,
        operation=operation,
        when=pgtrigger.After,
        level=pgtrigger.Statement,
        referencing=pgtrigger.Referencing(**rows),
        func=func,
    )
