"""The room of sources: where facts were read, which phrase supports which, and what was decided."""

from django import forms
from django.contrib import admin

from aip.admin import columns
from aip.admin.base import FactAdmin
from aip.admin.citations import FIGURE, grouped_choices
from aip.admin.conflicts import ConflictPages
from aip.admin.differences import DifferencesPage
from aip.admin.filters import ContradictionFilter, CountryFilter, LanguageFilter, RelatedFilter, TextFilter, year
from aip.admin.forms import FactForm
from aip.admin.reading import ReadingPage
from aip.admin.statements import link_to_fact, table_of
from aip.admin.stating import StatesRead
from aip.loading.stating.decisions import can_be_held, hold
from aip.models import Article, Citation, Confirmation, Decision, Publisher, Statement
from aip.models.sources import SUBJECTS
from aip.vocabulary import TextIs


@admin.register(Publisher)
class PublisherAdmin(FactAdmin):
    list_display = ["name", "kind", columns.country()]
    list_filter = ["kind", CountryFilter]
    search_fields = ["name"]
    fieldsets = [(None, {"fields": ["name", ("kind", "country"), "note"]})]


class ArticleForm(FactForm):
    """An article. A text that is pasted is the original, unless the form says otherwise; without one there is none."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk is None and "text_is" in self.fields:
            self.initial.setdefault("text_is", TextIs.ORIGINAL.value)

    def clean(self):
        text, text_is = self.cleaned_data.get("text", ""), self.cleaned_data.get("text_is")
        if not text:
            self.cleaned_data["text_is"] = TextIs.NONE.value
        elif self.instance.pk is None and text_is == TextIs.NONE.value:
            self.cleaned_data["text_is"] = TextIs.ORIGINAL.value
        return super().clean()


@admin.register(Article)
class ArticleAdmin(ReadingPage, FactAdmin):
    form = ArticleForm
    list_display = [columns.headline, "publisher", columns.stated("published"), "language", columns.text_held]
    list_filter = [("publisher", RelatedFilter), LanguageFilter, TextFilter, year("published")]
    search_fields = ["title", "key", "publisher__name"]
    fieldsets = [
        (None, {"fields": ["key", "publisher", "title", "url", ("language", "published")]}),
        ("Text", {"fields": ["text_is", "text", "source_name", "source_sha256", "note"]}),
    ]

    def get_deleted_objects(self, objs, request):
        """What the file said goes with the article, and so does what was confirmed; nobody needs leave for that."""
        deleted, counts, needed, protected = super().get_deleted_objects(objs, request)
        own = {Statement._meta.verbose_name, Confirmation._meta.verbose_name}
        return deleted, counts, needed - own, protected


SUBJECT_ROWS = [tuple(SUBJECTS)[start : start + 3] for start in range(0, len(SUBJECTS), 3)]


class CitationForm(StatesRead, FactForm):
    """A citation on its own page, where the fact is chosen, and with it the fields it has."""

    field = forms.ChoiceField(
        choices=grouped_choices,
        required=False,
        label="supports",
        help_text="Which field of the fact the quote supports; they are grouped by kind of fact.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        known = [kind for kind in SUBJECTS if self.initial.get(kind)]
        self.fields["field"].choices = grouped_choices(*known[:1])


@admin.register(Citation)
class CitationAdmin(ConflictPages, FactAdmin):
    form = CitationForm
    list_display = ["quote", "fact", "supports", columns.figure("value"), "article", "checked"]
    list_filter = ["verdict", ContradictionFilter, ("article__publisher", RelatedFilter), "bound"]
    ordering = ["-pk"]
    search_fields = ["quote", "organization", "article__title", "article__key"]
    readonly_fields = ["checked", "finding"]
    fieldsets = [
        (None, {"fields": ["article", ("paragraph", "field"), "quote", FIGURE, ("checked", "finding"), "note"]}),
        ("The fact it supports: exactly one", {"fields": SUBJECT_ROWS, "classes": ["pairs"]}),
    ]

    @admin.display(description="fact")
    def fact(self, citation):
        return citation.fact

    @admin.display(description="supports", ordering="field")
    def supports(self, citation):
        return citation.field.replace("_", " ") or "the whole"

    @admin.display(description="verdict", ordering="verdict")
    def checked(self, citation):
        return citation.get_verdict_display() or "unchecked"


class DecisionForm(FactForm):
    """A decision is for a figure: one that a citation states and its fact can hold."""

    def clean(self):
        citation = self.cleaned_data.get("citation")
        if citation and self.instance.pk is None and not can_be_held(citation):
            self.add_error("citation", "This citation states nothing that could be accepted.")
        return super().clean()


@admin.register(Decision)
class DecisionAdmin(FactAdmin):
    form = DecisionForm
    list_display = ["citation", "reason", "decided_by_name", "decided_at"]
    ordering = ["-decided_at"]
    search_fields = [
        "reason",
        "citation__quote",
        "decided_by_name",
        *(f"citation__{kind}__key" for kind in ("partnership", "investment", "energy_deal", "forecast", "observation")),
    ]
    readonly_fields = ["decided_by", "decided_by_name", "decided_at"]
    fieldsets = [(None, {"fields": ["citation", "reason", ("decided_by", "decided_by_name", "decided_at"), "note"]})]

    def save_model(self, request, decision, form, change):
        if not change:
            decision.decided_by, decision.decided_by_name = request.user, request.user.get_username()
            hold(decision.citation)
        super().save_model(request, decision, form, change)


@admin.register(Statement)
class StatementAdmin(DifferencesPage, FactAdmin):
    """What each article file said of each fact. Kept by the loader: to be read, not written."""

    list_display = ["named", columns.kind_of, "article"]
    list_filter = [("article", RelatedFilter)]
    ordering = ["-pk"]
    search_fields = ["named", "article__key"]
    readonly_fields = ["fact", "says"]
    fieldsets = [(None, {"fields": ["article", "fact", "says"]})]

    @admin.display(description="fact")
    def fact(self, statement):
        return link_to_fact(statement)

    @admin.display(description="the file says")
    def says(self, statement):
        return table_of(statement)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Confirmation)
class ConfirmationAdmin(FactAdmin):
    """Differences in which the database's value was kept. To delete one is to open the difference again."""

    list_display = ["statement", "field", "said", "held", "confirmed_by_name", "confirmed_at"]
    ordering = ["-confirmed_at"]
    search_fields = ["statement__named", "confirmed_by_name"]
    fieldsets = [
        (None, {"fields": ["statement", "field", "said", "held"]}),
        (None, {"fields": ["confirmed_by", "confirmed_by_name", "confirmed_at", "note"]}),
    ]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False
