"""The pages of conflicts: all of them, and one with its statements side by side, to decide between."""

from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from aip.admin.columns import sentence
from aip.admin.refusals import REFUSALS, refusal, writing
from aip.conflicts import Conflict, Said, conflict_of, find_conflicts, find_open
from aip.evidence import check_citations
from aip.figures import Figure
from aip.loading.stating.decisions import accept
from aip.models import Citation
from aip.models.columns import words_of
from aip.models.sources import SUBJECTS

PER_PAGE = 50


class DecisionForm(forms.Form):
    """Which statement is accepted, and why."""

    citation = forms.IntegerField()
    reason = forms.CharField(max_length=2_000, strip=True)


class NarrowingForm(forms.Form):
    """Which conflicts are listed. What it does not understand narrows nothing."""

    q = forms.CharField(required=False, label="Name", widget=forms.TextInput({"type": "search"}))
    state = forms.ChoiceField(
        required=False, choices=[("", "open and decided"), ("open", "open"), ("decided", "decided")]
    )
    kind = forms.ChoiceField(
        required=False,
        label="Kind of fact",
        choices=[("", "any"), *((kind, kind.replace("_", " ")) for kind in SUBJECTS)],
    )
    differs = forms.ChoiceField(
        required=False,
        label="Differs in",
        choices=[("", "anything"), *((part, part) for part in ("value", "unit", "bound", "date", "word"))],
    )

    def narrow(self, conflicts: list[Conflict]) -> list[Conflict]:
        """Return those of `conflicts` that were asked for."""
        self.is_valid()
        state, kind, differs = (self.cleaned_data.get(name) for name in ("state", "kind", "differs"))
        words = [word.casefold() for word in words_of(self.cleaned_data.get("q") or "")]
        return [
            each
            for each in conflicts
            if (not state or (state == "decided") == (each.decision is not None))
            and (not kind or each.kind == kind)
            and (not differs or differs in each.differs_in)
            and (not words or _is_called(each, words))
        ]


def _is_called(conflict: Conflict, words: list[str]) -> bool:
    """Whether every word begins one in the name or key of the fact, in the field, or in who says something of it."""
    publishers = [str(citation.article.publisher) for citation in conflict.citations]
    called = [str(conflict.fact), getattr(conflict.fact, "key", ""), conflict.field_label, *publishers]
    names = [name.casefold() for name in words_of(" ".join(called))]
    return all(any(name.startswith(word) for name in names) for word in words)


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
        every, form = find_conflicts(), NarrowingForm(request.GET)
        found = form.narrow(every)
        page = Paginator(found, PER_PAGE).get_page(request.GET.get("p", 1))
        asked = {name: value for name, value in request.GET.items() if name in form.fields and value}
        open_ones = sum(conflict.decision is None for conflict in every)
        context = {
            "conflicts": [_told(conflict) for conflict in page],
            "page": page,
            "form": form,
            "asked": urlencode(asked),
            "found": len(found),
            "open": open_ones,
            "decided": len(every) - open_ones,
        }
        return self._page(request, "conflicts", "Conflicts", **context)

    def conflict_view(self, request, address, field):
        self._let_in(request)
        conflict = conflict_of(address, field)
        if conflict is None:
            raise Http404("There is no such conflict.")
        typed = {}
        if request.method == "POST":
            typed = self._decide(request, conflict)
            if not typed:
                return HttpResponseRedirect(request.path)
        context = {
            "conflict": _told(conflict, typed),
            "may_decide": request.user.has_perm("aip.add_decision"),
            "trail": [("Conflicts", reverse("admin:aip_citation_conflicts"))],
            **(_next(conflict) if conflict.decision else {}),
        }
        return self._page(request, "conflict", f"{conflict.fact}: {conflict.field_label}", **context)

    def _decide(self, request, conflict) -> dict:
        """Accept what was chosen; where that is refused, tell why and return what was typed."""
        if not request.user.has_perm("aip.add_decision"):
            raise PermissionDenied
        form = DecisionForm(request.POST)
        is_whole = form.is_valid()
        typed = {"citation": form.cleaned_data.get("citation"), "reason": request.POST.get("reason", "")}
        chosen = {each.pk: each for each in conflict.citations}.get(typed["citation"])
        if chosen is None or not is_whole:
            self.message_user(request, "Choose a statement, and say why it is accepted.", messages.ERROR)
            return typed
        try:
            with writing():
                accept(chosen, reason=form.cleaned_data["reason"], user=request.user)
        except REFUSALS as error:
            self.message_user(request, refusal(error), messages.ERROR)
            return typed
        except (ValueError, ValidationError) as error:
            words = error.messages if isinstance(error, ValidationError) else [str(error)]
            self.message_user(request, " ".join(words), messages.ERROR)
            return typed
        check_citations(Citation.objects.filter(address=conflict.address))
        self.message_user(request, f"Accepted: {_shown(conflict.says(chosen))}.", messages.SUCCESS)
        return {}

    def _let_in(self, request):
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied

    def _page(self, request, template, title, **context):
        context = {**self.admin_site.each_context(request), "title": title, "opts": self.opts, **context}
        return TemplateResponse(request, f"admin/aip/{template}.html", context)


def _shown(said: Said) -> str | None:
    return sentence(said) if isinstance(said, Figure) else said


def _next(conflict: Conflict) -> dict:
    """Return how many conflicts are open, and where the first after this one is."""
    places, here = find_open(), (conflict.address, conflict.field)
    following = min(places, key=lambda place: (place < here, place), default=None)
    return {"left": len(places), "next": conflict_address(*following) if following else ""}


def _told(conflict: Conflict, typed: dict | None = None) -> dict:
    """Return a conflict in words, for a template, with what was typed for one of its statements."""
    accepted, typed, why = conflict.accepted, typed or {}, conflict.why
    return {
        "fact": conflict.fact,
        "kind": conflict.kind.replace("_", " "),
        "field": conflict.field_label,
        "held": _shown(conflict.in_words(conflict.held)) or "nothing",
        "why": why if why[-1] in ".!?…" else f"{why}.",
        "decided": conflict.decision is not None,
        "settled": conflict.settled,
        "is_unsaid": not accepted,
        "address": conflict_address(conflict.address, conflict.field),
        "differs": conflict.differs_in,
        "groups": [
            {
                "says": _shown(says),
                "publishers": list(dict.fromkeys(str(citation.article.publisher) for citation in citations)),
                "accepted": citations[0] in accepted,
            }
            for says, citations in conflict.grouped()
        ],
        "statements": [
            {
                "citation": citation,
                "says": _shown(conflict.says(citation)),
                "accepted": citation in accepted,
                "differs": conflict.differences(citation),
                "typed": typed.get("reason", "") if typed.get("citation") == citation.pk else "",
            }
            for citation in conflict.citations
        ],
    }
