"""What every admin of AIP has in common: pages of facts, and rows of facts on the pages of others."""

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import ForeignKey, Model
from django.template.response import TemplateResponse

from aip.admin.contradictions import check_saved, contradicted_on, standing_of
from aip.admin.forms import CODES, FactForm, Fields, ReferenceSelect, RowForm, RowFormSet, is_number_of_row
from aip.admin.history import page_of_changes, tracked
from aip.admin.pages import FactChangeList, FactPaginator
from aip.admin.recording import Recording
from aip.admin.refusals import Refusals
from aip.admin.search import find
from aip.admin.stating import tell_of_citations
from aip.models.facts import along, named_by
from aip.models.sources import SUBJECTS


class FactAdmin(Refusals, Recording, Fields, admin.ModelAdmin):
    """The pages of one table. Lists, forms and histories take a fixed number of queries."""

    form = FactForm
    paginator = FactPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50
    list_max_show_all = 500
    search_help_text = "The beginning of any word of a name, a title or a key."

    @property
    def media(self):
        """Lists have filters by reference, which need what the forms' references need."""
        references = [each for each in self.model._meta.fields if isinstance(each, ForeignKey)]
        return sum((ReferenceSelect(each, self.admin_site).media for each in references[:1]), super().media)

    def get_changelist(self, request, **kwargs):
        return FactChangeList

    def get_queryset(self, request):
        """Return the rows with what their names are made of, and with how they stand with their citations."""
        rows = super().get_queryset(request).select_related(*self._joined())
        return rows.with_standing() if self.model in SUBJECTS.values() else rows

    def _joined(self) -> list[str]:
        """Return the relations that a list or a form of this table names."""
        names = [each.name for each in self.model._meta.fields if isinstance(each, ForeignKey)]
        return [path for name in names for path in along(self.model, name)] + named_by(self.model)

    def get_search_results(self, request, queryset, search_term):
        return find(queryset, self.search_fields, search_term), False

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.parts = [(inline.model, _owner(inline, self.model)) for inline in self.inlines]
        return form

    def get_changeform_initial_data(self, request):
        """Fill in what an address asks for, as far as the references in it can be any."""
        references = {each.name for each in self.model._meta.fields if isinstance(each, ForeignKey)}
        asked = super().get_changeform_initial_data(request)
        return {name: value for name, value in asked.items() if name not in references or is_number_of_row(value)}

    def save_model(self, request, obj, form, change):
        request.contradicted = contradicted_on([obj])
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        """Whoever saves a page sees what it comes to: whatever it unchecked is checked again."""
        parts = [each.instance for formset in formsets for each in formset.forms]
        before = request.contradicted | contradicted_on(parts)
        super().save_related(request, form, formsets, change)
        check_saved(request, [form.instance, *parts], before)
        tell_of_citations(request, [form, *(each for formset in formsets for each in formset.forms)])

    def get_readonly_fields(self, request, obj=None):
        """A key stays as it is once it is given."""
        key = ["key"] if obj and "key" in {each.name for each in self.model._meta.fields} else []
        return [*super().get_readonly_fields(request, obj), *key]

    def render_change_form(self, request, context, *args, **kwargs):
        """Offer the codes that the inputs of the page can hold."""
        models = [self.model, *(inline.model for inline in self.inlines)]
        names = {each.name for model in models for each in model._meta.fields}
        row = kwargs.get("obj")
        if row and self.model in SUBJECTS.values():
            context["evidence"] = standing_of(row)
        context["code_lists"] = {name: codes for name, codes in CODES.items() if name in names}
        return super().render_change_form(request, context, *args, **kwargs)

    def history_view(self, request, object_id, extra_context=None):
        row = self.get_object(request, unquote(object_id))
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        if self.model not in tracked():
            return super().history_view(request, object_id, extra_context)
        page = page_of_changes(row, [inline.model for inline in self.inlines], request.GET.get("p", 1))
        context = {
            **self.admin_site.each_context(request),
            "title": f"History of {row}",
            "subtitle": None,
            "page": page,
            "page_range": page.paginator.get_elided_page_range(page.number),
            "object": row,
            "opts": self.opts,
            "module_name": self.opts.verbose_name_plural,
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/aip/object_history.html", context)


def _owner(inline: type[admin.options.InlineModelAdmin], model: type[Model]) -> str:
    """Return the column by which the rows of an inline belong to a row of `model`."""
    names = [each.name for each in inline.model._meta.fields if each.related_model is model]
    return inline.model._meta.get_field(inline.fk_name or names[0]).attname


class Row(Fields):
    """Rows of one table on the page of another."""

    form = RowForm
    formset = RowFormSet
    extra = 0
    show_change_link = True

    def get_queryset(self, request):
        names = [each.name for each in self.model._meta.fields if isinstance(each, ForeignKey)]
        joined = [path for name in names for path in along(self.model, name)]
        return super().get_queryset(request).select_related(*joined)


class TableRow(Row, admin.TabularInline):
    """Rows with a line each."""


class StackedRow(Row, admin.StackedInline):
    """Rows with several lines each."""
