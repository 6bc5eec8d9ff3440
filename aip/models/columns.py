"""Groups of columns that several tables share: figures, stated dates, names that are alike whatever their case."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.deconstruct import deconstructible

from aip import codes
from aip.figures import COUNT, ENERGY, POWER, SHARE, Bound, Figure, format_figure
from aip.stated_dates import read_stated_date

CURRENCY, UNIT = "^[A-Z]{3}$", r"^([A-Z]{3}|MW|MWh|\u0025|1)$"  # a bare % would be doubled on its way into a rule

# Numbers of these bounds are ceilings: no money until something firmer is stated.
CEILINGS = (Bound.UP_TO.value, Bound.LESS_THAN.value)
BOUND_CHOICES = [(bound.value, bound.label) for bound in Bound]


class Fold(Func):
    """A name as compared: NFKC, one space between words, small letters. See `aip_fold` in the first migration."""

    function = "aip_fold"
    output_field = models.TextField()


@models.CharField.register_lookup
@models.TextField.register_lookup
class Alike(models.Lookup):
    """`name__alike="gip"`: the same name, whatever its case, spaces and way of composing accents."""

    lookup_name = "alike"

    def as_sql(self, compiler, connection):
        left, left_params = self.process_lhs(compiler, connection)
        right, right_params = self.process_rhs(compiler, connection)
        return f"aip_fold({left}) = aip_fold({right})", [*left_params, *right_params]


@models.Field.register_lookup
@models.ForeignKey.register_lookup
class AnyOf(models.Lookup):
    """`id__any=[…]`: one of many values, sent as one array; `in` sends, and prepares, each by itself."""

    lookup_name = "any"
    prepare_rhs = False

    def as_sql(self, compiler, connection):
        left, left_params = self.process_lhs(compiler, connection)
        return f"{left} = ANY(%s)", [*left_params, list(self.rhs)]


def words_of(text: str) -> list[str]:
    """Return the words of `text`, none longer than an index can hold."""
    return [word[:100] for word in re.findall(r"\w+", text)]


def beginnings(text: str) -> SearchQuery:
    """Return the full-text query for what has, for every word of `text`, a word that begins with it."""
    return SearchQuery(" & ".join(f"{word}:*" for word in words_of(text)), search_type="raw", config="simple")


class Earliest(Func):
    """The earliest day that a stated date can mean, or NULL. See `aip_earliest` in the first migration."""

    function = "aip_earliest"
    output_field = models.DateField()


@deconstructible
class Check:
    """A validator of a single value, made of one of the `check_` functions of `aip.codes`, named by what it checks."""

    def __init__(self, what: str):
        self.what = what

    def __call__(self, value: str) -> None:
        try:
            getattr(codes, f"check_{self.what}")(value)
        except ValueError as error:
            raise ValidationError(str(error), code=self.what) from None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Check) and self.what == other.what

    def __hash__(self) -> int:
        return hash(self.what)


def validate_stated_date(value: str) -> None:
    """Refuse what is no date such as 2025, 2025-10, 2025-10-15, 2025~ or 2026-01/2026-06."""
    try:
        read_stated_date(value)
    except ValueError as error:
        raise ValidationError(str(error), code="stated_date") from None


def stated_date(verbose_name: str = "", **options: Any) -> models.CharField:
    """Return a column for a date as precise as its source."""
    return models.CharField(
        verbose_name or None,
        max_length=25,
        blank=True,
        validators=[validate_stated_date],
        help_text="As precise as the source: 2025, 2025-10, 2025-10-15, 2025~ (about), 2026-01/2026-06 (within).",
        **options,
    )


def earliest(column: str) -> models.GeneratedField:
    """Return the generated column that sorts and filters the stated date `column`."""
    day = models.DateField(null=True)
    return models.GeneratedField(expression=Earliest(F(column)), output_field=day, db_persist=True, serialize=False)


def date_constraint(table: str, column: str) -> models.CheckConstraint:
    """Return the rule that a stated date is one."""
    return models.CheckConstraint(
        name=f"{table}_{column}_is_a_date",
        condition=Q(**{column: ""}) | Q(**{f"{column}_earliest__isnull": False}),
        violation_error_message="State a date such as 2025, 2025-10, 2025-10-15, 2025~ or 2026-01/2026-06.",
    )


def order_constraint(table: str, first: str, then: str) -> models.CheckConstraint:
    """Return the rule that of two stated dates the second is not before the first."""
    return models.CheckConstraint(
        name=f"{table}_{then}_is_not_before_{first}",
        condition=Q(**{f"{first}_earliest__isnull": True})
        | Q(**{f"{then}_earliest__isnull": True})
        | Q(**{f"{then}_earliest__gte": F(f"{first}_earliest")}),
        violation_error_message=f"“{then.capitalize()}” is before “{first}”.",
    )


def number(digits: int, places: int) -> models.DecimalField:
    """Return a column for the number of a figure."""
    return models.DecimalField(max_digits=digits, decimal_places=places, null=True, blank=True)


def bound(default: str = "") -> models.CharField:
    """Return a column for the bound of a figure; blank means that no source states the figure."""
    return models.CharField(max_length=11, blank=True, default=default, choices=BOUND_CHOICES)


def figure_constraints(table: str, name: str, *, bound: str = "", unit: str = "") -> list[models.CheckConstraint]:
    """Return the rules of one figure's columns: `name`, `name_high`, the bound and, if it has one, the unit's."""
    bound = bound or f"{name}_bound"
    is_null, high_is_null = f"{name}__isnull", f"{name}_high__isnull"
    label = name.replace("_", " ")
    rules = [
        models.CheckConstraint(
            name=f"{table}_{name}_has_bound",
            condition=Q(**{is_null: True, f"{bound}__in": ["", Bound.UNDISCLOSED.value]})
            | Q(**{is_null: False}) & ~Q(**{f"{bound}__in": ["", Bound.UNDISCLOSED.value]}),
            violation_error_message=f"State the {label} with its bound; undisclosed means that there is no number.",
        ),
        models.CheckConstraint(
            name=f"{table}_{name}_bound_is_known",
            condition=Q(**{f"{bound}__in": ["", *(each.value for each in Bound)]}),
            violation_error_message=f"The bound of the {label} is one of: {', '.join(b.label for b in Bound)}.",
        ),
        models.CheckConstraint(
            name=f"{table}_{name}_is_above_zero",
            condition=Q(**{is_null: True}) | Q(**{is_null: False, f"{name}__gt": 0}),
            violation_error_message=f"The {label} is a number above zero.",
        ),
        models.CheckConstraint(
            name=f"{table}_{name}_range_has_two_ends",
            condition=Q(**{high_is_null: True}) & ~Q(**{bound: Bound.RANGE.value})
            | Q(**{high_is_null: False, bound: Bound.RANGE.value, is_null: False, f"{name}_high__gt": F(name)}),
            violation_error_message=f"A range of the {label} has an upper end above the lower; nothing else has one.",
        ),
    ]
    if unit:
        rules.append(
            models.CheckConstraint(
                # isnull is spelled out: SQL lets a check pass that comes to NULL.
                name=f"{table}_{name}_has_{unit}",
                condition=Q(**{is_null: True, unit: ""})
                | Q(
                    **{
                        is_null: False,
                        f"{unit}__regex": CURRENCY if unit == "currency" else UNIT,
                    }
                ),
                violation_error_message=f"State a {unit} with the {label}, and none without.",
            )
        )
    return rules


def stated_figure(value: Decimal | None, high: Decimal | None, bound: str, unit: str) -> Figure | None:
    """Return the figure that the columns hold, or None where no source states it."""
    if not bound:
        return None
    if bound == Bound.UNDISCLOSED:
        return Figure(None, bound=Bound.UNDISCLOSED)
    return Figure(value, unit, Bound(bound), high)


def words_for(figure: Figure | None) -> str:
    """Return a figure for people, "not stated" where no source states it."""
    return format_figure(figure, language="en") if figure else "not stated"


def check_unit(unit: str) -> None:
    """Refuse, for the form's field `unit`, what is neither a unit of figures nor a currency."""
    if unit and unit not in (POWER, ENERGY, SHARE, COUNT):
        try:
            codes.check_currency(unit)
        except ValueError as error:
            raise ValidationError({"unit": str(error)}, code="unit") from None


