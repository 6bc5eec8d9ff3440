import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
import django.db.models.lookups
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import aip.models.columns


class Migration(migrations.Migration):
    dependencies = [
        ("aip", "0002_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Observation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("note", models.TextField(blank=True, help_text="For other editors; not a fact.")),
                (
                    "key",
                    models.CharField(
                        help_text="Names the row in article files; small letters, digits, hyphens. Stays as it is once given.",
                        max_length=100,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+(-[a-z0-9]+)*$",
                                "A key is small letters, digits and single hyphens: microsoft-openai.",
                            )
                        ],
                    ),
                ),
                (
                    "measure",
                    models.CharField(
                        help_text="What is measured or counted: valuation, stake, jobs, chips.", max_length=200
                    ),
                ),
                (
                    "site",
                    models.CharField(
                        blank=True, help_text="The place or plant, where it is about one.", max_length=200
                    ),
                ),
                ("value", models.DecimalField(blank=True, decimal_places=6, max_digits=24, null=True)),
                ("value_high", models.DecimalField(blank=True, decimal_places=6, max_digits=24, null=True)),
                (
                    "value_bound",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("exact", "exact"),
                            ("about", "about"),
                            ("at_least", "at least"),
                            ("more_than", "more than"),
                            ("up_to", "up to"),
                            ("less_than", "less than"),
                            ("range", "range"),
                            ("undisclosed", "undisclosed"),
                        ],
                        default="",
                        max_length=11,
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        help_text="MW, MWh, an ISO 4217 code, % for a share, 1 for what is counted.",
                        max_length=3,
                    ),
                ),
                (
                    "words",
                    models.CharField(blank=True, help_text="What is said, where it is no number.", max_length=200),
                ),
                (
                    "as_of",
                    models.CharField(
                        blank=True,
                        help_text="As precise as the source: 2025, 2025-10, 2025-10-15, 2025~ (about), 2026-01/2026-06 (within).",
                        max_length=25,
                        validators=[aip.models.columns.validate_stated_date],
                        verbose_name="as of",
                    ),
                ),
                (
                    "as_of_earliest",
                    models.GeneratedField(
                        db_persist=True,
                        expression=aip.models.columns.Earliest(models.F("as_of")),
                        output_field=models.DateField(null=True),
                        serialize=False,
                    ),
                ),
            ],
            options={
                "ordering": [
                    "measure",
                    models.OrderBy(models.F("as_of_earliest"), descending=True, nulls_last=True),
                    "key",
                ],
            },
        ),
        migrations.CreateModel(
            name="ObservationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("note", models.TextField(blank=True, help_text="For other editors; not a fact.")),
                (
                    "key",
                    models.CharField(
                        help_text="Names the row in article files; small letters, digits, hyphens. Stays as it is once given.",
                        max_length=100,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+(-[a-z0-9]+)*$",
                                "A key is small letters, digits and single hyphens: microsoft-openai.",
                            )
                        ],
                    ),
                ),
                (
                    "measure",
                    models.CharField(
                        help_text="What is measured or counted: valuation, stake, jobs, chips.", max_length=200
                    ),
                ),
                (
                    "site",
                    models.CharField(
                        blank=True, help_text="The place or plant, where it is about one.", max_length=200
                    ),
                ),
                ("value", models.DecimalField(blank=True, decimal_places=6, max_digits=24, null=True)),
                ("value_high", models.DecimalField(blank=True, decimal_places=6, max_digits=24, null=True)),
                (
                    "value_bound",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("exact", "exact"),
                            ("about", "about"),
                            ("at_least", "at least"),
                            ("more_than", "more than"),
                            ("up_to", "up to"),
                            ("less_than", "less than"),
                            ("range", "range"),
                            ("undisclosed", "undisclosed"),
                        ],
                        default="",
                        max_length=11,
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        help_text="MW, MWh, an ISO 4217 code, % for a share, 1 for what is counted.",
                        max_length=3,
                    ),
                ),
                (
                    "words",
                    models.CharField(blank=True, help_text="What is said, where it is no number.", max_length=200),
                ),
                (
                    "as_of",
                    models.CharField(
                        blank=True,
                        help_text="As precise as the source: 2025, 2025-10, 2025-10-15, 2025~ (about), 2026-01/2026-06 (within).",
                        max_length=25,
                        validators=[aip.models.columns.validate_stated_date],
                        verbose_name="as of",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="citation",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="citation",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="citation",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="knownname",
            name="uncheck_called_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="knownname",
            name="uncheck_called_delete",
        ),
        migrations.RemoveConstraint(
            model_name="citation",
            name="citation_has_one_fact",
        ),
        migrations.RemoveConstraint(
            model_name="citation",
            name="citation_value_has_unit",
        ),
        migrations.RemoveConstraint(
            model_name="forecast",
            name="forecast_value_has_unit",
        ),
        migrations.RemoveConstraint(
            model_name="forecast",
            name="forecast_metric_is_known",
        ),
        migrations.RemoveConstraint(
            model_name="statement",
            name="statement_has_at_most_one_fact",
        ),
        # PostgreSQL cannot change how a column is generated: it is made anew, with what rests on it.
        migrations.RemoveConstraint(model_name="citation", name="citation_is_made_once"),
        migrations.RemoveIndex(model_name="citation", name="citation_address"),
        migrations.RemoveField(model_name="citation", name="address"),
        migrations.AlterField(
            model_name="forecast",
            name="metric",
            field=models.CharField(
                choices=[
                    ("data_centre_electricity", "electricity use of data centres"),
                    ("data_centre_electricity_rise", "rise of the electricity use of data centres"),
                    ("data_centre_power", "power demand of data centres"),
                    ("data_centre_power_rise", "rise of the power demand of data centres"),
                    ("data_centre_capacity", "capacity of data centres"),
                    ("it_power", "IT power of data centres"),
                    ("power_demand_rise", "rise of power demand"),
                    ("generating_capacity", "new generating capacity needed"),
                    ("electricity_use", "electricity use"),
                    ("infrastructure_spending", "spending on AI infrastructure"),
                    ("data_centre_electricity_share", "share of data centres in electricity use"),
                    ("data_centre_electricity_growth", "yearly growth of data centres' electricity use"),
                    ("ai_share", "share of AI in the power of data centres"),
                    ("carbon_free_share", "carbon-free share of power"),
                    ("carbon_emissions_rise", "rise of carbon dioxide emissions, tonnes"),
                    ("jobs", "jobs"),
                    ("gdp_contribution", "contribution to the gross domestic product"),
                ],
                max_length=40,
            ),
        ),
        migrations.AlterField(
            model_name="forecast",
            name="unit",
            field=models.CharField(blank=True, help_text="MW, MWh, an ISO 4217 code, % or 1.", max_length=3),
        ),
        migrations.AlterField(
            model_name="forecastevent",
            name="metric",
            field=models.CharField(
                choices=[
                    ("data_centre_electricity", "electricity use of data centres"),
                    ("data_centre_electricity_rise", "rise of the electricity use of data centres"),
                    ("data_centre_power", "power demand of data centres"),
                    ("data_centre_power_rise", "rise of the power demand of data centres"),
                    ("data_centre_capacity", "capacity of data centres"),
                    ("it_power", "IT power of data centres"),
                    ("power_demand_rise", "rise of power demand"),
                    ("generating_capacity", "new generating capacity needed"),
                    ("electricity_use", "electricity use"),
                    ("infrastructure_spending", "spending on AI infrastructure"),
                    ("data_centre_electricity_share", "share of data centres in electricity use"),
                    ("data_centre_electricity_growth", "yearly growth of data centres' electricity use"),
                    ("ai_share", "share of AI in the power of data centres"),
                    ("carbon_free_share", "carbon-free share of power"),
                    ("carbon_emissions_rise", "rise of carbon dioxide emissions, tonnes"),
                    ("jobs", "jobs"),
                    ("gdp_contribution", "contribution to the gross domestic product"),
                ],
                max_length=40,
            ),
        ),
        migrations.AlterField(
            model_name="forecastevent",
            name="unit",
            field=models.CharField(blank=True, help_text="MW, MWh, an ISO 4217 code, % or 1.", max_length=3),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_citationevent" ("article_id", "bound", "commitment_id", "energy_deal_id", "field", "forecast_id", "id", "investment_id", "membership_id", "note", "observation_id", "organization_id", "paragraph", "partnership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "quote", "unit", "value", "value_high") SELECT new_values."article_id", new_values."bound", new_values."commitment_id", new_values."energy_deal_id", new_values."field", new_values."forecast_id", new_values."id", new_values."investment_id", new_values."membership_id", new_values."note", new_values."observation_id", new_values."organization_id", new_values."paragraph", new_values."partnership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."position_id", new_values."quote", new_values."unit", new_values."value", new_values."value_high" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="7a2d55b2dc02f47c8d555400d65f22da011407ac",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_22311",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="aip_citation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_citationevent" ("article_id", "bound", "commitment_id", "energy_deal_id", "field", "forecast_id", "id", "investment_id", "membership_id", "note", "observation_id", "organization_id", "paragraph", "partnership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "quote", "unit", "value", "value_high") SELECT new_values."article_id", new_values."bound", new_values."commitment_id", new_values."energy_deal_id", new_values."field", new_values."forecast_id", new_values."id", new_values."investment_id", new_values."membership_id", new_values."note", new_values."observation_id", new_values."organization_id", new_values."paragraph", new_values."partnership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."position_id", new_values."quote", new_values."unit", new_values."value", new_values."value_high" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."article_id" IS DISTINCT FROM (new_values."article_id") OR old_values."bound" IS DISTINCT FROM (new_values."bound") OR old_values."commitment_id" IS DISTINCT FROM (new_values."commitment_id") OR old_values."energy_deal_id" IS DISTINCT FROM (new_values."energy_deal_id") OR old_values."field" IS DISTINCT FROM (new_values."field") OR old_values."forecast_id" IS DISTINCT FROM (new_values."forecast_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."investment_id" IS DISTINCT FROM (new_values."investment_id") OR old_values."membership_id" IS DISTINCT FROM (new_values."membership_id") OR old_values."note" IS DISTINCT FROM (new_values."note") OR old_values."observation_id" IS DISTINCT FROM (new_values."observation_id") OR old_values."organization_id" IS DISTINCT FROM (new_values."organization_id") OR old_values."paragraph" IS DISTINCT FROM (new_values."paragraph") OR old_values."partnership_id" IS DISTINCT FROM (new_values."partnership_id") OR old_values."position_id" IS DISTINCT FROM (new_values."position_id") OR old_values."quote" IS DISTINCT FROM (new_values."quote") OR old_values."unit" IS DISTINCT FROM (new_values."unit") OR old_values."value" IS DISTINCT FROM (new_values."value") OR old_values."value_high" IS DISTINCT FROM (new_values."value_high")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="8e47b3a5679c77c822a59eb3e00bb46d7aaf9928",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_df240",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="aip_citation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_citationevent" ("article_id", "bound", "commitment_id", "energy_deal_id", "field", "forecast_id", "id", "investment_id", "membership_id", "note", "observation_id", "organization_id", "paragraph", "partnership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "quote", "unit", "value", "value_high") SELECT old_values."article_id", old_values."bound", old_values."commitment_id", old_values."energy_deal_id", old_values."field", old_values."forecast_id", old_values."id", old_values."investment_id", old_values."membership_id", old_values."note", old_values."observation_id", old_values."organization_id", old_values."paragraph", old_values."partnership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."position_id", old_values."quote", old_values."unit", old_values."value", old_values."value_high" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="8e0c34f017668e65cc77192b155c1ba0fdf8852e",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_19f3d",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="aip_citation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="knownname",
            trigger=pgtrigger.compiler.Trigger(
                name="uncheck_called_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="WITH called AS (SELECT DISTINCT organization_id AS id FROM new_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.organization_id IN (SELECT o.id FROM aip_organization o WHERE o.id IN (SELECT id FROM called) UNION SELECT o.id FROM aip_organization o WHERE o.parent_id IN (SELECT id FROM called)); WITH called AS (SELECT DISTINCT organization_id AS id FROM new_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.position_id IN (SELECT id FROM aip_position WHERE organization_id IN (SELECT id FROM called)); WITH called AS (SELECT DISTINCT organization_id AS id FROM new_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.membership_id IN (SELECT id FROM aip_membership WHERE organization_id IN (SELECT id FROM called)); WITH called AS (SELECT DISTINCT organization_id AS id FROM new_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.partnership_id IN (SELECT id FROM aip_partnership WHERE acts_as_id IN (SELECT id FROM called)); WITH called AS (SELECT DISTINCT organization_id AS id FROM new_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.investment_id IN (SELECT id FROM aip_investment WHERE recipient_id IN (SELECT id FROM called)); WITH called AS (SELECT DISTINCT organization_id AS id FROM new_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.commitment_id IN (SELECT id FROM aip_commitment WHERE investor_id IN (SELECT id FROM called)); WITH called AS (SELECT DISTINCT organization_id AS id FROM new_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.energy_deal_id IN (SELECT id FROM aip_energydeal WHERE supplier_id IN (SELECT id FROM called) UNION SELECT id FROM aip_energydeal WHERE offtaker_id IN (SELECT id FROM called)); WITH called AS (SELECT DISTINCT organization_id AS id FROM new_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.forecast_id IN (SELECT id FROM aip_forecast WHERE forecaster_id IN (SELECT id FROM called)); WITH called AS (SELECT DISTINCT organization_id AS id FROM new_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.observation_id IN (SELECT id FROM aip_observation WHERE organization_id IN (SELECT id FROM called)); RETURN NULL;",
                    hash="da71e85e852eec3d8440f50bbcb432de0c57b349",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_uncheck_called_insert_3bd79",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="aip_knownname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="knownname",
            trigger=pgtrigger.compiler.Trigger(
                name="uncheck_called_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="WITH called AS (SELECT DISTINCT organization_id AS id FROM old_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.organization_id IN (SELECT o.id FROM aip_organization o WHERE o.id IN (SELECT id FROM called) UNION SELECT o.id FROM aip_organization o WHERE o.parent_id IN (SELECT id FROM called)); WITH called AS (SELECT DISTINCT organization_id AS id FROM old_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.position_id IN (SELECT id FROM aip_position WHERE organization_id IN (SELECT id FROM called)); WITH called AS (SELECT DISTINCT organization_id AS id FROM old_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.membership_id IN (SELECT id FROM aip_membership WHERE organization_id IN (SELECT id FROM called)); WITH called AS (SELECT DISTINCT organization_id AS id FROM old_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.partnership_id IN (SELECT id FROM aip_partnership WHERE acts_as_id IN (SELECT id FROM called)); WITH called AS (SELECT DISTINCT organization_id AS id FROM old_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.investment_id IN (SELECT id FROM aip_investment WHERE recipient_id IN (SELECT id FROM called)); WITH called AS (SELECT DISTINCT organization_id AS id FROM old_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.commitment_id IN (SELECT id FROM aip_commitment WHERE investor_id IN (SELECT id FROM called)); WITH called AS (SELECT DISTINCT organization_id AS id FROM old_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.energy_deal_id IN (SELECT id FROM aip_energydeal WHERE supplier_id IN (SELECT id FROM called) UNION SELECT id FROM aip_energydeal WHERE offtaker_id IN (SELECT id FROM called)); WITH called AS (SELECT DISTINCT organization_id AS id FROM old_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.forecast_id IN (SELECT id FROM aip_forecast WHERE forecaster_id IN (SELECT id FROM called)); WITH called AS (SELECT DISTINCT organization_id AS id FROM old_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.observation_id IN (SELECT id FROM aip_observation WHERE organization_id IN (SELECT id FROM called)); RETURN NULL;",
                    hash="54b451c4d0c682f375677d7f57030bdb6f098891",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_uncheck_called_delete_a1fdf",
                    referencing="REFERENCING OLD TABLE AS old_rows ",
                    table="aip_knownname",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="forecast",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("unit", ""), ("value__isnull", True)),
                    models.Q(("unit__regex", "^([A-Z]{3}|MW|MWh|\\u0025|1)$"), ("value__isnull", False)),
                    _connector="OR",
                ),
                name="forecast_value_has_unit",
                violation_error_message="State a unit with the value, and none without.",
            ),
        ),
        migrations.AddConstraint(
            model_name="forecast",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "metric__in",
                        [
                            "data_centre_electricity",
                            "data_centre_electricity_rise",
                            "data_centre_power",
                            "data_centre_power_rise",
                            "data_centre_capacity",
                            "it_power",
                            "power_demand_rise",
                            "generating_capacity",
                            "electricity_use",
                            "infrastructure_spending",
                            "data_centre_electricity_share",
                            "data_centre_electricity_growth",
                            "ai_share",
                            "carbon_free_share",
                            "carbon_emissions_rise",
                            "jobs",
                            "gdp_contribution",
                        ],
                    )
                ),
                name="forecast_metric_is_known",
                violation_error_message="Choose one of the words for “metric”.",
            ),
        ),
        migrations.AddField(
            model_name="observation",
            name="energy_deal",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="observations",
                to="aip.energydeal",
            ),
        ),
        migrations.AddField(
            model_name="observation",
            name="investment",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="observations",
                to="aip.investment",
            ),
        ),
        migrations.AddField(
            model_name="observation",
            name="organization",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="observations",
                to="aip.organization",
            ),
        ),
        migrations.AddField(
            model_name="observation",
            name="partnership",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="observations",
                to="aip.partnership",
            ),
        ),
        migrations.AddField(
            model_name="citation",
            name="observation",
            field=models.ForeignKey(
                blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, to="aip.observation"
            ),
        ),
        migrations.AddField(
            model_name="citationevent",
            name="observation",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aip.observation",
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="observation",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                to="aip.observation",
            ),
        ),
        migrations.AddField(
            model_name="citation",
            name="address",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Case(
                    models.When(
                        organization__isnull=False,
                        then=django.db.models.functions.text.Concat(
                            models.Value("organization:"),
                            django.db.models.functions.comparison.Cast("organization_id", models.TextField()),
                            output_field=models.TextField(),
                        ),
                    ),
                    models.When(
                        position__isnull=False,
                        then=django.db.models.functions.text.Concat(
                            models.Value("position:"),
                            django.db.models.functions.comparison.Cast("position_id", models.TextField()),
                            output_field=models.TextField(),
                        ),
                    ),
                    models.When(
                        partnership__isnull=False,
                        then=django.db.models.functions.text.Concat(
                            models.Value("partnership:"),
                            django.db.models.functions.comparison.Cast("partnership_id", models.TextField()),
                            output_field=models.TextField(),
                        ),
                    ),
                    models.When(
                        membership__isnull=False,
                        then=django.db.models.functions.text.Concat(
                            models.Value("membership:"),
                            django.db.models.functions.comparison.Cast("membership_id", models.TextField()),
                            output_field=models.TextField(),
                        ),
                    ),
                    models.When(
                        investment__isnull=False,
                        then=django.db.models.functions.text.Concat(
                            models.Value("investment:"),
                            django.db.models.functions.comparison.Cast("investment_id", models.TextField()),
                            output_field=models.TextField(),
                        ),
                    ),
                    models.When(
                        commitment__isnull=False,
                        then=django.db.models.functions.text.Concat(
                            models.Value("commitment:"),
                            django.db.models.functions.comparison.Cast("commitment_id", models.TextField()),
                            output_field=models.TextField(),
                        ),
                    ),
                    models.When(
                        energy_deal__isnull=False,
                        then=django.db.models.functions.text.Concat(
                            models.Value("energy_deal:"),
                            django.db.models.functions.comparison.Cast("energy_deal_id", models.TextField()),
                            output_field=models.TextField(),
                        ),
                    ),
                    models.When(
                        forecast__isnull=False,
                        then=django.db.models.functions.text.Concat(
                            models.Value("forecast:"),
                            django.db.models.functions.comparison.Cast("forecast_id", models.TextField()),
                            output_field=models.TextField(),
                        ),
                    ),
                    models.When(
                        observation__isnull=False,
                        then=django.db.models.functions.text.Concat(
                            models.Value("observation:"),
                            django.db.models.functions.comparison.Cast("observation_id", models.TextField()),
                            output_field=models.TextField(),
                        ),
                    ),
                    output_field=models.TextField(),
                ),
                output_field=models.TextField(),
                serialize=False,
            ),
        ),
        migrations.AddIndex(
            model_name="citation",
            index=models.Index(fields=["address", "field"], name="citation_address"),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.UniqueConstraint(
                fields=("article", "address", "field", "quote", "paragraph"),
                name="citation_is_made_once",
                nulls_distinct=False,
                violation_error_message="This phrase is cited for this field already.",
            ),
        ),
        migrations.AddIndex(
            model_name="citation",
            index=models.Index(
                condition=models.Q(("observation__isnull", False)), fields=["observation"], name="citation_observation"
            ),
        ),
        migrations.AddIndex(
            model_name="statement",
            index=models.Index(
                condition=models.Q(("observation__isnull", False)), fields=["observation"], name="statement_observation"
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.Exact(
                    models.Func(
                        models.F("organization"),
                        models.F("position"),
                        models.F("partnership"),
                        models.F("membership"),
                        models.F("investment"),
                        models.F("commitment"),
                        models.F("energy_deal"),
                        models.F("forecast"),
                        models.F("observation"),
                        function="num_nonnulls",
                        output_field=models.IntegerField(),
                    ),
                    1,
                ),
                name="citation_has_one_fact",
                violation_error_message="A citation supports exactly one fact.",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("unit", ""), ("value__isnull", True)),
                    models.Q(("unit__regex", "^([A-Z]{3}|MW|MWh|\\u0025|1)$"), ("value__isnull", False)),
                    _connector="OR",
                ),
                name="citation_value_has_unit",
                violation_error_message="State a unit with the value, and none without.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    models.Func(
                        models.F("organization"),
                        models.F("position"),
                        models.F("partnership"),
                        models.F("membership"),
                        models.F("investment"),
                        models.F("commitment"),
                        models.F("energy_deal"),
                        models.F("forecast"),
                        models.F("observation"),
                        models.F("person"),
                        models.F("publisher"),
                        function="num_nonnulls",
                        output_field=models.IntegerField(),
                    ),
                    1,
                ),
                name="statement_has_at_most_one_fact",
            ),
        ),
        migrations.AddField(
            model_name="observationevent",
            name="energy_deal",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aip.energydeal",
            ),
        ),
        migrations.AddField(
            model_name="observationevent",
            name="investment",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aip.investment",
            ),
        ),
        migrations.AddField(
            model_name="observationevent",
            name="organization",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aip.organization",
            ),
        ),
        migrations.AddField(
            model_name="observationevent",
            name="partnership",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aip.partnership",
            ),
        ),
        migrations.AddField(
            model_name="observationevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="aip.observation",
            ),
        ),
        migrations.AddConstraint(
            model_name="observation",
            constraint=models.CheckConstraint(
                condition=models.Q(("key__regex", "^[a-z0-9]+(-[a-z0-9]+)*$")),
                name="observation_key_is_a_key",
                violation_error_message="A key is small letters, digits and single hyphens: microsoft-openai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="observation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "measure",
                        models.Func(
                            models.F("measure"),
                            models.Value("^\\s+|\\s+$"),
                            models.Value(""),
                            models.Value("g"),
                            function="regexp_replace",
                        ),
                    ),
                    models.Q(("measure", ""), _negated=True),
                ),
                name="observation_measure_is_trimmed",
                violation_error_message="A name is not empty and has no space around it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="observation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("value__isnull", True), ("value_bound__in", ["", "undisclosed"])),
                    models.Q(
                        ("value__isnull", False), models.Q(("value_bound__in", ["", "undisclosed"]), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="observation_value_has_bound",
                violation_error_message="State the value with its bound; undisclosed means that there is no number.",
            ),
        ),
        migrations.AddConstraint(
            model_name="observation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "value_bound__in",
                        ["", "exact", "about", "at_least", "more_than", "up_to", "less_than", "range", "undisclosed"],
                    )
                ),
                name="observation_value_bound_is_known",
                violation_error_message="The bound of the value is one of: exact, about, at least, more than, up to, less than, range, undisclosed.",
            ),
        ),
        migrations.AddConstraint(
            model_name="observation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("value__isnull", True), models.Q(("value__gt", 0), ("value__isnull", False)), _connector="OR"
                ),
                name="observation_value_is_above_zero",
                violation_error_message="The value is a number above zero.",
            ),
        ),
        migrations.AddConstraint(
            model_name="observation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("value_high__isnull", True), models.Q(("value_bound", "range"), _negated=True)),
                    models.Q(
                        ("value__isnull", False),
                        ("value_bound", "range"),
                        ("value_high__gt", models.F("value")),
                        ("value_high__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="observation_value_range_has_two_ends",
                violation_error_message="A range of the value has an upper end above the lower; nothing else has one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="observation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("unit", ""), ("value__isnull", True)),
                    models.Q(("unit__regex", "^([A-Z]{3}|MW|MWh|\\u0025|1)$"), ("value__isnull", False)),
                    _connector="OR",
                ),
                name="observation_value_has_unit",
                violation_error_message="State a unit with the value, and none without.",
            ),
        ),
        migrations.AddConstraint(
            model_name="observation",
            constraint=models.CheckConstraint(
                condition=models.Q(("as_of", ""), ("as_of_earliest__isnull", False), _connector="OR"),
                name="observation_as_of_is_a_date",
                violation_error_message="State a date such as 2025, 2025-10, 2025-10-15, 2025~ or 2026-01/2026-06.",
            ),
        ),
        migrations.AddConstraint(
            model_name="observation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("organization__isnull", False),
                    ("partnership__isnull", False),
                    ("investment__isnull", False),
                    ("energy_deal__isnull", False),
                    models.Q(("site", ""), _negated=True),
                    _connector="OR",
                ),
                name="observation_is_about_something",
                violation_error_message="Name the organization, deal or site that it is about.",
            ),
        ),
        migrations.AddConstraint(
            model_name="observation",
            constraint=models.CheckConstraint(
                condition=models.Q(("value_bound", ""), ("words", ""), _negated=True),
                name="observation_says_something",
                violation_error_message="State a figure, or in words what is said.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="observation",
            trigger=pgtrigger.compiler.Trigger(
                name="uncheck_citations",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            UPDATE aip_citation c SET verdict = '', against = '', finding = '' FROM new_rows n JOIN old_rows o ON o.id = n.id\n            WHERE c.observation_id = n.id AND n IS DISTINCT FROM o;\n            RETURN NULL;\n        ",
                    hash="18d39076cf024d302a72f416aae54004fb62d5c4",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_uncheck_citations_0e110",
                    referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                    table="aip_observation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="observation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_observationevent" ("as_of", "energy_deal_id", "id", "investment_id", "key", "measure", "note", "organization_id", "partnership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "site", "unit", "value", "value_bound", "value_high", "words") SELECT new_values."as_of", new_values."energy_deal_id", new_values."id", new_values."investment_id", new_values."key", new_values."measure", new_values."note", new_values."organization_id", new_values."partnership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."site", new_values."unit", new_values."value", new_values."value_bound", new_values."value_high", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="26a4e3f6180cf31a28b74b81b115b89ece91750a",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_dbabe",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="aip_observation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="observation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_observationevent" ("as_of", "energy_deal_id", "id", "investment_id", "key", "measure", "note", "organization_id", "partnership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "site", "unit", "value", "value_bound", "value_high", "words") SELECT new_values."as_of", new_values."energy_deal_id", new_values."id", new_values."investment_id", new_values."key", new_values."measure", new_values."note", new_values."organization_id", new_values."partnership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."site", new_values."unit", new_values."value", new_values."value_bound", new_values."value_high", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."as_of" IS DISTINCT FROM (new_values."as_of") OR old_values."energy_deal_id" IS DISTINCT FROM (new_values."energy_deal_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."investment_id" IS DISTINCT FROM (new_values."investment_id") OR old_values."key" IS DISTINCT FROM (new_values."key") OR old_values."measure" IS DISTINCT FROM (new_values."measure") OR old_values."note" IS DISTINCT FROM (new_values."note") OR old_values."organization_id" IS DISTINCT FROM (new_values."organization_id") OR old_values."partnership_id" IS DISTINCT FROM (new_values."partnership_id") OR old_values."site" IS DISTINCT FROM (new_values."site") OR old_values."unit" IS DISTINCT FROM (new_values."unit") OR old_values."value" IS DISTINCT FROM (new_values."value") OR old_values."value_bound" IS DISTINCT FROM (new_values."value_bound") OR old_values."value_high" IS DISTINCT FROM (new_values."value_high") OR old_values."words" IS DISTINCT FROM (new_values."words")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="76caa23d37bbc2489fdc9878d4ca1d466cf7b147",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d30a4",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="aip_observation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="observation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_observationevent" ("as_of", "energy_deal_id", "id", "investment_id", "key", "measure", "note", "organization_id", "partnership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "site", "unit", "value", "value_bound", "value_high", "words") SELECT old_values."as_of", old_values."energy_deal_id", old_values."id", old_values."investment_id", old_values."key", old_values."measure", old_values."note", old_values."organization_id", old_values."partnership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."site", old_values."unit", old_values."value", old_values."value_bound", old_values."value_high", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="beb5a0f57ee8cc29d4002e314d47ce2a0e9232e4",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6090d",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="aip_observation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="observationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="098597985af6d4571c685eeacc57286827e80d4d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_54f77",
                    table="aip_observationevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
