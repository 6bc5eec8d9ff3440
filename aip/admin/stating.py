"""What a citation's quote states: read where the form leaves it open, and held against what is decided."""

from django import forms
from django.contrib import messages
from django.urls import reverse
from django.utils.html import format_html

from aip.conflicts import conflict_of
from aip.evidence import read_stated
from aip.figures import Figure, format_figure
from aip.models import Citation

STATES = "The figure as the quote has it. Left empty, it is read from the quote where that holds exactly one."


class StatesRead(forms.ModelForm):
    """The form of a citation. What it leaves open of the figure that the quote states is read from the quote."""

    read: Figure | None = None  # what was read, if anything

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "unit" in self.fields:  # the last of the line, below which there is room
            self.fields["unit"].help_text = STATES

    def save(self, commit=True):
        citation = self.instance
        self.read = None if citation.bound else read_stated(citation)
        if self.read:
            citation.value, citation.value_high = self.read.value, self.read.value_high
            citation.bound, citation.unit = self.read.bound.value, self.read.unit
        return super().save(commit)


def tell_of_citations(request, saved) -> None:
    """Say what was read from quotes, and where a quote differs from what is decided already."""
    for form in saved:
        if not isinstance(form, StatesRead) or not form.instance.pk or not form.has_changed():
            continue
        if form.read:
            words = format_figure(form.read, language="en")
            messages.info(request, f"States: {words}, read from the quote “{form.instance.quote}”.")
        _tell_of_decision(request, form.instance)


def _tell_of_decision(request, citation: Citation) -> None:
    citation = Citation.objects.filter(pk=citation.pk).first()  # its address is made by the database
    conflict = conflict_of(citation.address, citation.field) if citation and citation.field else None
    if conflict and conflict.decision and citation in conflict.citations and citation not in conflict.accepted:
        page = reverse("admin:aip_citation_conflict", args=[conflict.address, conflict.field])
        words = "“{}” says something else, but the field “{}” is decided. <a href='{}'>Decide anew</a>"
        messages.warning(request, format_html(words, citation.quote, citation.field_label, page))