def word_constraint(table: str, column: str, words: Iterable[str], *, blank: bool = False) -> models.CheckConstraint:
    """Return the rule that a column holds a word of its closed list."""
    allowed = [*([""] if blank else []), *(str(word) for word in words)]
    return models.CheckConstraint(
        name=f"{table}_{column}_is_known",
        condition=Q(**{f"{column}__in": allowed}),
        violation_error_message=f"Choose one of the words for “{column.replace('_', ' ')}”.",
    )


def code_constraint(table: str, column: str, pattern: str, words: str) -> models.CheckConstraint:
    """Return the rule that a column is empty or has the form of its code."""
    return models.CheckConstraint(
        name=f"{table}_{column}_is_a_code",
        condition=Q(**{column: ""}) | Q(**{f"{column}__regex": pattern}),
        violation_error_message=words,
    )


def trimmed_constraint(table: str, column: str) -> models.CheckConstraint:
    """Return the rule that a name is neither empty nor padded."""
    trimmed = Func(F(column), Value(r"^\s+|\s+$"), Value(""), Value("g"), function="regexp_replace")
    return models.CheckConstraint(
        name=f"{table}_{column}_is_trimmed",
        condition=Q(**{column: trimmed}) & ~Q(**{column: ""}),
        violation_error_message="A name is not empty and has no space around it.",
    )


def country(verbose_name: str = "country") -> models.CharField:
    """Return a column for an ISO 3166-1 code."""
    return models.CharField(
        verbose_name,
        max_length=2,
        blank=True,
        validators=[Check("country")],
        help_text="ISO 3166-1 code: US, AE, DE.",
    )


def currency() -> models.CharField:
    """Return a column for an ISO 4217 code."""
    return models.CharField(
        max_length=3, blank=True, validators=[Check("currency")], help_text="ISO 4217 code: USD, EUR, AED."
    )
