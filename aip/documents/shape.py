"""The shape of an article file: one definition, from which reading, checking and the JSON Schema all come.

`ArticleDocument` is a file's content with every value checked by itself; whether a deal makes sense is the models'
to say. Fields that a file leaves out are not in `model_fields_set`: it says nothing of them.
"""

from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    model_validator,
)

from aip import codes
from aip.documents.values import (
    MOST_WORDS,
    AnyFigure,
    Country,
    Energy,
    Key,
    Language,
    Line,
    Money,
    Name,
    Names,
    Number,
    OneOrMore,
    Phrase,
    Power,
    Quote,
    RegionCode,
    Sha256,
    StatedDate,
    Text,
    Url,
)
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
    Role,
    Stage,
    Technology,
    TextIs,
)


class Part(BaseModel):
    """A mapping in an article file. `alone` is the field that may stand for the mapping if it says nothing else."""

    alone: ClassVar[str] = ""

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
    states: AnyFigure | None = Field(
        None, description="The figure that the quote states, where the entry says another."
    )
    note: Text = Field("", description="For other editors; not a fact.")


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

    alone = "name"

    name: Name
    country: Country = ""
    kind: PublisherKind | None = None
    note: Text = ""


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

    identity: ClassVar[tuple[str, ...]] = ("name",)

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


class ObservationEntry(Entry):
    """A figure, or a claim in words, of an organization, a deal or a place: a valuation, a stake, chips, jobs."""

    key: Key
    measure: Name = Field("", description="What is measured or counted.")
    organization: Name = ""
    partnership: Key = ""
    investment: Key = ""
    energy_deal: Key = ""
    site: Name = ""
    value: AnyFigure | None = None
    words: Name = Field("", description="What is said, where it is no number.")
    as_of: StatedDate = ""


class Facts(Part):
    """The sections of a file that hold facts."""

    organizations: list[OrganizationEntry] = []
    people: list[PersonEntry] = []
    partnerships: list[PartnershipEntry] = []
    investments: list[InvestmentEntry] = []
    energy_deals: list[EnergyDealEntry] = []
    forecasts: list[ForecastEntry] = []
    observations: list[ObservationEntry] = []


class ArticleDocument(Facts):
    """One article and every fact that was read from it."""

    article: Header


class UncitedDocument(Facts):
    """What editors typed in by hand and no article says: the same sections, without an article and its citations."""

    uncited: Line = Field(description="Why no article is cited for these facts.")
    publishers: list[PublisherEntry] = Field([], description="Publishers without an article.")


class DecisionEntry(Part):
    """Which of several statements is accepted, and why: one citation of one field of one fact."""

    kinds: ClassVar[tuple[str, ...]] = (
        "organization",
        "position",
        "partnership",
        "membership",
        "investment",
        "commitment",
        "energy_deal",
        "forecast",
        "observation",
    )

    organization: Name = Field("", description="A name of the organization decided on.")
    position: Name = Field("", description="Person, organization and title: Sam Altman/OpenAI/chief executive.")
    partnership: Name = Field("", description="Key of the partnership decided on.")
    membership: Name = Field("", description="Key of the partnership, organization and role: aip/MGX/founder.")
    investment: Name = Field("", description="Key of the investment decided on.")
    commitment: Name = Field("", description="Key of the investment and the investor: microsoft-openai/Microsoft.")
    energy_deal: Name = Field("", description="Key of the energy deal decided on.")
    forecast: Name = Field("", description="Key of the forecast decided on.")
    observation: Name = Field("", description="Key of the observation decided on.")
    field: Name = Field(
        description="The field decided on: a figure (amount, capacity, energy, value), date, word or number."
    )
    article: Name = Field(description="Key of the article whose statement is accepted.")
    quote: Phrase = Field(description="The quote that states it, as cited.")
    reason: Line
    decided_by: Name = ""
    decided: StatedDate = ""

    @property
    def kind(self) -> str:
        """The kind of fact decided on."""
        return next(kind for kind in self.kinds if getattr(self, kind))

    @property
    def key(self) -> str:
        """What names the fact."""
        return str(getattr(self, self.kind))

    @model_validator(mode="after")
    def _is_about_one_fact(self) -> Self:
        if sum(bool(getattr(self, kind)) for kind in self.kinds) != 1:
            raise ValueError(f"name exactly one fact: {', '.join(self.kinds)}")
        return self


class DecisionsDocument(Part):
    """A file of decisions, without an article."""

    decisions: list[DecisionEntry]
