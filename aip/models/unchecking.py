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
    return _after(
        "uncheck_citations",
        pgtrigger.Update,
        f"""
            {UNCHECK} FROM new_rows n JOIN old_rows o ON o.id = n.id
            WHERE c.{kind}_id = n.id AND n IS DISTINCT FROM o;
            RETURN NULL;
        """,
        old=True,
        new=True,
    )


def uncheck_positions() -> pgtrigger.Trigger:
    """Return the trigger of people: the citations of their positions name them."""
    return _after(
        "uncheck_positions",
        pgtrigger.Update,
        f"""
            {UNCHECK} FROM aip_position p JOIN new_rows n ON n.id = p.person_id WHERE c.position_id = p.id;
            RETURN NULL;
        """,
        new=True,
    )


# Facts that an organization is part of, by kind: a citation of theirs may rest on how the organization is called.
PARTS = {
    "organization": "SELECT o.id FROM aip_organization o WHERE o.id IN (SELECT id FROM called) "
    "UNION SELECT o.id FROM aip_organization o WHERE o.parent_id IN (SELECT id FROM called)",
    "position": "SELECT id FROM aip_position WHERE organization_id IN (SELECT id FROM called)",
    "membership": "SELECT id FROM aip_membership WHERE organization_id IN (SELECT id FROM called)",
    "partnership": "SELECT id FROM aip_partnership WHERE acts_as_id IN (SELECT id FROM called)",
    "investment": "SELECT id FROM aip_investment WHERE recipient_id IN (SELECT id FROM called)",
    "commitment": "SELECT id FROM aip_commitment WHERE investor_id IN (SELECT id FROM called)",
    "energy_deal": "SELECT id FROM aip_energydeal WHERE supplier_id IN (SELECT id FROM called) "
    "UNION SELECT id FROM aip_energydeal WHERE offtaker_id IN (SELECT id FROM called)",
    "forecast": "SELECT id FROM aip_forecast WHERE forecaster_id IN (SELECT id FROM called)",
    "observation": "SELECT id FROM aip_observation WHERE organization_id IN (SELECT id FROM called)",
}


def uncheck_called() -> list[pgtrigger.Trigger]:
    """Return the triggers of the known names: what rests on a name that comes or goes is unchecked."""
    return [
        _after(
            f"uncheck_called_{operation}",
            kind,
            "".join(
                f"WITH called AS (SELECT DISTINCT organization_id AS id FROM {rows}) "
                f"{UNCHECK} WHERE c.{subject}_id IN ({facts}); "
                for subject, facts in PARTS.items()
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
