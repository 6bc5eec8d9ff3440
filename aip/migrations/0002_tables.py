"""Every table, its rules, and the triggers that keep its history and the known names."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.db.models.lookups
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import aip.models.columns


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("aip", "0001_functions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Article",
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
                ("title", models.CharField(blank=True, max_length=500)),
                ("url", models.URLField(blank=True, max_length=1000)),
                (
                    "language",
                    models.CharField(
                        help_text="ISO 639-1 code: de, en, fr.",
                        max_length=2,
                        validators=[aip.models.columns.Check("language")],
                    ),
                ),
                (
                    "published",
                    models.CharField(
                        blank=True,
                        help_text="As precise as the source: 2025, 2025-10, 2025-10-15, 2025~ (about), 2026-01/2026-06 (within).",
                        max_length=25,
                        validators=[aip.models.columns.validate_stated_date],
                    ),
                ),
                (
                    "published_earliest",
                    models.GeneratedField(
                        db_persist=True,
                        expression=aip.models.columns.Earliest(models.F("published")),
                        output_field=models.DateField(null=True),
                        serialize=False,
                    ),
                ),
                ("text", models.TextField(blank=True, help_text="Paragraphs are separated by a blank line.")),
                (
                    "text_is",
                    models.CharField(
                        choices=[
                            ("digest", "digest in our own words, holding every quote as printed"),
                            ("original", "the original text"),
                            ("none", "no text held"),
                        ],
                        default="none",
                        max_length=10,
                    ),
                ),
                (
                    "source_name",
                    models.CharField(
                        blank=True, help_text="File name of the document that the text renders.", max_length=200
                    ),
                ),
                (
                    "source_sha256",
                    models.CharField(
                        blank=True,
                        help_text="SHA-256 of that document: whoever holds it can check every quote against it.",
                        max_length=64,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[0-9a-f]{64}$", "A SHA-256 is 64 digits and letters a to f."
                            )
                        ],
                    ),
                ),
            ],
            options={
                "ordering": [models.OrderBy(models.F("published_earliest"), descending=True, nulls_last=True), "key"],
            },
        ),
        migrations.CreateModel(
            name="Commitment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("note", models.TextField(blank=True, help_text="For other editors; not a fact.")),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("lead", "lead"),
                            ("co_lead", "co-lead"),
                            ("participant", "participant"),
                            ("anchor", "anchor"),
                            ("lender", "lender"),
                            ("arranger", "arranger"),
                            ("buyer", "buyer"),
                        ],
                        max_length=15,
                    ),
                ),
                ("amount", models.DecimalField(blank=True, decimal_places=2, max_digits=20, null=True)),
                ("amount_high", models.DecimalField(blank=True, decimal_places=2, max_digits=20, null=True)),
                (
                    "amount_bound",
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
                        default="undisclosed",
                        max_length=11,
                    ),
                ),
                (
                    "currency",
                    models.CharField(
                        blank=True,
                        help_text="ISO 4217 code: USD, EUR, AED.",
                        max_length=3,
                        validators=[aip.models.columns.Check("currency")],
                    ),
                ),
            ],
            options={
                "ordering": ["investment", "investor"],
            },
        ),
        migrations.CreateModel(
            name="EnergyDeal",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("ppa", "power purchase agreement"),
                            ("cooperation", "cooperation"),
                            ("framework", "framework"),
                            ("development", "development agreement"),
                            ("supply", "supply on site or over the grid"),
                            ("tariff", "green tariff"),
                            ("equipment", "equipment for making power"),
                            ("equity", "stake in a producer"),
                            ("option", "option"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "technology",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("nuclear", "nuclear"),
                                ("small_modular_reactor", "small modular reactor"),
                                ("fusion", "fusion"),
                                ("solar", "solar"),
                                ("wind", "wind"),
                                ("hydro", "hydro"),
                                ("geothermal", "geothermal"),
                                ("storage", "storage"),
                                ("natural_gas", "natural gas"),
                                ("fuel_cell", "fuel cell"),
                                ("on_site", "on-site generation"),
                                ("renewable", "renewable, not said which"),
                                ("carbon_free", "carbon-free, not said which"),
                            ],
                            max_length=30,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("capacity", models.DecimalField(blank=True, decimal_places=6, max_digits=18, null=True)),
                ("capacity_high", models.DecimalField(blank=True, decimal_places=6, max_digits=18, null=True)),
                (
                    "capacity_bound",
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
                ("energy", models.DecimalField(blank=True, decimal_places=6, max_digits=18, null=True)),
                ("energy_high", models.DecimalField(blank=True, decimal_places=6, max_digits=18, null=True)),
                (
                    "energy_bound",
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
                ("term_years", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "starts",
                    models.CharField(
                        blank=True,
                        help_text="As precise as the source: 2025, 2025-10, 2025-10-15, 2025~ (about), 2026-01/2026-06 (within).",
                        max_length=25,
                        validators=[aip.models.columns.validate_stated_date],
                    ),
                ),
                (
                    "starts_earliest",
                    models.GeneratedField(
                        db_persist=True,
                        expression=aip.models.columns.Earliest(models.F("starts")),
                        output_field=models.DateField(null=True),
                        serialize=False,
                    ),
                ),
                ("site", models.CharField(blank=True, max_length=200)),
                (
                    "country",
                    models.CharField(
                        blank=True,
                        help_text="ISO 3166-1 code: US, AE, DE.",
                        max_length=2,
                        validators=[aip.models.columns.Check("country")],
                        verbose_name="country",
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("rumoured", "rumoured"),
                            ("target", "target"),
                            ("letter_of_intent", "letter of intent"),
                            ("agreed", "agreed"),
                            ("committed", "committed"),
                            ("closed", "closed"),
                            ("cancelled", "cancelled"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "announced",
                    models.CharField(
                        blank=True,
                        help_text="As precise as the source: 2025, 2025-10, 2025-10-15, 2025~ (about), 2026-01/2026-06 (within).",
                        max_length=25,
                        validators=[aip.models.columns.validate_stated_date],
                    ),
                ),
                (
                    "announced_earliest",
                    models.GeneratedField(
                        db_persist=True,
                        expression=aip.models.columns.Earliest(models.F("announced")),
                        output_field=models.DateField(null=True),
                        serialize=False,
                    ),
                ),
            ],
            options={
                "ordering": [models.OrderBy(models.F("announced_earliest"), descending=True, nulls_last=True), "key"],
            },
        ),
        migrations.CreateModel(
            name="Forecast",
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
                    "metric",
                    models.CharField(
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
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "region",
                    models.CharField(help_text="ISO 3166-1 code of a country, or world, europe, eu.", max_length=6),
                ),
                ("year", models.PositiveSmallIntegerField()),
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
                        default="exact",
                        max_length=11,
                    ),
                ),
                ("unit", models.CharField(blank=True, help_text="MW, MWh, or an ISO 4217 code.", max_length=3)),
            ],
            options={
                "ordering": ["year", "metric", "key"],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("note", models.TextField(blank=True, help_text="For other editors; not a fact.")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("founder", "founder"),
                            ("lead", "lead"),
                            ("member", "member"),
                            ("partner", "partner"),
                            ("manager", "manager or general partner"),
                            ("limited_partner", "limited partner"),
                            ("anchor_investor", "anchor investor"),
                            ("investor", "investor"),
                            ("lender", "lender"),
                            ("technology_adviser", "technology adviser"),
                            ("technology_partner", "technology partner"),
                            ("chip_supplier", "chip supplier"),
                            ("cloud_provider", "cloud provider"),
                            ("supplier", "supplier"),
                            ("customer", "customer"),
                            ("developer", "developer"),
                            ("builder", "builder"),
                            ("operator", "operator"),
                            ("owner", "owner"),
                            ("land_provider", "land provider"),
                            ("lessee", "lessee"),
                            ("energy_supplier", "energy supplier"),
                            ("energy_partner", "energy partner"),
                            ("offtaker", "offtaker"),
                            ("utility", "utility"),
                            ("government_sponsor", "government sponsor"),
                            ("sponsor", "sponsor"),
                            ("adviser", "adviser"),
                        ],
                        default="member",
                        max_length=30,
                    ),
                ),
                (
                    "joined",
                    models.CharField(
                        blank=True,
                        help_text="As precise as the source: 2025, 2025-10, 2025-10-15, 2025~ (about), 2026-01/2026-06 (within).",
                        max_length=25,
                        validators=[aip.models.columns.validate_stated_date],
                    ),
                ),
                (
                    "joined_earliest",
                    models.GeneratedField(
                        db_persist=True,
                        expression=aip.models.columns.Earliest(models.F("joined")),
                        output_field=models.DateField(null=True),
                        serialize=False,
                    ),
                ),
                (
                    "left",
                    models.CharField(
                        blank=True,
                        help_text="As precise as the source: 2025, 2025-10, 2025-10-15, 2025~ (about), 2026-01/2026-06 (within).",
                        max_length=25,
                        validators=[aip.models.columns.validate_stated_date],
                    ),
                ),
                (
                    "left_earliest",
                    models.GeneratedField(
                        db_persist=True,
                        expression=aip.models.columns.Earliest(models.F("left")),
                        output_field=models.DateField(null=True),
                        serialize=False,
                    ),
                ),
            ],
            options={
                "ordering": ["partnership", "organization", "role"],
            },
        ),
        migrations.CreateModel(
            name="PersonEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("note", models.TextField(blank=True, help_text="For other editors; not a fact.")),
                (
                    "name",
                    models.CharField(help_text="Of two people of one name, add what tells them apart.", max_length=200),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Position",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("note", models.TextField(blank=True, help_text="For other editors; not a fact.")),
                ("title", models.CharField(max_length=200)),
                (
                    "since",
                    models.CharField(
                        blank=True,
                        help_text="As precise as the source: 2025, 2025-10, 2025-10-15, 2025~ (about), 2026-01/2026-06 (within).",
                        max_length=25,
                        validators=[aip.models.columns.validate_stated_date],
                        verbose_name="from",
                    ),
                ),
                (
                    "since_earliest",
                    models.GeneratedField(
                        db_persist=True,
                        expression=aip.models.columns.Earliest(models.F("since")),
                        output_field=models.DateField(null=True),
                        serialize=False,
                    ),
                ),
                (
                    "until",
                    models.CharField(
                        blank=True,
                        help_text="As precise as the source: 2025, 2025-10, 2025-10-15, 2025~ (about), 2026-01/2026-06 (within).",
                        max_length=25,
                        validators=[aip.models.columns.validate_stated_date],
                        verbose_name="to",
                    ),
                ),
                (
                    "until_earliest",
                    models.GeneratedField(
                        db_persist=True,
                        expression=aip.models.columns.Earliest(models.F("until")),
                        output_field=models.DateField(null=True),
                        serialize=False,
                    ),
                ),
            ],
            options={
                "ordering": ["organization", "person"],
            },
        ),
        migrations.CreateModel(
            name="PositionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("note", models.TextField(blank=True, help_text="For other editors; not a fact.")),
                ("title", models.CharField(max_length=200)),
                (
                    "since",
                    models.CharField(
                        blank=True,
                        help_text="As precise as the source: 2025, 2025-10, 2025-10-15, 2025~ (about), 2026-01/2026-06 (within).",
                        max_length=25,
                        validators=[aip.models.columns.validate_stated_date],
                        verbose_name="from",
                    ),
                ),
                (
                    "until",
                    models.CharField(
                        blank=True,
                        help_text="As precise as the source: 2025, 2025-10, 2025-10-15, 2025~ (about), 2026-01/2026-06 (within).",
                        max_length=25,
                        validators=[aip.models.columns.validate_stated_date],
                        verbose_name="to",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Publisher",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("note", models.TextField(blank=True, help_text="For other editors; not a fact.")),
                ("name", models.CharField(max_length=200)),
                (
                    "country",
                    models.CharField(
                        blank=True,
                        help_text="ISO 3166-1 code: US, AE, DE.",
                        max_length=2,
                        validators=[aip.models.columns.Check("country")],
                        verbose_name="country",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("wire", "news agency"),
                            ("newspaper", "newspaper"),
                            ("broadcaster", "broadcaster"),
                            ("trade_press", "trade press"),
                            ("online", "online magazine"),
                            ("company", "company newsroom"),
                            ("government", "government"),
                            ("regulator", "regulator or filing"),
                            ("research", "research body"),
                        ],
                        max_length=15,
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="PublisherEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("note", models.TextField(blank=True, help_text="For other editors; not a fact.")),
                ("name", models.CharField(max_length=200)),
                (
                    "country",
                    models.CharField(
                        blank=True,
                        help_text="ISO 3166-1 code: US, AE, DE.",
                        max_length=2,
                        validators=[aip.models.columns.Check("country")],
                        verbose_name="country",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("wire", "news agency"),
                            ("newspaper", "newspaper"),
                            ("broadcaster", "broadcaster"),
                            ("trade_press", "trade press"),
                            ("online", "online magazine"),
                            ("company", "company newsroom"),
                            ("government", "government"),
                            ("regulator", "regulator or filing"),
                            ("research", "research body"),
                        ],
                        max_length=15,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=20)),
                ("named", models.TextField(help_text="What the file calls the fact.")),
                ("values", models.JSONField(default=dict)),
            ],
            options={
                "default_related_name": "statements",
            },
        ),
        migrations.CreateModel(
            name="ArticleEvent",
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
                ("title", models.CharField(blank=True, max_length=500)),
                ("url", models.URLField(blank=True, max_length=1000)),
                (
                    "language",
                    models.CharField(
                        help_text="ISO 639-1 code: de, en, fr.",
                        max_length=2,
                        validators=[aip.models.columns.Check("language")],
                    ),
                ),
                (
                    "published",
                    models.CharField(
                        blank=True,
                        help_text="As precise as the source: 2025, 2025-10, 2025-10-15, 2025~ (about), 2026-01/2026-06 (within).",
                        max_length=25,
                        validators=[aip.models.columns.validate_stated_date],
                    ),
                ),
                ("text", models.TextField(blank=True, help_text="Paragraphs are separated by a blank line.")),
                (
                    "text_is",
                    models.CharField(
                        choices=[
                            ("digest", "digest in our own words, holding every quote as printed"),
                            ("original", "the original text"),
                            ("none", "no text held"),
                        ],
                        default="none",
                        max_length=10,
                    ),
                ),
                (
                    "source_name",
                    models.CharField(
                        blank=True, help_text="File name of the document that the text renders.", max_length=200
                    ),
                ),
                (
                    "source_sha256",
                    models.CharField(
                        blank=True,
                        help_text="SHA-256 of that document: whoever holds it can check every quote against it.",
                        max_length=64,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[0-9a-f]{64}$", "A SHA-256 is 64 digits and letters a to f."
                            )
                        ],
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="aip.article",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Citation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("note", models.TextField(blank=True, help_text="For other editors; not a fact.")),
                (
                    "paragraph",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Counted from 1; needed only where the quote stands in several.",
                        null=True,
                    ),
                ),
                ("quote", models.CharField(help_text="Exactly as printed; a dozen words at most.", max_length=300)),
                (
                    "field",
                    models.CharField(
                        blank=True,
                        help_text="Which field of the fact the quote supports; blank for the fact as a whole.",
                        max_length=30,
                    ),
                ),
                ("value", models.DecimalField(blank=True, decimal_places=6, max_digits=24, null=True)),
                ("value_high", models.DecimalField(blank=True, decimal_places=6, max_digits=24, null=True)),
                ("unit", models.CharField(blank=True, max_length=3)),
                (
                    "bound",
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
                        max_length=11,
                    ),
                ),
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("supported", "supported"),
                            ("contradicted", "contradicted"),
                            ("not_judgeable", "cannot be judged"),
                        ],
                        editable=False,
                        help_text="Blank: unchecked.",
                        max_length=15,
                        serialize=False,
                    ),
                ),
                (
                    "against",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("text", "the text, which does not hold it"),
                            ("citation", "the figure that the citation states"),
                            ("fact", "the fact"),
                        ],
                        editable=False,
                        help_text="What a contradicted quote stands against.",
                        max_length=10,
                        serialize=False,
                    ),
                ),
                (
                    "finding",
                    models.TextField(
                        blank=True, editable=False, help_text="Why the verdict is what it is.", serialize=False
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="citations", to="aip.article"
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="aip.commitment",
                    ),
                ),
                (
                    "energy_deal",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="aip.energydeal",
                    ),
                ),
                (
                    "forecast",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="aip.forecast",
                    ),
                ),
            ],
            options={
                "ordering": ["article", "paragraph", "pk"],
                "default_related_name": "citations",
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("note", models.TextField(blank=True, help_text="For other editors; not a fact.")),
                ("reason", models.TextField()),
                (
                    "decided_by_name",
                    models.CharField(blank=True, help_text="Kept when the user is gone.", max_length=150),
                ),
                ("decided_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "citation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="aip.citation"
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-decided_at"],
            },
        ),
        migrations.CreateModel(
            name="DecisionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("note", models.TextField(blank=True, help_text="For other editors; not a fact.")),
                ("reason", models.TextField()),
                (
                    "decided_by_name",
                    models.CharField(blank=True, help_text="Kept when the user is gone.", max_length=150),
                ),
                ("decided_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "citation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aip.citation",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="aip.decision",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Investment",
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
                ("title", models.CharField(blank=True, max_length=200)),
                ("amount", models.DecimalField(blank=True, decimal_places=2, max_digits=20, null=True)),
                ("amount_high", models.DecimalField(blank=True, decimal_places=2, max_digits=20, null=True)),
                (
                    "amount_bound",
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
                        default="undisclosed",
                        max_length=11,
                    ),
                ),
                (
                    "currency",
                    models.CharField(
                        blank=True,
                        help_text="ISO 4217 code: USD, EUR, AED.",
                        max_length=3,
                        validators=[aip.models.columns.Check("currency")],
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("equity", "equity"),
                            ("debt", "debt"),
                            ("equity_and_debt", "equity and debt"),
                            ("enterprise_value", "enterprise value"),
                            ("purchase_commitment", "purchase commitment"),
                            ("capital_expenditure", "capital expenditure"),
                            ("unspecified", "unspecified"),
                        ],
                        default="unspecified",
                        max_length=20,
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("rumoured", "rumoured"),
                            ("target", "target"),
                            ("letter_of_intent", "letter of intent"),
                            ("agreed", "agreed"),
                            ("committed", "committed"),
                            ("closed", "closed"),
                            ("cancelled", "cancelled"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "announced",
                    models.CharField(
                        blank=True,
                        help_text="As precise as the source: 2025, 2025-10, 2025-10-15, 2025~ (about), 2026-01/2026-06 (within).",
                        max_length=25,
                        validators=[aip.models.columns.validate_stated_date],
                    ),
                ),
                (
                    "announced_earliest",
                    models.GeneratedField(
                        db_persist=True,
                        expression=aip.models.columns.Earliest(models.F("announced")),
                        output_field=models.DateField(null=True),
                        serialize=False,
                    ),
                ),
                (
                    "closed",
                    models.CharField(
                        blank=True,
                        help_text="As precise as the source: 2025, 2025-10, 2025-10-15, 2025~ (about), 2026-01/2026-06 (within).",
                        max_length=25,
                        validators=[aip.models.columns.validate_stated_date],
                    ),
                ),
                (
                    "closed_earliest",
                    models.GeneratedField(
                        db_persist=True,
                        expression=aip.models.columns.Earliest(models.F("closed")),
                        output_field=models.DateField(null=True),
                        serialize=False,
                    ),
                ),
                (
                    "draws_on",
                    models.ForeignKey(
                        blank=True,
                        help_text="The pool or ceiling of which this is a part.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drawn",
                        to="aip.investment",
                    ),
                ),
            ],
            options={
                "ordering": [models.OrderBy(models.F("announced_earliest"), descending=True, nulls_last=True), "key"],
            },
        ),
        migrations.AddField(
            model_name="commitment",
            name="investment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="commitments", to="aip.investment"
            ),
        ),
        migrations.AddField(
            model_name="citation",
            name="investment",
            field=models.ForeignKey(
                blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, to="aip.investment"
            ),
        ),
        migrations.AddField(
            model_name="citation",
            name="membership",
            field=models.ForeignKey(
                blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, to="aip.membership"
            ),
        ),
        migrations.CreateModel(
            name="Organization",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("note", models.TextField(blank=True, help_text="For other editors; not a fact.")),
                ("name", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("company", "company"),
                            ("ai_lab", "AI lab"),
                            ("cloud_provider", "cloud provider"),
                            ("chip_maker", "chip maker"),
                            ("data_centre_operator", "data centre operator"),
                            ("equipment_maker", "equipment maker"),
                            ("utility", "utility"),
                            ("power_producer", "power producer"),
                            ("energy_developer", "energy developer"),
                            ("grid_operator", "grid operator"),
                            ("asset_manager", "asset manager"),
                            ("investment_company", "investment company"),
                            ("sovereign_fund", "sovereign fund"),
                            ("venture_capital", "venture capital"),
                            ("fund", "fund"),
                            ("bank", "bank"),
                            ("holding_company", "holding company"),
                            ("project_company", "project company"),
                            ("joint_venture", "joint venture"),
                            ("consortium", "consortium"),
                            ("government", "government"),
                            ("public_body", "public body"),
                            ("regulator", "regulator"),
                            ("intergovernmental_body", "intergovernmental body"),
                            ("research_body", "research body"),
                            ("industry_association", "industry association"),
                            ("consultancy", "consultancy"),
                            ("nonprofit", "nonprofit"),
                        ],
                        max_length=30,
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True,
                        help_text="ISO 3166-1 code: US, AE, DE.",
                        max_length=2,
                        validators=[aip.models.columns.Check("country")],
                        verbose_name="country",
                    ),
                ),
                ("website", models.URLField(blank=True, max_length=500)),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="subsidiaries",
                        to="aip.organization",
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.AddField(
            model_name="membership",
            name="organization",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="memberships", to="aip.organization"
            ),
        ),
        migrations.CreateModel(
            name="KnownName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("folded", models.TextField()),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="known_names",
                        to="aip.organization",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="investment",
            name="recipient",
            field=models.ForeignKey(
                blank=True,
                help_text="None for a programme that is not one company.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="funding",
                to="aip.organization",
            ),
        ),
        migrations.CreateModel(
            name="ForecastEvent",
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
                    "metric",
                    models.CharField(
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
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "region",
                    models.CharField(help_text="ISO 3166-1 code of a country, or world, europe, eu.", max_length=6),
                ),
                ("year", models.PositiveSmallIntegerField()),
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
                        default="exact",
                        max_length=11,
                    ),
                ),
                ("unit", models.CharField(blank=True, help_text="MW, MWh, or an ISO 4217 code.", max_length=3)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="aip.forecast",
                    ),
                ),
                (
                    "forecaster",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aip.organization",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="forecast",
            name="forecaster",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="forecasts",
                to="aip.organization",
            ),
        ),
        migrations.AddField(
            model_name="energydeal",
            name="offtaker",
            field=models.ForeignKey(
                blank=True,
                help_text="The buyer.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="energy_bought",
                to="aip.organization",
            ),
        ),
        migrations.AddField(
            model_name="energydeal",
            name="supplier",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="energy_supplied",
                to="aip.organization",
            ),
        ),
        migrations.CreateModel(
            name="CommitmentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("note", models.TextField(blank=True, help_text="For other editors; not a fact.")),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("lead", "lead"),
                            ("co_lead", "co-lead"),
                            ("participant", "participant"),
                            ("anchor", "anchor"),
                            ("lender", "lender"),
                            ("arranger", "arranger"),
                            ("buyer", "buyer"),
                        ],
                        max_length=15,
                    ),
                ),
                ("amount", models.DecimalField(blank=True, decimal_places=2, max_digits=20, null=True)),
                ("amount_high", models.DecimalField(blank=True, decimal_places=2, max_digits=20, null=True)),
                (
                    "amount_bound",
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
                        default="undisclosed",
                        max_length=11,
                    ),
                ),
                (
                    "currency",
                    models.CharField(
                        blank=True,
                        help_text="ISO 4217 code: USD, EUR, AED.",
                        max_length=3,
                        validators=[aip.models.columns.Check("currency")],
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="aip.commitment",
                    ),
                ),
                (
                    "investment",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aip.investment",
                    ),
                ),
                (
                    "investor",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aip.organization",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="commitment",
            name="investor",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="commitments", to="aip.organization"
            ),
        ),
        migrations.AddField(
            model_name="citation",
            name="organization",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="aip.organization",
            ),
        ),
        migrations.CreateModel(
            name="OrganizationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("note", models.TextField(blank=True, help_text="For other editors; not a fact.")),
                ("name", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("company", "company"),
                            ("ai_lab", "AI lab"),
                            ("cloud_provider", "cloud provider"),
                            ("chip_maker", "chip maker"),
                            ("data_centre_operator", "data centre operator"),
                            ("equipment_maker", "equipment maker"),
                            ("utility", "utility"),
                            ("power_producer", "power producer"),
                            ("energy_developer", "energy developer"),
                            ("grid_operator", "grid operator"),
                            ("asset_manager", "asset manager"),
                            ("investment_company", "investment company"),
                            ("sovereign_fund", "sovereign fund"),
                            ("venture_capital", "venture capital"),
                            ("fund", "fund"),
                            ("bank", "bank"),
                            ("holding_company", "holding company"),
                            ("project_company", "project company"),
                            ("joint_venture", "joint venture"),
                            ("consortium", "consortium"),
                            ("government", "government"),
                            ("public_body", "public body"),
                            ("regulator", "regulator"),
                            ("intergovernmental_body", "intergovernmental body"),
                            ("research_body", "research body"),
                            ("industry_association", "industry association"),
                            ("consultancy", "consultancy"),
                            ("nonprofit", "nonprofit"),
                        ],
                        max_length=30,
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True,
                        help_text="ISO 3166-1 code: US, AE, DE.",
                        max_length=2,
                        validators=[aip.models.columns.Check("country")],
                        verbose_name="country",
                    ),
                ),
                ("website", models.URLField(blank=True, max_length=500)),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aip.organization",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="aip.organization",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OrganizationIdentifier",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("note", models.TextField(blank=True, help_text="For other editors; not a fact.")),
                (
                    "scheme",
                    models.CharField(
                        choices=[
                            ("lei", "LEI (ISO 17442)"),
                            ("isin", "ISIN (ISO 6166)"),
                            ("wikidata", "Wikidata"),
                            ("ticker", "ticker, with exchange"),
                            ("cik", "CIK (SEC)"),
                            ("company_number", "company number, with country"),
                        ],
                        max_length=20,
                    ),
                ),
                ("value", models.CharField(max_length=60)),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="identifiers", to="aip.organization"
                    ),
                ),
            ],
            options={
                "verbose_name": "identifier",
                "ordering": ["scheme", "value"],
            },
        ),
        migrations.CreateModel(
            name="OrganizationIdentifierEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("note", models.TextField(blank=True, help_text="For other editors; not a fact.")),
                (
                    "scheme",
                    models.CharField(
                        choices=[
                            ("lei", "LEI (ISO 17442)"),
                            ("isin", "ISIN (ISO 6166)"),
                            ("wikidata", "Wikidata"),
                            ("ticker", "ticker, with exchange"),
                            ("cik", "CIK (SEC)"),
                            ("company_number", "company number, with country"),
                        ],
                        max_length=20,
                    ),
                ),
                ("value", models.CharField(max_length=60)),
                (
                    "organization",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aip.organization",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="aip.organizationidentifier",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OrganizationName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("note", models.TextField(blank=True, help_text="For other editors; not a fact.")),
                ("name", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[("alias", "alias"), ("former", "former"), ("legal", "legal"), ("short", "short")],
                        default="alias",
                        max_length=10,
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="other_names", to="aip.organization"
                    ),
                ),
            ],
            options={
                "verbose_name": "other name",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="OrganizationNameEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("note", models.TextField(blank=True, help_text="For other editors; not a fact.")),
                ("name", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[("alias", "alias"), ("former", "former"), ("legal", "legal"), ("short", "short")],
                        default="alias",
                        max_length=10,
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aip.organization",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="aip.organizationname",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Partnership",
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
                ("name", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("consortium", "consortium"),
                            ("joint_venture", "joint venture"),
                            ("strategic_alliance", "strategic alliance"),
                            ("supply_agreement", "supply agreement"),
                            ("compute_contract", "cloud or compute contract"),
                            ("framework_agreement", "framework agreement"),
                            ("equity_partnership", "equity partnership"),
                            ("memorandum", "memorandum of understanding"),
                        ],
                        max_length=30,
                    ),
                ),
                (
                    "announced",
                    models.CharField(
                        blank=True,
                        help_text="As precise as the source: 2025, 2025-10, 2025-10-15, 2025~ (about), 2026-01/2026-06 (within).",
                        max_length=25,
                        validators=[aip.models.columns.validate_stated_date],
                    ),
                ),
                (
                    "announced_earliest",
                    models.GeneratedField(
                        db_persist=True,
                        expression=aip.models.columns.Earliest(models.F("announced")),
                        output_field=models.DateField(null=True),
                        serialize=False,
                    ),
                ),
                ("purpose", models.TextField(blank=True)),
                (
                    "binding",
                    models.CharField(
                        choices=[("binding", "binding"), ("non_binding", "non-binding"), ("unknown", "unknown")],
                        default="unknown",
                        max_length=15,
                    ),
                ),
                (
                    "acts_as",
                    models.ForeignKey(
                        blank=True,
                        help_text="The organization that signs or invests in the partnership's name, if there is one.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acts_for",
                        to="aip.organization",
                    ),
                ),
            ],
            options={
                "ordering": [models.OrderBy(models.F("announced_earliest"), descending=True, nulls_last=True), "key"],
            },
        ),
        migrations.CreateModel(
            name="MembershipEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("note", models.TextField(blank=True, help_text="For other editors; not a fact.")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("founder", "founder"),
                            ("lead", "lead"),
                            ("member", "member"),
                            ("partner", "partner"),
                            ("manager", "manager or general partner"),
                            ("limited_partner", "limited partner"),
                            ("anchor_investor", "anchor investor"),
                            ("investor", "investor"),
                            ("lender", "lender"),
                            ("technology_adviser", "technology adviser"),
                            ("technology_partner", "technology partner"),
                            ("chip_supplier", "chip supplier"),
                            ("cloud_provider", "cloud provider"),
                            ("supplier", "supplier"),
                            ("customer", "customer"),
                            ("developer", "developer"),
                            ("builder", "builder"),
                            ("operator", "operator"),
                            ("owner", "owner"),
                            ("land_provider", "land provider"),
                            ("lessee", "lessee"),
                            ("energy_supplier", "energy supplier"),
                            ("energy_partner", "energy partner"),
                            ("offtaker", "offtaker"),
                            ("utility", "utility"),
                            ("government_sponsor", "government sponsor"),
                            ("sponsor", "sponsor"),
                            ("adviser", "adviser"),
                        ],
                        default="member",
                        max_length=30,
                    ),
                ),
                (
                    "joined",
                    models.CharField(
                        blank=True,
                        help_text="As precise as the source: 2025, 2025-10, 2025-10-15, 2025~ (about), 2026-01/2026-06 (within).",
                        max_length=25,
                        validators=[aip.models.columns.validate_stated_date],
                    ),
                ),
                (
                    "left",
                    models.CharField(
                        blank=True,
                        help_text="As precise as the source: 2025, 2025-10, 2025-10-15, 2025~ (about), 2026-01/2026-06 (within).",
                        max_length=25,
                        validators=[aip.models.columns.validate_stated_date],
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="aip.membership",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aip.organization",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aip.partnership",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="membership",
            name="partnership",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="memberships", to="aip.partnership"
            ),
        ),
        migrations.CreateModel(
            name="InvestmentEvent",
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
                ("title", models.CharField(blank=True, max_length=200)),
                ("amount", models.DecimalField(blank=True, decimal_places=2, max_digits=20, null=True)),
                ("amount_high", models.DecimalField(blank=True, decimal_places=2, max_digits=20, null=True)),
                (
                    "amount_bound",
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
                        default="undisclosed",
                        max_length=11,
                    ),
                ),
                (
                    "currency",
                    models.CharField(
                        blank=True,
                        help_text="ISO 4217 code: USD, EUR, AED.",
                        max_length=3,
                        validators=[aip.models.columns.Check("currency")],
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("equity", "equity"),
                            ("debt", "debt"),
                            ("equity_and_debt", "equity and debt"),
                            ("enterprise_value", "enterprise value"),
                            ("purchase_commitment", "purchase commitment"),
                            ("capital_expenditure", "capital expenditure"),
                            ("unspecified", "unspecified"),
                        ],
                        default="unspecified",
                        max_length=20,
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("rumoured", "rumoured"),
                            ("target", "target"),
                            ("letter_of_intent", "letter of intent"),
                            ("agreed", "agreed"),
                            ("committed", "committed"),
                            ("closed", "closed"),
                            ("cancelled", "cancelled"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "announced",
                    models.CharField(
                        blank=True,
                        help_text="As precise as the source: 2025, 2025-10, 2025-10-15, 2025~ (about), 2026-01/2026-06 (within).",
                        max_length=25,
                        validators=[aip.models.columns.validate_stated_date],
                    ),
                ),
                (
                    "closed",
                    models.CharField(
                        blank=True,
                        help_text="As precise as the source: 2025, 2025-10, 2025-10-15, 2025~ (about), 2026-01/2026-06 (within).",
                        max_length=25,
                        validators=[aip.models.columns.validate_stated_date],
                    ),
                ),
                (
                    "draws_on",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The pool or ceiling of which this is a part.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aip.investment",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="aip.investment",
                    ),
                ),
                (
                    "recipient",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="None for a programme that is not one company.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aip.organization",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aip.partnership",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="investment",
            name="partnership",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="investments",
                to="aip.partnership",
            ),
        ),
        migrations.CreateModel(
            name="EnergyDealEvent",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("ppa", "power purchase agreement"),
                            ("cooperation", "cooperation"),
                            ("framework", "framework"),
                            ("development", "development agreement"),
                            ("supply", "supply on site or over the grid"),
                            ("tariff", "green tariff"),
                            ("equipment", "equipment for making power"),
                            ("equity", "stake in a producer"),
                            ("option", "option"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "technology",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("nuclear", "nuclear"),
                                ("small_modular_reactor", "small modular reactor"),
                                ("fusion", "fusion"),
                                ("solar", "solar"),
                                ("wind", "wind"),
                                ("hydro", "hydro"),
                                ("geothermal", "geothermal"),
                                ("storage", "storage"),
                                ("natural_gas", "natural gas"),
                                ("fuel_cell", "fuel cell"),
                                ("on_site", "on-site generation"),
                                ("renewable", "renewable, not said which"),
                                ("carbon_free", "carbon-free, not said which"),
                            ],
                            max_length=30,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("capacity", models.DecimalField(blank=True, decimal_places=6, max_digits=18, null=True)),
                ("capacity_high", models.DecimalField(blank=True, decimal_places=6, max_digits=18, null=True)),
                (
                    "capacity_bound",
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
                ("energy", models.DecimalField(blank=True, decimal_places=6, max_digits=18, null=True)),
                ("energy_high", models.DecimalField(blank=True, decimal_places=6, max_digits=18, null=True)),
                (
                    "energy_bound",
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
                ("term_years", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "starts",
                    models.CharField(
                        blank=True,
                        help_text="As precise as the source: 2025, 2025-10, 2025-10-15, 2025~ (about), 2026-01/2026-06 (within).",
                        max_length=25,
                        validators=[aip.models.columns.validate_stated_date],
                    ),
                ),
                ("site", models.CharField(blank=True, max_length=200)),
                (
                    "country",
                    models.CharField(
                        blank=True,
                        help_text="ISO 3166-1 code: US, AE, DE.",
                        max_length=2,
                        validators=[aip.models.columns.Check("country")],
                        verbose_name="country",
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("rumoured", "rumoured"),
                            ("target", "target"),
                            ("letter_of_intent", "letter of intent"),
                            ("agreed", "agreed"),
                            ("committed", "committed"),
                            ("closed", "closed"),
                            ("cancelled", "cancelled"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "announced",
                    models.CharField(
                        blank=True,
                        help_text="As precise as the source: 2025, 2025-10, 2025-10-15, 2025~ (about), 2026-01/2026-06 (within).",
                        max_length=25,
                        validators=[aip.models.columns.validate_stated_date],
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="aip.energydeal",
                    ),
                ),
                (
                    "offtaker",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The buyer.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aip.organization",
                    ),
                ),
                (
                    "supplier",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aip.organization",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aip.partnership",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="energydeal",
            name="partnership",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="energy_deals",
                to="aip.partnership",
            ),
        ),
        migrations.CreateModel(
            name="CitationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("note", models.TextField(blank=True, help_text="For other editors; not a fact.")),
                (
                    "paragraph",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Counted from 1; needed only where the quote stands in several.",
                        null=True,
                    ),
                ),
                ("quote", models.CharField(help_text="Exactly as printed; a dozen words at most.", max_length=300)),
                (
                    "field",
                    models.CharField(
                        blank=True,
                        help_text="Which field of the fact the quote supports; blank for the fact as a whole.",
                        max_length=30,
                    ),
                ),
                ("value", models.DecimalField(blank=True, decimal_places=6, max_digits=24, null=True)),
                ("value_high", models.DecimalField(blank=True, decimal_places=6, max_digits=24, null=True)),
                ("unit", models.CharField(blank=True, max_length=3)),
                (
                    "bound",
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
                        max_length=11,
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aip.article",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="aip.citation",
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aip.commitment",
                    ),
                ),
                (
                    "energy_deal",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aip.energydeal",
                    ),
                ),
                (
                    "forecast",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aip.forecast",
                    ),
                ),
                (
                    "investment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aip.investment",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aip.membership",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aip.organization",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aip.partnership",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="citation",
            name="partnership",
            field=models.ForeignKey(
                blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, to="aip.partnership"
            ),
        ),
        migrations.CreateModel(
            name="PartnershipEvent",
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
                ("name", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("consortium", "consortium"),
                            ("joint_venture", "joint venture"),
                            ("strategic_alliance", "strategic alliance"),
                            ("supply_agreement", "supply agreement"),
                            ("compute_contract", "cloud or compute contract"),
                            ("framework_agreement", "framework agreement"),
                            ("equity_partnership", "equity partnership"),
                            ("memorandum", "memorandum of understanding"),
                        ],
                        max_length=30,
                    ),
                ),
                (
                    "announced",
                    models.CharField(
                        blank=True,
                        help_text="As precise as the source: 2025, 2025-10, 2025-10-15, 2025~ (about), 2026-01/2026-06 (within).",
                        max_length=25,
                        validators=[aip.models.columns.validate_stated_date],
                    ),
                ),
                ("purpose", models.TextField(blank=True)),
                (
                    "binding",
                    models.CharField(
                        choices=[("binding", "binding"), ("non_binding", "non-binding"), ("unknown", "unknown")],
                        default="unknown",
                        max_length=15,
                    ),
                ),
                (
                    "acts_as",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The organization that signs or invests in the partnership's name, if there is one.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aip.organization",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="aip.partnership",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("note", models.TextField(blank=True, help_text="For other editors; not a fact.")),
                (
                    "name",
                    models.CharField(help_text="Of two people of one name, add what tells them apart.", max_length=200),
                ),
            ],
            options={
                "verbose_name_plural": "people",
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(
                        aip.models.columns.Fold("name"),
                        name="person_name_is_unique",
                        violation_error_message="Known already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "name",
                                models.Func(
                                    models.F("name"),
                                    models.Value("^\\s+|\\s+$"),
                                    models.Value(""),
                                    models.Value("g"),
                                    function="regexp_replace",
                                ),
                            ),
                            models.Q(("name", ""), _negated=True),
                        ),
                        name="person_name_is_trimmed",
                        violation_error_message="A name is not empty and has no space around it.",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="uncheck_positions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            UPDATE aip_citation c SET verdict = '', against = '', finding = '' FROM aip_position p JOIN new_rows n ON n.id = p.person_id WHERE c.position_id = p.id;\n            RETURN NULL;\n        ",
                    hash="7c9a76cb08161980c47481e3ab69d945a64e3094",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_uncheck_positions_abe19",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="aip_person",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_personevent" ("id", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."id", new_values."name", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b101f72334b7e7f446e21e8af0ebda9ef3fa47f3",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_dd9df",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="aip_person",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_personevent" ("id", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."id", new_values."name", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="566eec9aaa942b22c16550337a1135d657e4edf9",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_42744",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="aip_person",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_personevent" ("id", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."id", old_values."name", old_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="5118341de8dcfc81ab3659af0905dd9eee3bd550",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e1915",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="aip_person",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="personevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="aip.person",
            ),
        ),
        migrations.AddField(
            model_name="position",
            name="organization",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="positions", to="aip.organization"
            ),
        ),
        migrations.AddField(
            model_name="position",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="positions", to="aip.person"
            ),
        ),
        migrations.AddField(
            model_name="citationevent",
            name="position",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aip.position",
            ),
        ),
        migrations.AddField(
            model_name="citation",
            name="position",
            field=models.ForeignKey(
                blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, to="aip.position"
            ),
        ),
        migrations.AddField(
            model_name="positionevent",
            name="organization",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aip.organization",
            ),
        ),
        migrations.AddField(
            model_name="positionevent",
            name="person",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aip.person",
            ),
        ),
        migrations.AddField(
            model_name="positionevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="aip.position",
            ),
        ),
        migrations.AddConstraint(
            model_name="publisher",
            constraint=models.UniqueConstraint(
                aip.models.columns.Fold("name"),
                name="publisher_name_is_unique",
                violation_error_message="Known already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="publisher",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "name",
                        models.Func(
                            models.F("name"),
                            models.Value("^\\s+|\\s+$"),
                            models.Value(""),
                            models.Value("g"),
                            function="regexp_replace",
                        ),
                    ),
                    models.Q(("name", ""), _negated=True),
                ),
                name="publisher_name_is_trimmed",
                violation_error_message="A name is not empty and has no space around it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="publisher",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "",
                            "wire",
                            "newspaper",
                            "broadcaster",
                            "trade_press",
                            "online",
                            "company",
                            "government",
                            "regulator",
                            "research",
                        ],
                    )
                ),
                name="publisher_kind_is_known",
                violation_error_message="Choose one of the words for “kind”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="publisher",
            constraint=models.CheckConstraint(
                condition=models.Q(("country", ""), ("country__regex", "^[A-Z]{2}$"), _connector="OR"),
                name="publisher_country_is_a_code",
                violation_error_message="A country is two capital letters (ISO 3166-1).",
            ),
        ),
        migrations.AddField(
            model_name="articleevent",
            name="publisher",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aip.publisher",
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="publisher",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="articles", to="aip.publisher"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publisher",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_publisherevent" ("country", "id", "kind", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."country", new_values."id", new_values."kind", new_values."name", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="70a1ae4c7aba7eeaa3ede9c2e095c0706b449caf",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_dec5a",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="aip_publisher",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publisher",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_publisherevent" ("country", "id", "kind", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."country", new_values."id", new_values."kind", new_values."name", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="60cc5c2af1d2fc55b1704238d2934419dfefd8da",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0986c",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="aip_publisher",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publisher",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_publisherevent" ("country", "id", "kind", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."country", old_values."id", old_values."kind", old_values."name", old_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="2f11daa71c081c1dd6d850afad7c6c0e74f5c3cc",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_16290",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="aip_publisher",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="publisherevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="aip.publisher",
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="article",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="statements", to="aip.article"
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="commitment",
            field=models.ForeignKey(
                blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to="aip.commitment"
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="energy_deal",
            field=models.ForeignKey(
                blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to="aip.energydeal"
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="forecast",
            field=models.ForeignKey(
                blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to="aip.forecast"
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="investment",
            field=models.ForeignKey(
                blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to="aip.investment"
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="membership",
            field=models.ForeignKey(
                blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to="aip.membership"
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="organization",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                to="aip.organization",
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="partnership",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                to="aip.partnership",
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="person",
            field=models.ForeignKey(
                blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to="aip.person"
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="position",
            field=models.ForeignKey(
                blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to="aip.position"
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="publisher",
            field=models.ForeignKey(
                blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to="aip.publisher"
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True),
                name="decision_has_a_reason",
                violation_error_message="Say why this statement is accepted.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_decisionevent" ("citation_id", "decided_at", "decided_by_id", "decided_by_name", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."citation_id", new_values."decided_at", new_values."decided_by_id", new_values."decided_by_name", new_values."id", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="4a3b935ddc407df848faf06edc1e043557be166b",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8e6c4",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="aip_decision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_decisionevent" ("citation_id", "decided_at", "decided_by_id", "decided_by_name", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."citation_id", new_values."decided_at", new_values."decided_by_id", new_values."decided_by_name", new_values."id", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b37f55181b0d26afa5a55317145d1720e1dbe716",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_66e86",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="aip_decision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_decisionevent" ("citation_id", "decided_at", "decided_by_id", "decided_by_name", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT old_values."citation_id", old_values."decided_at", old_values."decided_by_id", old_values."decided_by_name", old_values."id", old_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="235262eeaf2d1147a8b356ce784bee04789d8032",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_da2a6",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="aip_decision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decisionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4731283d808c224951f3ae5296f19abcb78f55f0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8db32",
                    table="aip_decisionevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="organization",
            index=models.Index(fields=["name"], name="organization_order"),
        ),
        migrations.AddConstraint(
            model_name="organization",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "name",
                        models.Func(
                            models.F("name"),
                            models.Value("^\\s+|\\s+$"),
                            models.Value(""),
                            models.Value("g"),
                            function="regexp_replace",
                        ),
                    ),
                    models.Q(("name", ""), _negated=True),
                ),
                name="organization_name_is_trimmed",
                violation_error_message="A name is not empty and has no space around it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="organization",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "",
                            "company",
                            "ai_lab",
                            "cloud_provider",
                            "chip_maker",
                            "data_centre_operator",
                            "equipment_maker",
                            "utility",
                            "power_producer",
                            "energy_developer",
                            "grid_operator",
                            "asset_manager",
                            "investment_company",
                            "sovereign_fund",
                            "venture_capital",
                            "fund",
                            "bank",
                            "holding_company",
                            "project_company",
                            "joint_venture",
                            "consortium",
                            "government",
                            "public_body",
                            "regulator",
                            "intergovernmental_body",
                            "research_body",
                            "industry_association",
                            "consultancy",
                            "nonprofit",
                        ],
                    )
                ),
                name="organization_kind_is_known",
                violation_error_message="Choose one of the words for “kind”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="organization",
            constraint=models.CheckConstraint(
                condition=models.Q(("country", ""), ("country__regex", "^[A-Z]{2}$"), _connector="OR"),
                name="organization_country_is_a_code",
                violation_error_message="A country is two capital letters (ISO 3166-1).",
            ),
        ),
        migrations.AddConstraint(
            model_name="organization",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("parent__isnull", True), models.Q(("parent", models.F("pk")), _negated=True), _connector="OR"
                ),
                name="organization_is_not_its_own_parent",
                violation_error_message="An organization is not its own parent.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organization",
            trigger=pgtrigger.compiler.Trigger(
                name="learn_names",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="INSERT INTO aip_knownname (folded, organization_id) SELECT aip_fold(n.name), n.id FROM  new_rows n; RETURN NULL;",
                    hash="79f77331e58ad82480da04cf1cc44f5f7938e200",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_learn_names_09d49",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="aip_organization",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organization",
            trigger=pgtrigger.compiler.Trigger(
                name="relearn_names",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                DELETE FROM aip_knownname k USING old_rows o JOIN new_rows n ON n.id = o.id WHERE k.folded = aip_fold(o.name) AND k.organization_id = o.id AND (n.name, n.id) IS DISTINCT FROM (o.name, o.id);\n                INSERT INTO aip_knownname (folded, organization_id) SELECT aip_fold(n.name), n.id FROM  new_rows n JOIN old_rows o ON o.id = n.id WHERE (n.name, n.id) IS DISTINCT FROM (o.name, o.id);\n                RETURN NULL;\n            ",
                    hash="a74b5cff62f8a0ccfb44029c37afb61be4a2a226",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_relearn_names_2a1b0",
                    referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                    table="aip_organization",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organization",
            trigger=pgtrigger.compiler.Trigger(
                name="forget_names",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="DELETE FROM aip_knownname k USING old_rows o WHERE k.folded = aip_fold(o.name) AND k.organization_id = o.id; RETURN NULL;",
                    hash="fc4a2b8cf06b45711bc4db06dc64f84b4c43602a",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_forget_names_ddc29",
                    referencing="REFERENCING OLD TABLE AS old_rows ",
                    table="aip_organization",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organization",
            trigger=pgtrigger.compiler.Trigger(
                name="uncheck_citations",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            UPDATE aip_citation c SET verdict = '', against = '', finding = '' FROM new_rows n JOIN old_rows o ON o.id = n.id\n            WHERE c.organization_id = n.id AND n IS DISTINCT FROM o;\n            RETURN NULL;\n        ",
                    hash="e2b2b4c13b7bc5fe308e0f5358b92dde096fe6c9",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_uncheck_citations_de510",
                    referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                    table="aip_organization",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organization",
            trigger=pgtrigger.compiler.Trigger(
                name="parents_make_no_circle",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."parent_id" IS NOT NULL)',
                    func="\n    IF NEW.id IN (\n        WITH RECURSIVE parents(id) AS (\n            SELECT NEW.parent_id\n            UNION\n            SELECT o.parent_id FROM aip_organization o JOIN parents ON o.id = parents.id WHERE o.parent_id IS NOT NULL\n        )\n        SELECT id FROM parents\n    ) THEN\n        RAISE EXCEPTION 'Organizations are parents of each other in a circle: %', NEW.name\n        USING ERRCODE = 'check_violation', CONSTRAINT = 'organization_parents_make_no_circle';\n    END IF;\n    RETURN NULL;\n",
                    hash="1ad12713578df76c18dab264ed09f822a3ce5f7e",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_parents_make_no_circle_7b2da",
                    table="aip_organization",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organization",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_organizationevent" ("country", "id", "kind", "name", "note", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "website") SELECT new_values."country", new_values."id", new_values."kind", new_values."name", new_values."note", new_values."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."website" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f97d09bbada8db4fdbf233f63e15f11322322fba",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a2505",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="aip_organization",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organization",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_organizationevent" ("country", "id", "kind", "name", "note", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "website") SELECT new_values."country", new_values."id", new_values."kind", new_values."name", new_values."note", new_values."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."website" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a660db1e86fc95bb8e61f302726e012ffd564eff",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_170cf",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="aip_organization",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organization",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_organizationevent" ("country", "id", "kind", "name", "note", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "website") SELECT old_values."country", old_values."id", old_values."kind", old_values."name", old_values."note", old_values."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."website" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="11a70996406e961abe6e8bcf48eb76fdff71d10b",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0db1e",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="aip_organization",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="knownname",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector("folded", config="simple"), name="known_name_words"
            ),
        ),
        migrations.AddConstraint(
            model_name="knownname",
            constraint=models.UniqueConstraint(fields=("folded",), name="name_belongs_to_one_organization"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="knownname",
            trigger=pgtrigger.compiler.Trigger(
                name="uncheck_called_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="WITH called AS (SELECT DISTINCT organization_id AS id FROM new_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.organization_id IN (SELECT o.id FROM aip_organization o WHERE o.id IN (SELECT id FROM called) UNION SELECT o.id FROM aip_organization o WHERE o.parent_id IN (SELECT id FROM called)); WITH called AS (SELECT DISTINCT organization_id AS id FROM new_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.position_id IN (SELECT id FROM aip_position WHERE organization_id IN (SELECT id FROM called)); WITH called AS (SELECT DISTINCT organization_id AS id FROM new_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.membership_id IN (SELECT id FROM aip_membership WHERE organization_id IN (SELECT id FROM called)); WITH called AS (SELECT DISTINCT organization_id AS id FROM new_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.partnership_id IN (SELECT id FROM aip_partnership WHERE acts_as_id IN (SELECT id FROM called)); WITH called AS (SELECT DISTINCT organization_id AS id FROM new_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.investment_id IN (SELECT id FROM aip_investment WHERE recipient_id IN (SELECT id FROM called)); WITH called AS (SELECT DISTINCT organization_id AS id FROM new_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.commitment_id IN (SELECT id FROM aip_commitment WHERE investor_id IN (SELECT id FROM called)); WITH called AS (SELECT DISTINCT organization_id AS id FROM new_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.energy_deal_id IN (SELECT id FROM aip_energydeal WHERE supplier_id IN (SELECT id FROM called) UNION SELECT id FROM aip_energydeal WHERE offtaker_id IN (SELECT id FROM called)); WITH called AS (SELECT DISTINCT organization_id AS id FROM new_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.forecast_id IN (SELECT id FROM aip_forecast WHERE forecaster_id IN (SELECT id FROM called)); RETURN NULL;",
                    hash="ba573d899ca98a220cbf90ca9cb45aa28fa20257",
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
                    func="WITH called AS (SELECT DISTINCT organization_id AS id FROM old_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.organization_id IN (SELECT o.id FROM aip_organization o WHERE o.id IN (SELECT id FROM called) UNION SELECT o.id FROM aip_organization o WHERE o.parent_id IN (SELECT id FROM called)); WITH called AS (SELECT DISTINCT organization_id AS id FROM old_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.position_id IN (SELECT id FROM aip_position WHERE organization_id IN (SELECT id FROM called)); WITH called AS (SELECT DISTINCT organization_id AS id FROM old_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.membership_id IN (SELECT id FROM aip_membership WHERE organization_id IN (SELECT id FROM called)); WITH called AS (SELECT DISTINCT organization_id AS id FROM old_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.partnership_id IN (SELECT id FROM aip_partnership WHERE acts_as_id IN (SELECT id FROM called)); WITH called AS (SELECT DISTINCT organization_id AS id FROM old_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.investment_id IN (SELECT id FROM aip_investment WHERE recipient_id IN (SELECT id FROM called)); WITH called AS (SELECT DISTINCT organization_id AS id FROM old_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.commitment_id IN (SELECT id FROM aip_commitment WHERE investor_id IN (SELECT id FROM called)); WITH called AS (SELECT DISTINCT organization_id AS id FROM old_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.energy_deal_id IN (SELECT id FROM aip_energydeal WHERE supplier_id IN (SELECT id FROM called) UNION SELECT id FROM aip_energydeal WHERE offtaker_id IN (SELECT id FROM called)); WITH called AS (SELECT DISTINCT organization_id AS id FROM old_rows) UPDATE aip_citation c SET verdict = '', against = '', finding = '' WHERE c.forecast_id IN (SELECT id FROM aip_forecast WHERE forecaster_id IN (SELECT id FROM called)); RETURN NULL;",
                    hash="a26bf5c80b39657ee1dc72f8c18f5392ccfaf9b8",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_uncheck_called_delete_a1fdf",
                    referencing="REFERENCING OLD TABLE AS old_rows ",
                    table="aip_knownname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="forecastevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="bdbcd041e9746419357c23979865f19b2b358b8a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_44be2",
                    table="aip_forecastevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="forecast",
            constraint=models.CheckConstraint(
                condition=models.Q(("key__regex", "^[a-z0-9]+(-[a-z0-9]+)*$")),
                name="forecast_key_is_a_key",
                violation_error_message="A key is small letters, digits and single hyphens: microsoft-openai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="forecast",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("value__isnull", True), ("value_bound__in", ["", "undisclosed"])),
                    models.Q(
                        ("value__isnull", False), models.Q(("value_bound__in", ["", "undisclosed"]), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="forecast_value_has_bound",
                violation_error_message="State the value with its bound; undisclosed means that there is no number.",
            ),
        ),
        migrations.AddConstraint(
            model_name="forecast",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "value_bound__in",
                        ["", "exact", "about", "at_least", "more_than", "up_to", "less_than", "range", "undisclosed"],
                    )
                ),
                name="forecast_value_bound_is_known",
                violation_error_message="The bound of the value is one of: exact, about, at least, more than, up to, less than, range, undisclosed.",
            ),
        ),
        migrations.AddConstraint(
            model_name="forecast",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("value__isnull", True), models.Q(("value__gt", 0), ("value__isnull", False)), _connector="OR"
                ),
                name="forecast_value_is_above_zero",
                violation_error_message="The value is a number above zero.",
            ),
        ),
        migrations.AddConstraint(
            model_name="forecast",
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
                name="forecast_value_range_has_two_ends",
                violation_error_message="A range of the value has an upper end above the lower; nothing else has one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="forecast",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("unit", ""), ("value__isnull", True)),
                    models.Q(("unit__regex", "^([A-Z]{3}|MW|MWh)$"), ("value__isnull", False)),
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
                        ],
                    )
                ),
                name="forecast_metric_is_known",
                violation_error_message="Choose one of the words for “metric”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="forecast",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("region__regex", "^[A-Z]{2}$"), ("region__in", ["world", "europe", "eu"]), _connector="OR"
                ),
                name="forecast_region_is_known",
                violation_error_message="A region is a country's two capital letters, or world, europe, eu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="forecast",
            constraint=models.CheckConstraint(
                condition=models.Q(("year__gte", 1900), ("year__lte", 2200)),
                name="forecast_year_is_a_year",
                violation_error_message="A year lies between 1900 and 2200.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="forecast",
            trigger=pgtrigger.compiler.Trigger(
                name="uncheck_citations",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            UPDATE aip_citation c SET verdict = '', against = '', finding = '' FROM new_rows n JOIN old_rows o ON o.id = n.id\n            WHERE c.forecast_id = n.id AND n IS DISTINCT FROM o;\n            RETURN NULL;\n        ",
                    hash="a9054cae4605672f4783ae10a47bd0e41ec5080d",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_uncheck_citations_eeb83",
                    referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                    table="aip_forecast",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="forecast",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_forecastevent" ("forecaster_id", "id", "key", "metric", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "unit", "value", "value_bound", "value_high", "year") SELECT new_values."forecaster_id", new_values."id", new_values."key", new_values."metric", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."region", new_values."unit", new_values."value", new_values."value_bound", new_values."value_high", new_values."year" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0edf74d8dc81ddfbead6e6cd13367fd9059c1c22",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_57749",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="aip_forecast",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="forecast",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_forecastevent" ("forecaster_id", "id", "key", "metric", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "unit", "value", "value_bound", "value_high", "year") SELECT new_values."forecaster_id", new_values."id", new_values."key", new_values."metric", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."region", new_values."unit", new_values."value", new_values."value_bound", new_values."value_high", new_values."year" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="8027616c81c14f606a1247b15278708893bd1c7a",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a58a4",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="aip_forecast",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="forecast",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_forecastevent" ("forecaster_id", "id", "key", "metric", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "unit", "value", "value_bound", "value_high", "year") SELECT old_values."forecaster_id", old_values."id", old_values."key", old_values."metric", old_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."region", old_values."unit", old_values."value", old_values."value_bound", old_values."value_high", old_values."year" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="6839fa81af2750bf2cfb101087071fca0f182856",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bafd0",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="aip_forecast",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="commitmentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ca9399c725a554800900b01d6b95bc785cf77f50",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_31b1e",
                    table="aip_commitmentevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.UniqueConstraint(
                fields=("investment", "investor"),
                name="commitment_is_stated_once",
                violation_error_message="This investor is part of the investment already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("amount__isnull", True), ("amount_bound__in", ["", "undisclosed"])),
                    models.Q(
                        ("amount__isnull", False), models.Q(("amount_bound__in", ["", "undisclosed"]), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="commitment_amount_has_bound",
                violation_error_message="State the amount with its bound; undisclosed means that there is no number.",
            ),
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "amount_bound__in",
                        ["", "exact", "about", "at_least", "more_than", "up_to", "less_than", "range", "undisclosed"],
                    )
                ),
                name="commitment_amount_bound_is_known",
                violation_error_message="The bound of the amount is one of: exact, about, at least, more than, up to, less than, range, undisclosed.",
            ),
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("amount__isnull", True), models.Q(("amount__gt", 0), ("amount__isnull", False)), _connector="OR"
                ),
                name="commitment_amount_is_above_zero",
                violation_error_message="The amount is a number above zero.",
            ),
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("amount_high__isnull", True), models.Q(("amount_bound", "range"), _negated=True)),
                    models.Q(
                        ("amount__isnull", False),
                        ("amount_bound", "range"),
                        ("amount_high__gt", models.F("amount")),
                        ("amount_high__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="commitment_amount_range_has_two_ends",
                violation_error_message="A range of the amount has an upper end above the lower; nothing else has one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("amount__isnull", True), ("currency", "")),
                    models.Q(("amount__isnull", False), ("currency__regex", "^[A-Z]{3}$")),
                    _connector="OR",
                ),
                name="commitment_amount_has_currency",
                violation_error_message="State a currency with the amount, and none without.",
            ),
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("role__in", ["", "lead", "co_lead", "participant", "anchor", "lender", "arranger", "buyer"])
                ),
                name="commitment_role_is_known",
                violation_error_message="Choose one of the words for “role”.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="commitment",
            trigger=pgtrigger.compiler.Trigger(
                name="uncheck_citations",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            UPDATE aip_citation c SET verdict = '', against = '', finding = '' FROM new_rows n JOIN old_rows o ON o.id = n.id\n            WHERE c.commitment_id = n.id AND n IS DISTINCT FROM o;\n            RETURN NULL;\n        ",
                    hash="cbdfa5b1214e9440894857eaec1ba4cef68ce68b",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_uncheck_citations_89659",
                    referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                    table="aip_commitment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="commitment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_commitmentevent" ("amount", "amount_bound", "amount_high", "currency", "id", "investment_id", "investor_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") SELECT new_values."amount", new_values."amount_bound", new_values."amount_high", new_values."currency", new_values."id", new_values."investment_id", new_values."investor_id", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."role" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f66aa79d6c5ad51c5a6b660c5c76cbdf2ee8bc48",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_56977",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="aip_commitment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="commitment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_commitmentevent" ("amount", "amount_bound", "amount_high", "currency", "id", "investment_id", "investor_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") SELECT new_values."amount", new_values."amount_bound", new_values."amount_high", new_values."currency", new_values."id", new_values."investment_id", new_values."investor_id", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."role" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0f4cf996e0e0e835af93e9f511c238a3cfb7782f",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3bcad",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="aip_commitment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="commitment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_commitmentevent" ("amount", "amount_bound", "amount_high", "currency", "id", "investment_id", "investor_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") SELECT old_values."amount", old_values."amount_bound", old_values."amount_high", old_values."currency", old_values."id", old_values."investment_id", old_values."investor_id", old_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."role" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="9b34cd4f2f94934defca60d2cbd3918051250efa",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b4d81",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="aip_commitment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organizationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e593dff9402349c32ee71ddd662e19968883f273",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_65a9d",
                    table="aip_organizationevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="organizationidentifier",
            constraint=models.UniqueConstraint(
                fields=("scheme", "value"),
                name="identifier_belongs_to_one_organization",
                violation_error_message="This identifier is another organization's already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="organizationidentifier",
            constraint=models.CheckConstraint(
                condition=models.Q(("scheme__in", ["lei", "isin", "wikidata", "ticker", "cik", "company_number"])),
                name="identifier_scheme_is_known",
                violation_error_message="Choose one of the words for “scheme”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="organizationidentifier",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "value",
                        models.Func(
                            models.F("value"),
                            models.Value("^\\s+|\\s+$"),
                            models.Value(""),
                            models.Value("g"),
                            function="regexp_replace",
                        ),
                    ),
                    models.Q(("value", ""), _negated=True),
                ),
                name="identifier_value_is_trimmed",
                violation_error_message="A name is not empty and has no space around it.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organizationidentifier",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_organizationidentifierevent" ("id", "note", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme", "value") SELECT new_values."id", new_values."note", new_values."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."scheme", new_values."value" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ab192193fe3340cb37bacb45c9e0e67056afec04",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3ae26",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="aip_organizationidentifier",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organizationidentifier",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_organizationidentifierevent" ("id", "note", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme", "value") SELECT new_values."id", new_values."note", new_values."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."scheme", new_values."value" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="3c555107c12c7bde59334409ac8c32d4b74f408a",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_14eb6",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="aip_organizationidentifier",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organizationidentifier",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_organizationidentifierevent" ("id", "note", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme", "value") SELECT old_values."id", old_values."note", old_values."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."scheme", old_values."value" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="e676c77434389f8dd1f3dee15ce1f1eb6f955d15",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_75795",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="aip_organizationidentifier",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organizationidentifierevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="2332c06e2732ec063e34319cc1b72fa57ad4de93",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6dca2",
                    table="aip_organizationidentifierevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="organizationname",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "name",
                        models.Func(
                            models.F("name"),
                            models.Value("^\\s+|\\s+$"),
                            models.Value(""),
                            models.Value("g"),
                            function="regexp_replace",
                        ),
                    ),
                    models.Q(("name", ""), _negated=True),
                ),
                name="other_name_name_is_trimmed",
                violation_error_message="A name is not empty and has no space around it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="organizationname",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["alias", "former", "legal", "short"])),
                name="other_name_kind_is_known",
                violation_error_message="Choose one of the words for “kind”.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organizationname",
            trigger=pgtrigger.compiler.Trigger(
                name="learn_names",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="INSERT INTO aip_knownname (folded, organization_id) SELECT aip_fold(n.name), n.organization_id FROM  new_rows n; RETURN NULL;",
                    hash="2e3d123a19463f32c93adc10621e6bf585e429e0",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_learn_names_7e0a8",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="aip_organizationname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organizationname",
            trigger=pgtrigger.compiler.Trigger(
                name="relearn_names",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                DELETE FROM aip_knownname k USING old_rows o JOIN new_rows n ON n.id = o.id WHERE k.folded = aip_fold(o.name) AND k.organization_id = o.organization_id AND (n.name, n.organization_id) IS DISTINCT FROM (o.name, o.organization_id);\n                INSERT INTO aip_knownname (folded, organization_id) SELECT aip_fold(n.name), n.organization_id FROM  new_rows n JOIN old_rows o ON o.id = n.id WHERE (n.name, n.organization_id) IS DISTINCT FROM (o.name, o.organization_id);\n                RETURN NULL;\n            ",
                    hash="a98542a53de839785c27cb1de0587583b44d9963",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_relearn_names_e023f",
                    referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                    table="aip_organizationname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organizationname",
            trigger=pgtrigger.compiler.Trigger(
                name="forget_names",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="DELETE FROM aip_knownname k USING old_rows o WHERE k.folded = aip_fold(o.name) AND k.organization_id = o.organization_id; RETURN NULL;",
                    hash="8e3b67d61c626d878ed0eb7419ff109133f70dee",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_forget_names_0a0aa",
                    referencing="REFERENCING OLD TABLE AS old_rows ",
                    table="aip_organizationname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organizationname",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_organizationnameevent" ("id", "kind", "name", "note", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."id", new_values."kind", new_values."name", new_values."note", new_values."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="868200edd7e7abb2fbcda85a53d12db3921e4caf",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f1228",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="aip_organizationname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organizationname",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_organizationnameevent" ("id", "kind", "name", "note", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."id", new_values."kind", new_values."name", new_values."note", new_values."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d7bf3eb79368ac5a59d8397ce77791d02fa7943c",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b75ad",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="aip_organizationname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organizationname",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_organizationnameevent" ("id", "kind", "name", "note", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."id", old_values."kind", old_values."name", old_values."note", old_values."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="998a2b8fe5007fde3daa30d0a61339b691753660",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_92cb6",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="aip_organizationname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organizationnameevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ff9b68653ed3be166ca0d473865c57cba67ab165",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6e05f",
                    table="aip_organizationnameevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="partnership",
            index=models.Index(
                models.OrderBy(models.F("announced_earliest"), descending=True, nulls_last=True),
                models.F("key"),
                name="partnership_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="partnership",
            constraint=models.CheckConstraint(
                condition=models.Q(("key__regex", "^[a-z0-9]+(-[a-z0-9]+)*$")),
                name="partnership_key_is_a_key",
                violation_error_message="A key is small letters, digits and single hyphens: microsoft-openai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="partnership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "name",
                        models.Func(
                            models.F("name"),
                            models.Value("^\\s+|\\s+$"),
                            models.Value(""),
                            models.Value("g"),
                            function="regexp_replace",
                        ),
                    ),
                    models.Q(("name", ""), _negated=True),
                ),
                name="partnership_name_is_trimmed",
                violation_error_message="A name is not empty and has no space around it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="partnership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "",
                            "consortium",
                            "joint_venture",
                            "strategic_alliance",
                            "supply_agreement",
                            "compute_contract",
                            "framework_agreement",
                            "equity_partnership",
                            "memorandum",
                        ],
                    )
                ),
                name="partnership_kind_is_known",
                violation_error_message="Choose one of the words for “kind”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="partnership",
            constraint=models.CheckConstraint(
                condition=models.Q(("binding__in", ["binding", "non_binding", "unknown"])),
                name="partnership_binding_is_known",
                violation_error_message="Choose one of the words for “binding”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="partnership",
            constraint=models.CheckConstraint(
                condition=models.Q(("announced", ""), ("announced_earliest__isnull", False), _connector="OR"),
                name="partnership_announced_is_a_date",
                violation_error_message="State a date such as 2025, 2025-10, 2025-10-15, 2025~ or 2026-01/2026-06.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnership",
            trigger=pgtrigger.compiler.Trigger(
                name="uncheck_citations",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            UPDATE aip_citation c SET verdict = '', against = '', finding = '' FROM new_rows n JOIN old_rows o ON o.id = n.id\n            WHERE c.partnership_id = n.id AND n IS DISTINCT FROM o;\n            RETURN NULL;\n        ",
                    hash="48e9bbec69bf532b3c3ac54006477b5aba802599",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_uncheck_citations_b7304",
                    referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                    table="aip_partnership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnership",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_partnershipevent" ("acts_as_id", "announced", "binding", "id", "key", "kind", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose") SELECT new_values."acts_as_id", new_values."announced", new_values."binding", new_values."id", new_values."key", new_values."kind", new_values."name", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."purpose" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="06a60afab4090d77f336aa9c712615ba1c438077",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ac0c1",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="aip_partnership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnership",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_partnershipevent" ("acts_as_id", "announced", "binding", "id", "key", "kind", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose") SELECT new_values."acts_as_id", new_values."announced", new_values."binding", new_values."id", new_values."key", new_values."kind", new_values."name", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."purpose" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."acts_as_id" IS DISTINCT FROM (new_values."acts_as_id") OR old_values."announced" IS DISTINCT FROM (new_values."announced") OR old_values."binding" IS DISTINCT FROM (new_values."binding") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."key" IS DISTINCT FROM (new_values."key") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."note" IS DISTINCT FROM (new_values."note") OR old_values."purpose" IS DISTINCT FROM (new_values."purpose")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0b0c0a6d67ab9bdea8994fa868d4b13c2fbbceb0",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_254ee",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="aip_partnership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnership",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_partnershipevent" ("acts_as_id", "announced", "binding", "id", "key", "kind", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose") SELECT old_values."acts_as_id", old_values."announced", old_values."binding", old_values."id", old_values."key", old_values."kind", old_values."name", old_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."purpose" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="d2423613b31eb03139b8e8ae17acf547591e0d2d",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dd3cb",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="aip_partnership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="membershipevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3e5d1c67b9669461d22da96791adcf452c8d7c58",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_75c83",
                    table="aip_membershipevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.UniqueConstraint(
                fields=("partnership", "organization", "role"),
                name="membership_is_stated_once",
                violation_error_message="This organization is in the partnership in this role already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "role__in",
                        [
                            "founder",
                            "lead",
                            "member",
                            "partner",
                            "manager",
                            "limited_partner",
                            "anchor_investor",
                            "investor",
                            "lender",
                            "technology_adviser",
                            "technology_partner",
                            "chip_supplier",
                            "cloud_provider",
                            "supplier",
                            "customer",
                            "developer",
                            "builder",
                            "operator",
                            "owner",
                            "land_provider",
                            "lessee",
                            "energy_supplier",
                            "energy_partner",
                            "offtaker",
                            "utility",
                            "government_sponsor",
                            "sponsor",
                            "adviser",
                        ],
                    )
                ),
                name="membership_role_is_known",
                violation_error_message="Choose one of the words for “role”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(("joined", ""), ("joined_earliest__isnull", False), _connector="OR"),
                name="membership_joined_is_a_date",
                violation_error_message="State a date such as 2025, 2025-10, 2025-10-15, 2025~ or 2026-01/2026-06.",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(("left", ""), ("left_earliest__isnull", False), _connector="OR"),
                name="membership_left_is_a_date",
                violation_error_message="State a date such as 2025, 2025-10, 2025-10-15, 2025~ or 2026-01/2026-06.",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("joined_earliest__isnull", True),
                    ("left_earliest__isnull", True),
                    ("left_earliest__gte", models.F("joined_earliest")),
                    _connector="OR",
                ),
                name="membership_left_is_not_before_joined",
                violation_error_message="“Left” is before “joined”.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="uncheck_citations",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            UPDATE aip_citation c SET verdict = '', against = '', finding = '' FROM new_rows n JOIN old_rows o ON o.id = n.id\n            WHERE c.membership_id = n.id AND n IS DISTINCT FROM o;\n            RETURN NULL;\n        ",
                    hash="b29c85f82accf2d53134b9f992a6148cdeaaf2f5",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_uncheck_citations_aa659",
                    referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                    table="aip_membership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_membershipevent" ("id", "joined", "left", "note", "organization_id", "partnership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") SELECT new_values."id", new_values."joined", new_values."left", new_values."note", new_values."organization_id", new_values."partnership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."role" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="75356bdd0587c9085f92d39fd84bcc2e82d2fe92",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3ff43",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="aip_membership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_membershipevent" ("id", "joined", "left", "note", "organization_id", "partnership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") SELECT new_values."id", new_values."joined", new_values."left", new_values."note", new_values."organization_id", new_values."partnership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."role" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."joined" IS DISTINCT FROM (new_values."joined") OR old_values."left" IS DISTINCT FROM (new_values."left") OR old_values."note" IS DISTINCT FROM (new_values."note") OR old_values."organization_id" IS DISTINCT FROM (new_values."organization_id") OR old_values."partnership_id" IS DISTINCT FROM (new_values."partnership_id") OR old_values."role" IS DISTINCT FROM (new_values."role")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="94a3ff1fc30774c5243594d47575444995cbfebf",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c521d",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="aip_membership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_membershipevent" ("id", "joined", "left", "note", "organization_id", "partnership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") SELECT old_values."id", old_values."joined", old_values."left", old_values."note", old_values."organization_id", old_values."partnership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."role" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="c4d225be45ef31363acb485c3271fef014d8d13b",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_cef9f",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="aip_membership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="investmentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5d5db2dde5b3d50b78c3faf9cbcf6ef5fe218233",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_44dac",
                    table="aip_investmentevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="investment",
            index=models.Index(
                models.OrderBy(models.F("announced_earliest"), descending=True, nulls_last=True),
                models.F("key"),
                name="investment_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="investment",
            constraint=models.CheckConstraint(
                condition=models.Q(("key__regex", "^[a-z0-9]+(-[a-z0-9]+)*$")),
                name="investment_key_is_a_key",
                violation_error_message="A key is small letters, digits and single hyphens: microsoft-openai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="investment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("amount__isnull", True), ("amount_bound__in", ["", "undisclosed"])),
                    models.Q(
                        ("amount__isnull", False), models.Q(("amount_bound__in", ["", "undisclosed"]), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="investment_amount_has_bound",
                violation_error_message="State the amount with its bound; undisclosed means that there is no number.",
            ),
        ),
        migrations.AddConstraint(
            model_name="investment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "amount_bound__in",
                        ["", "exact", "about", "at_least", "more_than", "up_to", "less_than", "range", "undisclosed"],
                    )
                ),
                name="investment_amount_bound_is_known",
                violation_error_message="The bound of the amount is one of: exact, about, at least, more than, up to, less than, range, undisclosed.",
            ),
        ),
        migrations.AddConstraint(
            model_name="investment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("amount__isnull", True), models.Q(("amount__gt", 0), ("amount__isnull", False)), _connector="OR"
                ),
                name="investment_amount_is_above_zero",
                violation_error_message="The amount is a number above zero.",
            ),
        ),
        migrations.AddConstraint(
            model_name="investment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("amount_high__isnull", True), models.Q(("amount_bound", "range"), _negated=True)),
                    models.Q(
                        ("amount__isnull", False),
                        ("amount_bound", "range"),
                        ("amount_high__gt", models.F("amount")),
                        ("amount_high__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="investment_amount_range_has_two_ends",
                violation_error_message="A range of the amount has an upper end above the lower; nothing else has one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="investment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("amount__isnull", True), ("currency", "")),
                    models.Q(("amount__isnull", False), ("currency__regex", "^[A-Z]{3}$")),
                    _connector="OR",
                ),
                name="investment_amount_has_currency",
                violation_error_message="State a currency with the amount, and none without.",
            ),
        ),
        migrations.AddConstraint(
            model_name="investment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "basis__in",
                        [
                            "equity",
                            "debt",
                            "equity_and_debt",
                            "enterprise_value",
                            "purchase_commitment",
                            "capital_expenditure",
                            "unspecified",
                        ],
                    )
                ),
                name="investment_basis_is_known",
                violation_error_message="Choose one of the words for “basis”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="investment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "stage__in",
                        ["rumoured", "target", "letter_of_intent", "agreed", "committed", "closed", "cancelled"],
                    )
                ),
                name="investment_stage_is_known",
                violation_error_message="Choose one of the words for “stage”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="investment",
            constraint=models.CheckConstraint(
                condition=models.Q(("announced", ""), ("announced_earliest__isnull", False), _connector="OR"),
                name="investment_announced_is_a_date",
                violation_error_message="State a date such as 2025, 2025-10, 2025-10-15, 2025~ or 2026-01/2026-06.",
            ),
        ),
        migrations.AddConstraint(
            model_name="investment",
            constraint=models.CheckConstraint(
                condition=models.Q(("closed", ""), ("closed_earliest__isnull", False), _connector="OR"),
                name="investment_closed_is_a_date",
                violation_error_message="State a date such as 2025, 2025-10, 2025-10-15, 2025~ or 2026-01/2026-06.",
            ),
        ),
        migrations.AddConstraint(
            model_name="investment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("draws_on__isnull", True), models.Q(("draws_on", models.F("pk")), _negated=True), _connector="OR"
                ),
                name="investment_does_not_draw_on_itself",
                violation_error_message="An investment does not draw on itself.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="investment",
            trigger=pgtrigger.compiler.Trigger(
                name="uncheck_citations",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            UPDATE aip_citation c SET verdict = '', against = '', finding = '' FROM new_rows n JOIN old_rows o ON o.id = n.id\n            WHERE c.investment_id = n.id AND n IS DISTINCT FROM o;\n            RETURN NULL;\n        ",
                    hash="eb831b6fc07b8cc6e8bbdc20346a8e3a7b606539",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_uncheck_citations_36558",
                    referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                    table="aip_investment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="investment",
            trigger=pgtrigger.compiler.Trigger(
                name="pools_make_no_circle",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."draws_on_id" IS NOT NULL)',
                    declare="DECLARE too_deep boolean;",
                    func="\n    WITH RECURSIVE above(id, depth) AS (\n        SELECT NEW.draws_on_id, 1\n        UNION ALL\n        SELECT i.draws_on_id, depth + 1 FROM aip_investment i JOIN above ON i.id = above.id\n        WHERE i.draws_on_id IS NOT NULL AND depth <= 4\n    ), below(id, depth) AS (\n        SELECT NEW.id, 0\n        UNION ALL\n        SELECT i.id, depth + 1 FROM aip_investment i JOIN below ON i.draws_on_id = below.id\n        WHERE depth <= 4\n    )\n    SELECT (SELECT max(depth) FROM above) + (SELECT max(depth) FROM below) > 4 INTO too_deep;\n    IF too_deep THEN\n        RAISE EXCEPTION 'Pools draw on each other in a circle, or nest more than 4 deep: %', NEW.key\n        USING ERRCODE = 'check_violation', CONSTRAINT = 'investment_pools_make_no_circle';\n    END IF;\n    RETURN NULL;\n",
                    hash="8db99ec8b5f476d1dfe6d1879ede9301870368d9",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_pools_make_no_circle_e3688",
                    table="aip_investment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="investment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_investmentevent" ("amount", "amount_bound", "amount_high", "announced", "basis", "closed", "currency", "draws_on_id", "id", "key", "note", "partnership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recipient_id", "stage", "title") SELECT new_values."amount", new_values."amount_bound", new_values."amount_high", new_values."announced", new_values."basis", new_values."closed", new_values."currency", new_values."draws_on_id", new_values."id", new_values."key", new_values."note", new_values."partnership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."recipient_id", new_values."stage", new_values."title" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="8e6b5a3765683a8def1f9786505366edaddaa2ad",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fef5f",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="aip_investment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="investment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_investmentevent" ("amount", "amount_bound", "amount_high", "announced", "basis", "closed", "currency", "draws_on_id", "id", "key", "note", "partnership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recipient_id", "stage", "title") SELECT new_values."amount", new_values."amount_bound", new_values."amount_high", new_values."announced", new_values."basis", new_values."closed", new_values."currency", new_values."draws_on_id", new_values."id", new_values."key", new_values."note", new_values."partnership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."recipient_id", new_values."stage", new_values."title" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."amount" IS DISTINCT FROM (new_values."amount") OR old_values."amount_bound" IS DISTINCT FROM (new_values."amount_bound") OR old_values."amount_high" IS DISTINCT FROM (new_values."amount_high") OR old_values."announced" IS DISTINCT FROM (new_values."announced") OR old_values."basis" IS DISTINCT FROM (new_values."basis") OR old_values."closed" IS DISTINCT FROM (new_values."closed") OR old_values."currency" IS DISTINCT FROM (new_values."currency") OR old_values."draws_on_id" IS DISTINCT FROM (new_values."draws_on_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."key" IS DISTINCT FROM (new_values."key") OR old_values."note" IS DISTINCT FROM (new_values."note") OR old_values."partnership_id" IS DISTINCT FROM (new_values."partnership_id") OR old_values."recipient_id" IS DISTINCT FROM (new_values."recipient_id") OR old_values."stage" IS DISTINCT FROM (new_values."stage") OR old_values."title" IS DISTINCT FROM (new_values."title")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="eb77d35612840916e1f62fcbf31b9b8a8bc6bc20",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_00e57",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="aip_investment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="investment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_investmentevent" ("amount", "amount_bound", "amount_high", "announced", "basis", "closed", "currency", "draws_on_id", "id", "key", "note", "partnership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recipient_id", "stage", "title") SELECT old_values."amount", old_values."amount_bound", old_values."amount_high", old_values."announced", old_values."basis", old_values."closed", old_values."currency", old_values."draws_on_id", old_values."id", old_values."key", old_values."note", old_values."partnership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."recipient_id", old_values."stage", old_values."title" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="26207a499ec51a7f0483fc6b0c1efcf65e44e291",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_66cb8",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="aip_investment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="energydealevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6f86c19a6692850b76ca9b293f3f3f61208ee91c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_79b75",
                    table="aip_energydealevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="energydeal",
            index=models.Index(
                models.OrderBy(models.F("announced_earliest"), descending=True, nulls_last=True),
                models.F("key"),
                name="energy_deal_order",
            ),
        ),
        migrations.AddIndex(
            model_name="energydeal",
            index=django.contrib.postgres.indexes.GinIndex(fields=["technology"], name="energy_deal_technology"),
        ),
        migrations.AddConstraint(
            model_name="energydeal",
            constraint=models.CheckConstraint(
                condition=models.Q(("key__regex", "^[a-z0-9]+(-[a-z0-9]+)*$")),
                name="energy_deal_key_is_a_key",
                violation_error_message="A key is small letters, digits and single hyphens: microsoft-openai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="energydeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("capacity__isnull", True), ("capacity_bound__in", ["", "undisclosed"])),
                    models.Q(
                        ("capacity__isnull", False),
                        models.Q(("capacity_bound__in", ["", "undisclosed"]), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="energy_deal_capacity_has_bound",
                violation_error_message="State the capacity with its bound; undisclosed means that there is no number.",
            ),
        ),
        migrations.AddConstraint(
            model_name="energydeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "capacity_bound__in",
                        ["", "exact", "about", "at_least", "more_than", "up_to", "less_than", "range", "undisclosed"],
                    )
                ),
                name="energy_deal_capacity_bound_is_known",
                violation_error_message="The bound of the capacity is one of: exact, about, at least, more than, up to, less than, range, undisclosed.",
            ),
        ),
        migrations.AddConstraint(
            model_name="energydeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("capacity__isnull", True),
                    models.Q(("capacity__gt", 0), ("capacity__isnull", False)),
                    _connector="OR",
                ),
                name="energy_deal_capacity_is_above_zero",
                violation_error_message="The capacity is a number above zero.",
            ),
        ),
        migrations.AddConstraint(
            model_name="energydeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("capacity_high__isnull", True), models.Q(("capacity_bound", "range"), _negated=True)),
                    models.Q(
                        ("capacity__isnull", False),
                        ("capacity_bound", "range"),
                        ("capacity_high__gt", models.F("capacity")),
                        ("capacity_high__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="energy_deal_capacity_range_has_two_ends",
                violation_error_message="A range of the capacity has an upper end above the lower; nothing else has one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="energydeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("energy__isnull", True), ("energy_bound__in", ["", "undisclosed"])),
                    models.Q(
                        ("energy__isnull", False), models.Q(("energy_bound__in", ["", "undisclosed"]), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="energy_deal_energy_has_bound",
                violation_error_message="State the energy with its bound; undisclosed means that there is no number.",
            ),
        ),
        migrations.AddConstraint(
            model_name="energydeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "energy_bound__in",
                        ["", "exact", "about", "at_least", "more_than", "up_to", "less_than", "range", "undisclosed"],
                    )
                ),
                name="energy_deal_energy_bound_is_known",
                violation_error_message="The bound of the energy is one of: exact, about, at least, more than, up to, less than, range, undisclosed.",
            ),
        ),
        migrations.AddConstraint(
            model_name="energydeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("energy__isnull", True), models.Q(("energy__gt", 0), ("energy__isnull", False)), _connector="OR"
                ),
                name="energy_deal_energy_is_above_zero",
                violation_error_message="The energy is a number above zero.",
            ),
        ),
        migrations.AddConstraint(
            model_name="energydeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("energy_high__isnull", True), models.Q(("energy_bound", "range"), _negated=True)),
                    models.Q(
                        ("energy__isnull", False),
                        ("energy_bound", "range"),
                        ("energy_high__gt", models.F("energy")),
                        ("energy_high__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="energy_deal_energy_range_has_two_ends",
                violation_error_message="A range of the energy has an upper end above the lower; nothing else has one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="energydeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "ppa",
                            "cooperation",
                            "framework",
                            "development",
                            "supply",
                            "tariff",
                            "equipment",
                            "equity",
                            "option",
                        ],
                    )
                ),
                name="energy_deal_kind_is_known",
                violation_error_message="Choose one of the words for “kind”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="energydeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "stage__in",
                        ["rumoured", "target", "letter_of_intent", "agreed", "committed", "closed", "cancelled"],
                    )
                ),
                name="energy_deal_stage_is_known",
                violation_error_message="Choose one of the words for “stage”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="energydeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "technology__contained_by",
                        [
                            "nuclear",
                            "small_modular_reactor",
                            "fusion",
                            "solar",
                            "wind",
                            "hydro",
                            "geothermal",
                            "storage",
                            "natural_gas",
                            "fuel_cell",
                            "on_site",
                            "renewable",
                            "carbon_free",
                        ],
                    )
                ),
                name="energy_deal_technology_is_known",
                violation_error_message="Choose technologies of the list.",
            ),
        ),
        migrations.AddConstraint(
            model_name="energydeal",
            constraint=models.CheckConstraint(
                condition=models.Q(("supplier__isnull", False), ("offtaker__isnull", False), _connector="OR"),
                name="energy_deal_has_a_party",
                violation_error_message="Name the supplier or the offtaker.",
            ),
        ),
        migrations.AddConstraint(
            model_name="energydeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("supplier__isnull", True),
                    ("offtaker__isnull", True),
                    models.Q(("supplier", models.F("offtaker")), _negated=True),
                    _connector="OR",
                ),
                name="energy_deal_has_two_parties",
                violation_error_message="Supplier and offtaker are not the same organization.",
            ),
        ),
        migrations.AddConstraint(
            model_name="energydeal",
            constraint=models.CheckConstraint(
                condition=models.Q(("term_years__isnull", True), ("term_years__gt", 0), _connector="OR"),
                name="energy_deal_term_is_above_zero",
                violation_error_message="A term is at least one year.",
            ),
        ),
        migrations.AddConstraint(
            model_name="energydeal",
            constraint=models.CheckConstraint(
                condition=models.Q(("starts", ""), ("starts_earliest__isnull", False), _connector="OR"),
                name="energy_deal_starts_is_a_date",
                violation_error_message="State a date such as 2025, 2025-10, 2025-10-15, 2025~ or 2026-01/2026-06.",
            ),
        ),
        migrations.AddConstraint(
            model_name="energydeal",
            constraint=models.CheckConstraint(
                condition=models.Q(("announced", ""), ("announced_earliest__isnull", False), _connector="OR"),
                name="energy_deal_announced_is_a_date",
                violation_error_message="State a date such as 2025, 2025-10, 2025-10-15, 2025~ or 2026-01/2026-06.",
            ),
        ),
        migrations.AddConstraint(
            model_name="energydeal",
            constraint=models.CheckConstraint(
                condition=models.Q(("country", ""), ("country__regex", "^[A-Z]{2}$"), _connector="OR"),
                name="energy_deal_country_is_a_code",
                violation_error_message="A country is two capital letters (ISO 3166-1).",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="energydeal",
            trigger=pgtrigger.compiler.Trigger(
                name="uncheck_citations",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            UPDATE aip_citation c SET verdict = '', against = '', finding = '' FROM new_rows n JOIN old_rows o ON o.id = n.id\n            WHERE c.energy_deal_id = n.id AND n IS DISTINCT FROM o;\n            RETURN NULL;\n        ",
                    hash="464ecdb8b4906c95591ee40dbd57b444820f6fc1",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_uncheck_citations_1b99e",
                    referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                    table="aip_energydeal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="energydeal",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_energydealevent" ("announced", "capacity", "capacity_bound", "capacity_high", "country", "energy", "energy_bound", "energy_high", "id", "key", "kind", "note", "offtaker_id", "partnership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "site", "stage", "starts", "supplier_id", "technology", "term_years") SELECT new_values."announced", new_values."capacity", new_values."capacity_bound", new_values."capacity_high", new_values."country", new_values."energy", new_values."energy_bound", new_values."energy_high", new_values."id", new_values."key", new_values."kind", new_values."note", new_values."offtaker_id", new_values."partnership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."site", new_values."stage", new_values."starts", new_values."supplier_id", new_values."technology", new_values."term_years" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d3c31d612bcdd97b6384691241887d31a35d2c47",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_df1c8",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="aip_energydeal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="energydeal",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_energydealevent" ("announced", "capacity", "capacity_bound", "capacity_high", "country", "energy", "energy_bound", "energy_high", "id", "key", "kind", "note", "offtaker_id", "partnership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "site", "stage", "starts", "supplier_id", "technology", "term_years") SELECT new_values."announced", new_values."capacity", new_values."capacity_bound", new_values."capacity_high", new_values."country", new_values."energy", new_values."energy_bound", new_values."energy_high", new_values."id", new_values."key", new_values."kind", new_values."note", new_values."offtaker_id", new_values."partnership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."site", new_values."stage", new_values."starts", new_values."supplier_id", new_values."technology", new_values."term_years" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."announced" IS DISTINCT FROM (new_values."announced") OR old_values."capacity" IS DISTINCT FROM (new_values."capacity") OR old_values."capacity_bound" IS DISTINCT FROM (new_values."capacity_bound") OR old_values."capacity_high" IS DISTINCT FROM (new_values."capacity_high") OR old_values."country" IS DISTINCT FROM (new_values."country") OR old_values."energy" IS DISTINCT FROM (new_values."energy") OR old_values."energy_bound" IS DISTINCT FROM (new_values."energy_bound") OR old_values."energy_high" IS DISTINCT FROM (new_values."energy_high") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."key" IS DISTINCT FROM (new_values."key") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."note" IS DISTINCT FROM (new_values."note") OR old_values."offtaker_id" IS DISTINCT FROM (new_values."offtaker_id") OR old_values."partnership_id" IS DISTINCT FROM (new_values."partnership_id") OR old_values."site" IS DISTINCT FROM (new_values."site") OR old_values."stage" IS DISTINCT FROM (new_values."stage") OR old_values."starts" IS DISTINCT FROM (new_values."starts") OR old_values."supplier_id" IS DISTINCT FROM (new_values."supplier_id") OR old_values."technology" IS DISTINCT FROM (new_values."technology") OR old_values."term_years" IS DISTINCT FROM (new_values."term_years")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="11d24ef6c2b02e0a14ec5373f86548af8919639c",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5deb0",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="aip_energydeal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="energydeal",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_energydealevent" ("announced", "capacity", "capacity_bound", "capacity_high", "country", "energy", "energy_bound", "energy_high", "id", "key", "kind", "note", "offtaker_id", "partnership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "site", "stage", "starts", "supplier_id", "technology", "term_years") SELECT old_values."announced", old_values."capacity", old_values."capacity_bound", old_values."capacity_high", old_values."country", old_values."energy", old_values."energy_bound", old_values."energy_high", old_values."id", old_values."key", old_values."kind", old_values."note", old_values."offtaker_id", old_values."partnership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."site", old_values."stage", old_values."starts", old_values."supplier_id", old_values."technology", old_values."term_years" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="4b15658580c8595c95cd7d8bb3c7a57dcecd60d8",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_60f72",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="aip_energydeal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnershipevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4990b25f352b5e8f2573f9b53214543858e60874",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ace50",
                    table="aip_partnershipevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="personevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="784377db4f840f9a58661fd2cdcee35ae11619b8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6c761",
                    table="aip_personevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="position",
            constraint=models.UniqueConstraint(
                fields=("person", "organization", "title"),
                name="position_is_stated_once",
                violation_error_message="This person has this title here already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="position",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "title",
                        models.Func(
                            models.F("title"),
                            models.Value("^\\s+|\\s+$"),
                            models.Value(""),
                            models.Value("g"),
                            function="regexp_replace",
                        ),
                    ),
                    models.Q(("title", ""), _negated=True),
                ),
                name="position_title_is_trimmed",
                violation_error_message="A name is not empty and has no space around it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="position",
            constraint=models.CheckConstraint(
                condition=models.Q(("since", ""), ("since_earliest__isnull", False), _connector="OR"),
                name="position_since_is_a_date",
                violation_error_message="State a date such as 2025, 2025-10, 2025-10-15, 2025~ or 2026-01/2026-06.",
            ),
        ),
        migrations.AddConstraint(
            model_name="position",
            constraint=models.CheckConstraint(
                condition=models.Q(("until", ""), ("until_earliest__isnull", False), _connector="OR"),
                name="position_until_is_a_date",
                violation_error_message="State a date such as 2025, 2025-10, 2025-10-15, 2025~ or 2026-01/2026-06.",
            ),
        ),
        migrations.AddConstraint(
            model_name="position",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("since_earliest__isnull", True),
                    ("until_earliest__isnull", True),
                    ("until_earliest__gte", models.F("since_earliest")),
                    _connector="OR",
                ),
                name="position_until_is_not_before_since",
                violation_error_message="“Until” is before “since”.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="position",
            trigger=pgtrigger.compiler.Trigger(
                name="uncheck_citations",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            UPDATE aip_citation c SET verdict = '', against = '', finding = '' FROM new_rows n JOIN old_rows o ON o.id = n.id\n            WHERE c.position_id = n.id AND n IS DISTINCT FROM o;\n            RETURN NULL;\n        ",
                    hash="56797813b552a5060db6b870778bac0925b99294",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_uncheck_citations_75d96",
                    referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                    table="aip_position",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="position",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_positionevent" ("id", "note", "organization_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "title", "until") SELECT new_values."id", new_values."note", new_values."organization_id", new_values."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."since", new_values."title", new_values."until" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="9b23add901621793fc425cd5343019e826d69e66",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4a1ce",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="aip_position",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="position",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_positionevent" ("id", "note", "organization_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "title", "until") SELECT new_values."id", new_values."note", new_values."organization_id", new_values."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."since", new_values."title", new_values."until" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."note" IS DISTINCT FROM (new_values."note") OR old_values."organization_id" IS DISTINCT FROM (new_values."organization_id") OR old_values."person_id" IS DISTINCT FROM (new_values."person_id") OR old_values."since" IS DISTINCT FROM (new_values."since") OR old_values."title" IS DISTINCT FROM (new_values."title") OR old_values."until" IS DISTINCT FROM (new_values."until")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f650ec3958f521bde045f33d3d9e87ab1d5fd6ac",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_888e9",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="aip_position",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="position",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_positionevent" ("id", "note", "organization_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "title", "until") SELECT old_values."id", old_values."note", old_values."organization_id", old_values."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."since", old_values."title", old_values."until" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="1d4e64faffa2bf8bbe4cd9bcb209d3c9b28b353e",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_121ea",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="aip_position",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0f446347628bbff2b21c44dab9ae8ae4be5b95d4",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_20038",
                    table="aip_citationevent",
                    when="BEFORE",
                ),
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
                    output_field=models.TextField(),
                ),
                output_field=models.TextField(),
                serialize=False,
            ),
        ),
        migrations.AddIndex(
            model_name="citation",
            index=models.Index(condition=models.Q(("verdict", "")), fields=["id"], name="citation_unchecked"),
        ),
        migrations.AddIndex(
            model_name="citation",
            index=models.Index(
                condition=models.Q(("organization__isnull", False)),
                fields=["organization"],
                name="citation_organization",
            ),
        ),
        migrations.AddIndex(
            model_name="citation",
            index=models.Index(
                condition=models.Q(("position__isnull", False)), fields=["position"], name="citation_position"
            ),
        ),
        migrations.AddIndex(
            model_name="citation",
            index=models.Index(
                condition=models.Q(("partnership__isnull", False)), fields=["partnership"], name="citation_partnership"
            ),
        ),
        migrations.AddIndex(
            model_name="citation",
            index=models.Index(
                condition=models.Q(("membership__isnull", False)), fields=["membership"], name="citation_membership"
            ),
        ),
        migrations.AddIndex(
            model_name="citation",
            index=models.Index(
                condition=models.Q(("investment__isnull", False)), fields=["investment"], name="citation_investment"
            ),
        ),
        migrations.AddIndex(
            model_name="citation",
            index=models.Index(
                condition=models.Q(("commitment__isnull", False)), fields=["commitment"], name="citation_commitment"
            ),
        ),
        migrations.AddIndex(
            model_name="citation",
            index=models.Index(
                condition=models.Q(("energy_deal__isnull", False)), fields=["energy_deal"], name="citation_energy_deal"
            ),
        ),
        migrations.AddIndex(
            model_name="citation",
            index=models.Index(
                condition=models.Q(("forecast__isnull", False)), fields=["forecast"], name="citation_forecast"
            ),
        ),
        migrations.AddIndex(
            model_name="citation",
            index=models.Index(fields=["address", "field"], name="citation_address"),
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
            constraint=models.UniqueConstraint(
                fields=("article", "address", "field", "quote", "paragraph"),
                name="citation_is_made_once",
                nulls_distinct=False,
                violation_error_message="This phrase is cited for this field already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("bound__in", ["", "undisclosed"]), ("value__isnull", True)),
                    models.Q(("value__isnull", False), models.Q(("bound__in", ["", "undisclosed"]), _negated=True)),
                    _connector="OR",
                ),
                name="citation_value_has_bound",
                violation_error_message="State the value with its bound; undisclosed means that there is no number.",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "bound__in",
                        ["", "exact", "about", "at_least", "more_than", "up_to", "less_than", "range", "undisclosed"],
                    )
                ),
                name="citation_value_bound_is_known",
                violation_error_message="The bound of the value is one of: exact, about, at least, more than, up to, less than, range, undisclosed.",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("value__isnull", True), models.Q(("value__gt", 0), ("value__isnull", False)), _connector="OR"
                ),
                name="citation_value_is_above_zero",
                violation_error_message="The value is a number above zero.",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("value_high__isnull", True), models.Q(("bound", "range"), _negated=True)),
                    models.Q(
                        ("bound", "range"),
                        ("value__isnull", False),
                        ("value_high__gt", models.F("value")),
                        ("value_high__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="citation_value_range_has_two_ends",
                violation_error_message="A range of the value has an upper end above the lower; nothing else has one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("unit", ""), ("value__isnull", True)),
                    models.Q(("unit__regex", "^([A-Z]{3}|MW|MWh)$"), ("value__isnull", False)),
                    _connector="OR",
                ),
                name="citation_value_has_unit",
                violation_error_message="State a unit with the value, and none without.",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.CheckConstraint(
                condition=models.Q(("verdict__in", ["", "supported", "contradicted", "not_judgeable"])),
                name="citation_verdict_is_known",
                violation_error_message="Choose one of the words for “verdict”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.CheckConstraint(
                condition=models.Q(("against__in", ["", "text", "citation", "fact"])),
                name="citation_against_is_known",
                violation_error_message="Choose one of the words for “against”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "quote",
                        models.Func(
                            models.F("quote"),
                            models.Value("^\\s+|\\s+$"),
                            models.Value(""),
                            models.Value("g"),
                            function="regexp_replace",
                        ),
                    ),
                    models.Q(("quote", ""), _negated=True),
                ),
                name="citation_quote_is_trimmed",
                violation_error_message="A name is not empty and has no space around it.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citation",
            trigger=pgtrigger.compiler.Trigger(
                name="uncheck_own",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'INSERT' THEN\n                NEW.verdict := ''; NEW.against := ''; NEW.finding := '';\n            ELSIF (to_jsonb(NEW) - '{verdict,against,finding,note,address}'::text[])\n                IS DISTINCT FROM (to_jsonb(OLD) - '{verdict,against,finding,note,address}'::text[]) THEN\n                NEW.verdict := ''; NEW.against := ''; NEW.finding := '';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="12e25a3e3319effdcc7c99d93cf12b5bdf882977",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_uncheck_own_c2a5c",
                    table="aip_citation",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_citationevent" ("article_id", "bound", "commitment_id", "energy_deal_id", "field", "forecast_id", "id", "investment_id", "membership_id", "note", "organization_id", "paragraph", "partnership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "quote", "unit", "value", "value_high") SELECT new_values."article_id", new_values."bound", new_values."commitment_id", new_values."energy_deal_id", new_values."field", new_values."forecast_id", new_values."id", new_values."investment_id", new_values."membership_id", new_values."note", new_values."organization_id", new_values."paragraph", new_values."partnership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."position_id", new_values."quote", new_values."unit", new_values."value", new_values."value_high" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="4b79c1b4a54a13a2af05b24fa1ffba6eb1725a65",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_citationevent" ("article_id", "bound", "commitment_id", "energy_deal_id", "field", "forecast_id", "id", "investment_id", "membership_id", "note", "organization_id", "paragraph", "partnership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "quote", "unit", "value", "value_high") SELECT new_values."article_id", new_values."bound", new_values."commitment_id", new_values."energy_deal_id", new_values."field", new_values."forecast_id", new_values."id", new_values."investment_id", new_values."membership_id", new_values."note", new_values."organization_id", new_values."paragraph", new_values."partnership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."position_id", new_values."quote", new_values."unit", new_values."value", new_values."value_high" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."article_id" IS DISTINCT FROM (new_values."article_id") OR old_values."bound" IS DISTINCT FROM (new_values."bound") OR old_values."commitment_id" IS DISTINCT FROM (new_values."commitment_id") OR old_values."energy_deal_id" IS DISTINCT FROM (new_values."energy_deal_id") OR old_values."field" IS DISTINCT FROM (new_values."field") OR old_values."forecast_id" IS DISTINCT FROM (new_values."forecast_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."investment_id" IS DISTINCT FROM (new_values."investment_id") OR old_values."membership_id" IS DISTINCT FROM (new_values."membership_id") OR old_values."note" IS DISTINCT FROM (new_values."note") OR old_values."organization_id" IS DISTINCT FROM (new_values."organization_id") OR old_values."paragraph" IS DISTINCT FROM (new_values."paragraph") OR old_values."partnership_id" IS DISTINCT FROM (new_values."partnership_id") OR old_values."position_id" IS DISTINCT FROM (new_values."position_id") OR old_values."quote" IS DISTINCT FROM (new_values."quote") OR old_values."unit" IS DISTINCT FROM (new_values."unit") OR old_values."value" IS DISTINCT FROM (new_values."value") OR old_values."value_high" IS DISTINCT FROM (new_values."value_high")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="702a360d1e9565ce2e0a0446c7978d2839ced2ac",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_citationevent" ("article_id", "bound", "commitment_id", "energy_deal_id", "field", "forecast_id", "id", "investment_id", "membership_id", "note", "organization_id", "paragraph", "partnership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "quote", "unit", "value", "value_high") SELECT old_values."article_id", old_values."bound", old_values."commitment_id", old_values."energy_deal_id", old_values."field", old_values."forecast_id", old_values."id", old_values."investment_id", old_values."membership_id", old_values."note", old_values."organization_id", old_values."paragraph", old_values."partnership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."position_id", old_values."quote", old_values."unit", old_values."value", old_values."value_high" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="8e4ad42c9b15f2e7b954f41c8f53a5e1cb4c2379",
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
            model_name="positionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4630425a62014cf729469616722fb92ea6fc83c9",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_799e6",
                    table="aip_positionevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="articleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c04dd4207dd571cb3e568761926fddfebfab0239",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f9bec",
                    table="aip_articleevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                models.OrderBy(models.F("published_earliest"), descending=True, nulls_last=True),
                models.F("key"),
                name="article_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(("key__regex", "^[a-z0-9]+(-[a-z0-9]+)*$")),
                name="article_key_is_a_key",
                violation_error_message="A key is small letters, digits and single hyphens: microsoft-openai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(("language", ""), ("language__regex", "^[a-z]{2}$"), _connector="OR"),
                name="article_language_is_a_code",
                violation_error_message="A language is two small letters (ISO 639-1).",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(("source_sha256", ""), ("source_sha256__regex", "^[0-9a-f]{64}$"), _connector="OR"),
                name="article_source_sha256_is_a_code",
                violation_error_message="A SHA-256 is 64 digits and letters a to f.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(("text_is__in", ["digest", "original", "none"])),
                name="article_text_is_is_known",
                violation_error_message="Choose one of the words for “text is”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(("published", ""), ("published_earliest__isnull", False), _connector="OR"),
                name="article_published_is_a_date",
                violation_error_message="State a date such as 2025, 2025-10, 2025-10-15, 2025~ or 2026-01/2026-06.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(("language", ""), _negated=True),
                name="article_language_is_stated",
                violation_error_message="State the language of the article.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("text", ""), ("text_is", "none")),
                    models.Q(models.Q(("text", ""), _negated=True), models.Q(("text_is", "none"), _negated=True)),
                    _connector="OR",
                ),
                name="article_text_is_what_it_says",
                violation_error_message="Say what the text is; “no text held” goes with an empty text only.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="uncheck_citations",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            UPDATE aip_citation c SET verdict = '', against = '', finding = '' FROM new_rows n JOIN old_rows o ON o.id = n.id\n            WHERE c.article_id = n.id AND n IS DISTINCT FROM o;\n            RETURN NULL;\n        ",
                    hash="c21c0e586daa8e1b22f01163fd1ad3fd4267e20f",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_uncheck_citations_781e0",
                    referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                    table="aip_article",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_articleevent" ("id", "key", "language", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published", "publisher_id", "source_name", "source_sha256", "text", "text_is", "title", "url") SELECT new_values."id", new_values."key", new_values."language", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."published", new_values."publisher_id", new_values."source_name", new_values."source_sha256", new_values."text", new_values."text_is", new_values."title", new_values."url" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="e0fe13c8dbba4793f8b1e99280b934c386e12c6c",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_812c0",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="aip_article",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_articleevent" ("id", "key", "language", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published", "publisher_id", "source_name", "source_sha256", "text", "text_is", "title", "url") SELECT new_values."id", new_values."key", new_values."language", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."published", new_values."publisher_id", new_values."source_name", new_values."source_sha256", new_values."text", new_values."text_is", new_values."title", new_values."url" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."key" IS DISTINCT FROM (new_values."key") OR old_values."language" IS DISTINCT FROM (new_values."language") OR old_values."note" IS DISTINCT FROM (new_values."note") OR old_values."published" IS DISTINCT FROM (new_values."published") OR old_values."publisher_id" IS DISTINCT FROM (new_values."publisher_id") OR old_values."source_name" IS DISTINCT FROM (new_values."source_name") OR old_values."source_sha256" IS DISTINCT FROM (new_values."source_sha256") OR old_values."text" IS DISTINCT FROM (new_values."text") OR old_values."text_is" IS DISTINCT FROM (new_values."text_is") OR old_values."title" IS DISTINCT FROM (new_values."title") OR old_values."url" IS DISTINCT FROM (new_values."url")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ad9525cf4f1122e7f7baa3fd33ee28a33fe4e81a",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b0947",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="aip_article",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aip_articleevent" ("id", "key", "language", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published", "publisher_id", "source_name", "source_sha256", "text", "text_is", "title", "url") SELECT old_values."id", old_values."key", old_values."language", old_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."published", old_values."publisher_id", old_values."source_name", old_values."source_sha256", old_values."text", old_values."text_is", old_values."title", old_values."url" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="334346d138cdee9f03f5ed3d7b7c7513e470f380",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_75f27",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="aip_article",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publisherevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f76f56055385a865906edd945468112c73fbbdd3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_16e59",
                    table="aip_publisherevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="statement",
            index=models.Index(
                condition=models.Q(("organization__isnull", False)),
                fields=["organization"],
                name="statement_organization",
            ),
        ),
        migrations.AddIndex(
            model_name="statement",
            index=models.Index(
                condition=models.Q(("position__isnull", False)), fields=["position"], name="statement_position"
            ),
        ),
        migrations.AddIndex(
            model_name="statement",
            index=models.Index(
                condition=models.Q(("partnership__isnull", False)), fields=["partnership"], name="statement_partnership"
            ),
        ),
        migrations.AddIndex(
            model_name="statement",
            index=models.Index(
                condition=models.Q(("membership__isnull", False)), fields=["membership"], name="statement_membership"
            ),
        ),
        migrations.AddIndex(
            model_name="statement",
            index=models.Index(
                condition=models.Q(("investment__isnull", False)), fields=["investment"], name="statement_investment"
            ),
        ),
        migrations.AddIndex(
            model_name="statement",
            index=models.Index(
                condition=models.Q(("commitment__isnull", False)), fields=["commitment"], name="statement_commitment"
            ),
        ),
        migrations.AddIndex(
            model_name="statement",
            index=models.Index(
                condition=models.Q(("energy_deal__isnull", False)), fields=["energy_deal"], name="statement_energy_deal"
            ),
        ),
        migrations.AddIndex(
            model_name="statement",
            index=models.Index(
                condition=models.Q(("forecast__isnull", False)), fields=["forecast"], name="statement_forecast"
            ),
        ),
        migrations.AddIndex(
            model_name="statement",
            index=models.Index(
                condition=models.Q(("person__isnull", False)), fields=["person"], name="statement_person"
            ),
        ),
        migrations.AddIndex(
            model_name="statement",
            index=models.Index(
                condition=models.Q(("publisher__isnull", False)), fields=["publisher"], name="statement_publisher"
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
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.UniqueConstraint(fields=("article", "kind", "named"), name="statement_is_made_once"),
        ),
    ]
