"""Forms of facts: references found by typing, codes offered with their names, and one query a kind of row."""

import unicodedata

from django import forms
from django.contrib.admin import TabularInline
from django.contrib.admin.widgets import AutocompleteSelect
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

from aip import codes
from aip.admin.versions import Parts, is_same, lock, version_of, what_happened
from aip.figures import ENERGY, POWER, FigureError, read_typed, unmistakable
from aip.vocabulary import Region

WHITE = "\t\n\r"
CODES = {  # the codes that a column holds, with their names
    "country": codes.countries(),
    "currency": codes.currencies(),
    "language": codes.languages(),
    "region": {word.value: word.label for word in Region} | codes.countries(),
    "unit": {POWER: "megawatt", ENERGY: "megawatt-hour"} | codes.currencies(),
}


def refuse_control_characters(text: str) -> None:
    """Refuse what nobody can see, and some programs cannot read."""
    if any(unicodedata.category(letter) == "Cc" and letter not in WHITE for letter in text):
        raise ValidationError("The text holds a control character.", code="control_character")


def is_number_of_row(text: str) -> bool:
    """Whether a text of an address can be the number of a row."""
    return text.isascii() and text.isdecimal() and len(text) <= 18


def cited_by(request) -> dict[str, str]:
    """Return the citation that an address asks for: `?cite_article=4&cite_quote=…`; only for showing the form."""
    if request.method != "GET":
        return {}
    asked = {name: request.GET.get(f"cite_{name}", "") for name in ("article", "paragraph", "quote", "field")}
    return asked if is_number_of_row(asked["article"]) and asked["quote"] else {}


class ReferenceField(forms.ModelChoiceField):
    """A reference to a row. The one that stands there already is known, and need not be fetched again."""

    known: models.Model | None = None

    def knows(self, value) -> bool:
        return self.known is not None and str(value) == str(self.known.pk)

    def to_python(self, value):
        return self.known if self.knows(value) else super().to_python(value)


class ReferenceSelect(AutocompleteSelect):
    """A reference found by typing."""

    def optgroups(self, name, value, attr=None):
        field = self.choices.field
        if not field.knows(value[0] if value else None):
            return super().optgroups(name, value, attr)
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        options.append(self.create_option(name, field.known.pk, field.label_from_instance(field.known), True, 1))
        return [(None, options, 0)]


class NumberInput(forms.TextInput):
    """A number without the zeros that a column keeps behind it, and beside it what is understood while it is typed."""

    class Media:
        js = ["aip/numbers.js"]

    def __init__(self, attrs=None):
        super().__init__({"class": "vNumberField", "autocomplete": "off"} | (attrs or {}))

    def get_context(self, name, value, attrs):
        return super().get_context(name, value, {"data-reader": reverse("admin:number")} | (attrs or {}))

    def format_value(self, value):
        words = str(value) if value is not None else ""
        if isinstance(value, str):  # as it was typed
            return words
        return unmistakable(words.rstrip("0").rstrip(".") if "." in words and "e" not in words.lower() else words)


class LinesField(forms.CharField):
    """A text of several lines. A browser sends two characters for each end of a line, a file has one."""

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n").replace("\r", "\n")


class NumberField(forms.DecimalField):
    """A number as people write it, such as 6.7 billion, in the unit that stands beside it."""

    unit = ""

    def to_python(self, value):
        if value in self.empty_values or not isinstance(value, str):
            return super().to_python(value)
        try:
            return read_typed(value, self.unit)
        except FigureError as error:
            raise ValidationError(f"{error}.", code="invalid") from None


