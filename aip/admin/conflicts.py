"""The pages of conflicts: all of them, and one with its statements side by side, to decide between."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from aip.admin.columns import sentence
from aip.admin.refusals import REFUSALS, refusal, writing
from aip.conflicts import Said, conflict_of, find_conflicts
from aip.evidence import check_citations
from aip.figures import Figure
from aip.loading.stating.decisions import accept
from aip.models import Citation


class DecisionForm(forms.Form):
    """Which statement is accepted, and why."""

    citation = forms.IntegerField()
    reason = forms.CharField(max_length=2_000, strip=True)


def conflict_address(address: str, field: str) -> str:
    """Return where the conflict over a field of a fact is to be settled."""
    return reverse("admin:aip_citation_conflict", args=[address, field])


class ConflictPages:
    """Adds the pages to the admin of citations."""

    change_list_template = "admin/aip/citation_list.html"

    def get_urls(self):
        pages = [
            path("conflicts/", self.admin_site.admin_view(self.conflicts_view), name="aip_citation_conflicts"),
            path(
                "conflicts/<str:address>/<str:field>/",
                self.admin_site.admin_view(self.conflict_view),
                name="aip_citation_conflict",
            ),
        ]
        return [*pages, *super().get_urls()]

    def conflicts_view(self, request):
        self._let_in(request)
        conflicts = [_told(conflict) for conflict in find_conflicts()]
        return self._page(request, "conflicts", "Conflicts", conflicts=conflicts)

    def conflict_view(self, request, address, field):
        self._let_in(request)
        conflict = conflict_of(address, field)
        if conflict is None:
            raise Http404("There is no such conflict.")
        if request.method == "POST":
            return self._decide(request, conflict)
        may_decide = request.user.has_perm("aip.add_decision")
        return self._page(request, "conflict", str(conflict.fact), conflict=_told(conflict), may_decide=may_decide)

    def _decide(self, request, conflict):
        if not request.user.has_perm("aip.add_decision"):
            raise PermissionDenied
        form = DecisionForm(request.POST)
        chosen = {each.pk: each for each in conflict.citations}.get(form.is_valid() and form.cleaned_data["citation"])
        if chosen is None:
            self.message_user(request, "Choose a statement, and say why it is accepted.", messages.ERROR)
            return HttpResponseRedirect(request.path)
        try:
            with writing():
                accept(chosen, reason=form.cleaned_data["reason"], user=request.user)
        except REFUSALS as error:
            self.message_user(request, refusal(error), messages.ERROR)
            return HttpResponseRedirect(request.path)
        except (ValueError, ValidationError) as error:
            words = error.messages if isinstance(error, ValidationError) else [str(error)]
            self.message_user(request, " ".join(words), messages.ERROR)
            return HttpResponseRedirect(request.path)
        check_citations(Citation.objects.filter(address=conflict.address))
        self.message_user(request, f"Accepted: {_shown(conflict.says(chosen))}.", messages.SUCCESS)
        return HttpResponseRedirect(request.path)

    def _let_in(self, request):
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied

    def _page(self, request, template, title, **context):
        context = {**self.admin_site.each_context(request), "title": title, "opts": self.opts, **context}
        return TemplateResponse(request, f"admin/aip/{template}.html", context)


def _shown(said: Said) -> str | None:
    return sentence(said) if isinstance(said, Figure) else said


def _told(conflict) -> dict:
    """Return a conflict in words, for a template."""
    accepted = conflict.accepted
    return {
        "fact": conflict.fact,
        "field": conflict.field_label,
        "held": _shown(conflict.in_words(conflict.held)) or "nothing",
        "why": conflict.why,
        "decided": conflict.decision is not None,
        "address": conflict_address(conflict.address, conflict.field),
        "statements": [
            {
                "citation": citation,
                "says": _shown(conflict.says(citation)),
                "accepted": citation in accepted,
                "differs": conflict.differences(citation),
            }
            for citation in conflict.citations
        ],
    }
