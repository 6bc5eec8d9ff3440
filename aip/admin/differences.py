"""The page of differences between files and database: who made each, and a way to settle it."""

import hashlib
from itertools import groupby

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from aip.admin.editors import find_editors
from aip.admin.refusals import REFUSALS, refusal, writing
from aip.evidence import check_citations
from aip.loading.differing.differences import NAMES, WHOLE, find_differences
from aip.loading.differing.taking import OVERTAKEN, find_difference, keep, take, words_of
from aip.loading.differing.wording import excerpts
from aip.loading.storing.tables import TABLES
from aip.models import Article, Citation, OrganizationIdentifier, OrganizationName

PER_PAGE = 50
LONGEST = 300  # letters of a value that are shown


class SettlingForm(forms.Form):
    """Which difference is settled, as it was seen, and how."""

    kind = forms.ChoiceField(choices=[(kind, kind) for kind in TABLES])
    fact = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1)
    statement = forms.IntegerField(min_value=1, max_value=2**63 - 1)
    label = forms.CharField(max_length=2_000, strip=False)
    seen = forms.CharField(max_length=64)
    settle = forms.ChoiceField(choices=[("take", "take"), ("keep", "keep")])


class DifferencesPage:
    """Adds the page to the admin of statements."""

    change_list_template = "admin/aip/statement_list.html"

    def get_urls(self):
        view = self.admin_site.admin_view(self.differences_view)
        return [path("differences/", view, name="aip_statement_differences"), *super().get_urls()]

    def differences_view(self, request):
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        if request.method == "POST":
            self._settle(request)
            return HttpResponseRedirect(request.get_full_path())
        every = find_differences()
        found = [each for each in every if not each.decided]  # what was decided is shown with the conflicts
        listed = sorted((each for each in found if not each.confirmed), key=_place)
        page = Paginator(listed, PER_PAGE).get_page(request.GET.get("p", 1))
        context = {
            **self.admin_site.each_context(request),
            "title": "Differences",
            "opts": self.opts,
            "articles": list(_by_article(page.object_list, request.user)),
            "page": page,
            "open": len(listed),
            "confirmed": len(found) - len(listed),
            "decided": len(every) - len(found),
            "may_keep": request.user.has_perm("aip.add_confirmation"),
            "may_see_confirmed": request.user.has_perm("aip.view_confirmation"),
        }
        return TemplateResponse(request, "admin/aip/differences.html", context)

    def _settle(self, request):
        form = SettlingForm(request.POST)
        if not form.is_valid():
            self.message_user(request, "Choose a difference, and how to settle it.", messages.ERROR)
            return
        sent = form.cleaned_data
        found = find_difference(sent["kind"], sent["fact"], sent["statement"], sent["label"])
        if found is None or _digest(found) != sent["seen"]:
            self.message_user(request, OVERTAKEN, messages.ERROR)
            return
        if not _may(request.user, found, sent["settle"]):
            raise PermissionDenied
        try:
            with writing():
                _write(found, sent["settle"], request.user)
        except (ValueError, ValidationError) as error:
            self.message_user(request, words_of(error), messages.ERROR)
        except REFUSALS as error:
            self.message_user(request, refusal(error), messages.ERROR)
        else:
            whose = "decided" if found.undoes_decision else "file's"
            done = f"The {whose} value is taken" if sent["settle"] == "take" else "The database's value is kept"
            self.message_user(request, f"{done}: {found.named}, {found.label}.", messages.SUCCESS)


def _place(difference):
    return difference.article, difference.named, difference.label


def _write(difference, how, user):
    if how == "keep":
        keep(difference, user=user)
        return
    take(difference)
    check_citations(Citation.objects.unchecked())


def _may(user, difference, how) -> bool:
    """Whether a user may settle a difference this way."""
    if how == "keep":
        return user.has_perm("aip.add_confirmation")
    if difference.decided:
        return False
    parts = {"cite": Citation, "identifiers": OrganizationIdentifier, **dict.fromkeys(NAMES.values(), OrganizationName)}
    model = parts.get(difference.field) or TABLES[difference.kind].model
    verb = "change" if difference.held else "add" if difference.item or difference.field == WHOLE else "change"
    return user.has_perm(f"aip.{verb}_{model._meta.model_name}")


def _by_article(differences, user):
    """Yield each article with its differences, in words."""
    articles = {article.key: article for article in _articles(differences)}
    editors = find_editors(differences)
    for key, group in groupby(differences, key=lambda each: each.article):
        yield articles[key], [_told(each, editors.get(each), user) for each in group]


def _articles(differences):
    return Article.objects.filter(key__in={each.article for each in differences}).select_related("publisher")


def _told(difference, edited, user) -> dict:
    """Return a difference in words, for a template."""
    model = TABLES[difference.kind].model._meta
    says, held = excerpts(difference.says, difference.held, LONGEST)
    return {
        "difference": difference,
        "says": says,
        "held": held,
        "field": difference.label.replace("_", " "),
        "kind": model.verbose_name,
        "address": reverse(f"admin:aip_{model.model_name}_change", args=[difference.fact]) if difference.fact else "",
        "edited": edited,
        "seen": _digest(difference),
        "may_take": _may(user, difference, "take"),
    }


def _digest(difference) -> str:
    """Return what tells whether a difference is still as it was seen."""
    return hashlib.sha256(repr((difference.says, difference.held)).encode()).hexdigest()
