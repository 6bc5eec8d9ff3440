"""Citations on the page of the fact that they support, one inline a kind of fact."""

from django import forms

from aip.admin.base import StackedRow
from aip.admin.contradictions import TROUBLED
from aip.admin.forms import RowForm, cited_by
from aip.admin.stating import StatesRead
from aip.models import Citation
from aip.models.sources import SUBJECTS

FIGURE = ("bound", "value", "value_high", "unit")


def field_choices(names) -> list[tuple[str, str]]:
    """Return the fields to choose from, with words for people."""
    return [("", "the fact as a whole"), *((name, name.replace("_", " ")) for name in names)]


def grouped_choices(first: str = "") -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the fields of every kind of fact, a group each; those of the fact that is known come first."""
    whole, groups = field_choices([])[0], []
    for kind in sorted(SUBJECTS, key=lambda kind: kind != first):
        groups.append((kind.replace("_", " "), field_choices(SUBJECTS[kind].citable())[1:]))
    return [whole, *groups]


def citations_of(subject: str) -> type[StackedRow]:
    """Return the inline of the citations of one kind of fact."""

    class CitationRowForm(StatesRead, RowForm):
        field = forms.ChoiceField(choices=field_choices(SUBJECTS[subject].citable()), required=False, label="supports")

    class CitationRow(StackedRow):
        model = Citation
        form = CitationRowForm
        fk_name = subject
        exclude = [name for name in SUBJECTS if name != subject]
        fieldsets = [(None, {"fields": [("article", "field", "paragraph"), "quote", FIGURE, "note"]})]
        classes = ["collapse", "citations"]

        def get_formset(self, request, obj=None, **kwargs):
            """Where something stands against the fact, or a quote waits to be saved, its quotes are in view."""
            if "cite_article" in request.GET or getattr(obj, "standing", "") in TROUBLED:
                self.classes = ["citations"]
            return super().get_formset(request, obj, **kwargs)

        def get_extra(self, request, obj=None, **kwargs):
            """Whoever comes from the reading page with a quote finds it filled in."""
            return 1 if cited_by(request) else super().get_extra(request, obj, **kwargs)

    return CitationRow
