"""The kinds of value an article file holds: each is read from plain text, checked by itself, and known to editors."""

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from aip import codes
from aip.figures import Figure, FigureError, Kind, read_figure
from aip.figures.spelling import UNITS
from aip.stated_dates import read_stated_date
from aip.vocabulary import (
    Region,
)

MOST_WORDS = 12  # of a quote
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")  # all but tab and line feed


def _text(value: Any) -> Any:
    """Refuse characters that no text needs and PostgreSQL or a reader cannot take."""
    if isinstance(value, str) and (found := _CONTROL.search(value)):
        raise ValueError(f"character U+{ord(found[0]):04X} is not allowed in a text")
    return value


def _line(value: Any) -> Any:
    """Fold white space, so that a name is alike however it was wrapped and padded; compose its accents."""
    if not isinstance(value, str):
        return value
    line = " ".join(_text(value).split())
    return line if line.isascii() else unicodedata.normalize("NFC", line)


def _read(reader: Callable[[str], Any], what: str) -> PlainValidator:
    """Return a validator that makes a value of a text by `reader`."""

    def read(value: Any) -> Any:
        if not isinstance(value, str):
            raise ValueError(f"{what} is written as plain text")
        return reader(_line(value))

    return PlainValidator(read)


def _whole_number(text: str) -> int:
    if not re.fullmatch("0|[1-9][0-9]{0,8}", text):
        raise ValueError(f"“{text}” is not a plain whole number")
    return int(text)


def _figure(*kinds: Kind) -> Callable[[str], Figure]:
    def read(text: str) -> Figure:
        figure = read_figure(text)
        if figure.kind is Kind.COUNT and Kind.COUNT not in kinds:
            raise FigureError(f"“{text}” has no unit: a currency code, {', '.join(UNITS)}")
        if figure.kind is Kind.MONEY:
            codes.check_currency(figure.unit)
        if figure.kind and figure.kind not in kinds:
            raise FigureError(f"“{text}” is {figure.kind}; this field holds {' or '.join(kinds)}")
        for value in filter(None, [figure.value, figure.value_high]):
            places = 2 if figure.kind is Kind.MONEY else 6
            if value >= Decimal("1e12" if figure.kind is not Kind.MONEY else "1e18"):
                raise FigureError(f"“{text}” is more than the database holds")
            if value != round(value, places):
                raise FigureError(f"“{text}” has more decimals than the database holds")
        return figure

    return read


def _code(check: Callable[[str], None]) -> AfterValidator:
    def checked(value: str) -> str:
        check(value)
        return value

    return AfterValidator(checked)


def _stated_date(text: str) -> str:
    read_stated_date(text)
    return text


def _region(text: str) -> str:
    if text not in list(Region):
        try:
            codes.check_country(text)
        except ValueError:
            raise ValueError(f"“{text}” is no region: a country of ISO 3166-1, or {', '.join(Region)}") from None
    return text


def _url(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s/?#]+\.[^\s/?#]+([/?#]\S*)?", text):
        raise ValueError(f"“{text}” is no web address: it begins with https:// or http://")
    return text


def _few_words(text: str) -> str:
    if len(text.split()) > MOST_WORDS:
        raise ValueError(f"a quote is at most {MOST_WORDS} words, this one has {len(text.split())}")
    return text


def _schema(description: str, *, number: bool = False) -> WithJsonSchema:
    """Return the part of the JSON Schema of a value written as text; a bare year or number is one to an editor."""
    kind: Any = ["string", "integer"] if number else "string"
    return WithJsonSchema({"type": kind, "description": description})


Line = Annotated[str, BeforeValidator(_line), StringConstraints(min_length=1, max_length=500)]
Name = Annotated[str, BeforeValidator(_line), StringConstraints(min_length=1, max_length=200)]
Text = Annotated[str, BeforeValidator(_text), StringConstraints(max_length=5_000_000)]
Key = Annotated[Name, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)]
Country = Annotated[str, BeforeValidator(_line), _code(codes.check_country)]
Language = Annotated[str, BeforeValidator(_line), _code(codes.check_language)]
Url = Annotated[str, BeforeValidator(_line), StringConstraints(max_length=500), AfterValidator(_url)]
Number = Annotated[int, _read(_whole_number, "a number"), _schema("A plain whole number.", number=True)]
DATE = "As precise as the source: 2025, 2025-10, 2025-10-15, 2025~, 2026-01/2026-06."
StatedDate = Annotated[str, _read(_stated_date, "a date"), _schema(DATE, number=True)]
Money = Annotated[Figure, _read(_figure(Kind.MONEY), "a figure"), _schema("about 13 billion USD; undisclosed")]
Power = Annotated[Figure, _read(_figure(Kind.POWER), "a figure"), _schema("up to 960 MW; 1.2 GW; undisclosed")]
Energy = Annotated[Figure, _read(_figure(Kind.ENERGY), "a figure"), _schema("A year: 3 TWh; undisclosed")]
AnyFigure = Annotated[
    Figure,
    _read(_figure(*Kind), "a figure"),
    _schema("more than 1580 TWh; 90 GW; 3 trillion USD; 27 %; about 80", number=True),
]
RegionCode = Annotated[str, _read(_region, "a region"), _schema("world, europe, eu, or a country: DE")]
Sha256 = Annotated[Name, StringConstraints(pattern="^[0-9a-f]{64}$")]
Phrase = Annotated[str, BeforeValidator(_line), StringConstraints(min_length=1, max_length=300)]
Quote = Annotated[Phrase, AfterValidator(_few_words)]


def _as_list(value: Any) -> Any:
    """One thing needs no list."""
    return [value] if value is not None and not isinstance(value, list) else value


class OneOrMore:
    """Marks a list whose only item may stand without the list."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_as_list, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        several = handler(schema)
        return {"anyOf": [several["items"], several]}


Names = Annotated[list[Name], OneOrMore()]
