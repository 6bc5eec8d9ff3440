"""The shape of an article file: one definition, from which reading, checking and the JSON Schema all come.

`ArticleDocument` is a file's content with every value checked by itself; whether a deal makes sense is the models'
to say. Fields that a file leaves out are not in `model_fields_set`: it says nothing of them.
"""

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from aip import codes
from aip.figures import Figure, FigureError, Kind, read_figure
from aip.stated_dates import read_stated_date
from aip.vocabulary import (
    Basis,
    Binding,
    CommitmentRole,
    EnergyDealKind,
    IdentifierScheme,
    Metric,
    OrganizationKind,
    PartnershipKind,
    PublisherKind,
    Region,
    Role,
    Stage,
    Technology,
    TextIs,
)

MOST_WORDS = 12  # of a quote


def _text(value: Any) -> Any:
    """Refuse characters that no text needs and PostgreSQL or a reader cannot take."""
    if isinstance(value, str):
        for character in value:
            if character not in "\n\t" and unicodedata.category(character) in ("Cc", "Cs"):
                raise ValueError(f"character U+{ord(character):04X} is not allowed in a text")
    return value


def _line(value: Any) -> Any:
    """Fold white space, so that a name is alike however it was wrapped and padded; compose its accents."""
    return unicodedata.normalize("NFC", " ".join(_text(value).split())) if isinstance(value, str) else value


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
AnyFigure = Annotated[Figure, _read(_figure(*Kind), "a figure"), _schema("more than 1580 TWh; 90 GW; 3 trillion USD")]
RegionCode = Annotated[str, _read(_region, "a region"), _schema("world, europe, eu, or a country: DE")]
Sha256 = Annotated[Name, StringConstraints(pattern="^[0-9a-f]{64}$")]
Quote = Annotated[
    str, BeforeValidator(_line), StringConstraints(min_length=1, max_length=300), AfterValidator(_few_words)
]


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