class Fields:
    """How columns become inputs, on pages and in the rows of others alike."""

    def get_autocomplete_fields(self, request):
        return [field.name for field in self.model._meta.fields if isinstance(field, models.ForeignKey)]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        kwargs.setdefault("form_class", ReferenceField)
        kwargs.setdefault("widget", ReferenceSelect(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if isinstance(db_field, ArrayField):
            choices = db_field.base_field.choices
            return forms.MultipleChoiceField(choices=choices, required=False, widget=forms.CheckboxSelectMultiple)
        if isinstance(db_field, models.URLField):
            kwargs["assume_scheme"] = "https"
        if isinstance(db_field, models.TextField):
            kwargs["form_class"] = LinesField
        if isinstance(db_field, models.DecimalField):
            kwargs |= {"form_class": NumberField, "widget": NumberInput(_unit_beside(db_field.name))}
        if db_field.name in CODES:
            kwargs["widget"] = forms.TextInput(
                {"list": f"codes-{db_field.name}", "class": "code", "autocomplete": "off"}
            )
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if label := self._label_of(db_field.name):
            field.label = label
        if isinstance(field, ReferenceField):  # to look and to add; what it refers to is changed on its own page
            field.widget.can_change_related = field.widget.can_delete_related = False
        if isinstance(field, forms.CharField):
            field.validators.append(refuse_control_characters)
        return field

    def _label_of(self, column: str) -> str:
        """Return what a part of a figure is called, where bound, number, "to", number and unit stand in one line."""
        if column.endswith("_high"):
            return "to"
        if not column.endswith("bound") or isinstance(self, TabularInline):
            return ""
        return column.removesuffix("_bound").capitalize() if column != "bound" else "States"


UNITS = {"capacity": POWER, "energy": ENERGY}
UNIT_INPUTS = {"amount": "currency", "value": "unit"}


def _unit_beside(column: str) -> dict[str, str]:
    """Return the attributes by which the input of a number says its unit, or which input of the form holds that."""
    name = column.removesuffix("_high")
    return {"data-unit": UNITS[name]} if name in UNITS else {"data-unit-input": UNIT_INPUTS[name]}


def measure(form: forms.ModelForm) -> None:
    """Let the numbers of a form know the units that were sent along."""
    for name, field in form.fields.items():
        if isinstance(field, NumberField):
            beside = form.add_prefix(UNIT_INPUTS.get(name.removesuffix("_high"), ""))
            field.unit = UNITS.get(name.removesuffix("_high")) or form.data.get(beside, "").strip()


def remember(form: forms.ModelForm) -> None:
    """Let the references of a form know the rows that were fetched along with the form's own."""
    for name, field in form.fields.items():
        if isinstance(field, ReferenceField) and name in form.instance._state.fields_cache:
            field.known = getattr(form.instance, name)


class VersionField(forms.CharField):
    """The version of the page that a form was made from. Nobody edits it."""

    widget = forms.HiddenInput

    def has_changed(self, initial, data):
        return False


class FactForm(forms.ModelForm):
    """The form of a fact's own page. It knows the version of the page that it was made from."""

    refusal = ""  # what the database said when the form was right by itself
    parts: Parts = []  # the tables whose rows stand on the page
    version = VersionField(required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        remember(self)
        measure(self)
        if self.instance.pk and not self.is_bound:
            self.initial["version"] = version_of(self.instance, self.parts)

    def clean(self):
        if self.instance.pk:
            self._check_version()
        if self.refusal:
            self.add_error(None, ValidationError(self.refusal, code="refused"))
        return super().clean()

    def _check_version(self) -> None:
        if not self.refusal:  # else the form is only shown again, and waits for nobody
            lock(self.instance, self.parts)
        mine, now = self.cleaned_data.get("version", ""), version_of(self.instance, self.parts)
        if not is_same(mine, now):
            self.add_error(None, ValidationError(what_happened(self.instance, self.parts, mine), code="overtaken"))
            self.data = self.data.copy()
            self.data[self.add_prefix("version")] = now


class RowForm(forms.ModelForm):
    """The form of a row on the page of another."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        remember(self)
        measure(self)

    def _post_clean(self):
        if self.instance.pk is None or self.has_changed():  # what nobody touched is right as it is
            super()._post_clean()


class RowFormSet(forms.BaseInlineFormSet):
    """The rows on the page of another, fetched once."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        number = form.fields[self._pk_field.name]
        known = ReferenceField(number.queryset, initial=number.initial, required=False, widget=number.widget)
        known.known = form.instance if form.instance.pk else None
        form.fields[self._pk_field.name] = known