class Part(BaseModel):
    """A mapping in an article file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _leave_out_nothing(cls, data: Any) -> Any:
        """Take “kind:” with nothing behind it as not said."""
        return {key: value for key, value in data.items() if value is not None} if isinstance(data, dict) else data


class Cite(Part):
    """The phrase that supports a field of the entry around it, or the entry as a whole."""

    field: Name = Field("", description="Which field the quote supports; left out for the entry as a whole.")
    paragraph: Number | None = Field(None, description="Counted from 1; needed only where the quote stands in several.")
    quote: Quote = Field(description=f"Exactly as printed, at most {MOST_WORDS} words.")


class Entry(Part):
    """What the article says of one fact. `identity` are the fields that name it, `parts` those that hold entries."""

    identity: ClassVar[tuple[str, ...]] = ("key",)
    parts: ClassVar[tuple[str, ...]] = ()

    note: Text = Field("", description="For other editors; not a fact.")
    cite: Annotated[list[Cite], OneOrMore()] = Field([], description="One citation, or a list of them.")

    @property
    def named(self) -> str:
        """How the file names the fact within its holder."""
        return "/".join(str(getattr(self, name)) for name in self.identity)

    def said(self) -> dict[str, Any]:
        """Return the values the file gives, by field, without what names the fact, its parts and its citations."""
        left_out = {*self.identity, *self.parts, "cite"}
        return {
            name: getattr(self, name) for name in type(self).model_fields if name in self.model_fields_set - left_out
        }

    @classmethod
    def citable(cls) -> list[str]:
        """Return the fields that a quote can support."""
        return [name for name in cls.model_fields if name not in ("cite", "note", *cls.parts)]


class PublisherEntry(Part):
    """Who published the article."""

    name: Name
    country: Country = ""
    kind: PublisherKind | None = None


def _publisher(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


class Header(Part):
    """The article itself."""

    publisher: Annotated[PublisherEntry, BeforeValidator(_publisher, json_schema_input_type=Name | PublisherEntry)]
    title: Line = ""
    url: Url = ""
    language: Language = Field(description="ISO 639-1: de, en, fr.")
    published: StatedDate = ""
    source_name: Name = Field("", description="File name of the document that the text renders.")
    source_sha256: Sha256 = Field("", description="SHA-256 of that document.")
    text_is: TextIs = TextIs.NONE
    text: Text = ""
    note: Text = ""

    @model_validator(mode="after")
    def _text_is_what_it_says(self) -> Self:
        if bool(self.text.strip()) != (self.text_is is not TextIs.NONE):
            raise ValueError("say with “text_is” what the text is: digest or original; none goes without a text")
        return self


class OrganizationEntry(Entry):
    """An organization, by any of its names, with what the article says of it."""

    identity = ("name",)

    name: Name
    kind: OrganizationKind | None = None
    country: Country = ""
    parent: Name = Field("", description="Any known name of the parent organization.")
    website: Url = ""
    aliases: Names = []
    former: Names = Field([], description="Former names.")
    legal: Names = Field([], description="Legal names.")
    short: Names = Field([], description="Short names.")
    identifiers: dict[IdentifierScheme, Names] = {}

    @model_validator(mode="after")
    def _identifiers_are_right(self) -> Self:
        for scheme, values in self.identifiers.items():
            for value in values:
                codes.check_identifier(scheme, value)
        return self


class PositionEntry(Entry):
    """A title of the person around it."""

    identity = ("organization", "title")

    organization: Name
    title: Name
    since: StatedDate = ""
    until: StatedDate = ""


class PersonEntry(Part):
    """A person and the positions that the article names."""

    name: Name
    note: Text = ""
    positions: list[PositionEntry] = []


class MemberEntry(Entry):
    """A member of the partnership around it."""

    identity = ("organization", "role")

    organization: Name
    role: Role = Role.MEMBER
    joined: StatedDate = ""
    left: StatedDate = ""


class PartnershipEntry(Entry):
    """An alliance and its members."""

    parts = ("members",)

    key: Key
    name: Name = ""
    kind: PartnershipKind | None = None
    announced: StatedDate = ""
    purpose: Text = ""
    binding: Binding | None = None
    acts_as: Name = Field("", description="The organization that signs in the partnership's name.")
    members: list[MemberEntry] = []


class CommitmentEntry(Entry):
    """One investor's part in the investment around it; without an amount it is undisclosed."""

    identity = ("investor",)

    investor: Name
    role: CommitmentRole | None = None
    amount: Money | None = None


class InvestmentEntry(Entry):
    """One sum for one purpose."""

    parts = ("commitments",)

    key: Key
    title: Name = ""
    recipient: Name = ""
    partnership: Key = ""
    amount: Money | None = None
    basis: Basis | None = None
    stage: Stage | None = None
    announced: StatedDate = ""
    closed: StatedDate = ""
    draws_on: Key = Field("", description="Key of the investment that is the pool or ceiling.")
    commitments: list[CommitmentEntry] = []


class EnergyDealEntry(Entry):
    """A supplier and a buyer of power, or of the means to make it."""

    key: Key
    supplier: Name = ""
    offtaker: Name = ""
    partnership: Key = ""
    kind: EnergyDealKind | None = None
    technology: Annotated[list[Technology], OneOrMore()] = []
    capacity: Power | None = None
    energy: Energy | None = None
    term_years: Number | None = None
    starts: StatedDate = ""
    site: Name = ""
    country: Country = ""
    stage: Stage | None = None
    announced: StatedDate = ""


class ForecastEntry(Entry):
    """A published figure about a future year."""

    key: Key
    metric: Metric | None = None
    region: RegionCode = ""
    year: Number | None = None
    value: AnyFigure | None = None
    forecaster: Name = ""


class ArticleDocument(Part):
    """One article and everything a fact was read from it."""

    article: Header
    organizations: list[OrganizationEntry] = []
    people: list[PersonEntry] = []
    partnerships: list[PartnershipEntry] = []
    investments: list[InvestmentEntry] = []
    energy_deals: list[EnergyDealEntry] = []
    forecasts: list[ForecastEntry] = []
