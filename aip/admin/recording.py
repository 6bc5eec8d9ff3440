"""Whoever comes from a reading page with a phrase finds the form filled in, and is led back after saving."""

from django.http import HttpResponseRedirect
from django.urls import reverse

from aip.admin.forms import cited_by, is_number_of_row
from aip.models import Article, Citation, Commitment

PARTIES = {  # what a party of a deal is called in an address, and what is said of it
    "investor": "Who pays",
    "recipient": "Who receives",
    "supplier": "Who supplies the power",
    "offtaker": "Who takes the power",
}


class Recording:
    """Fills in what the address of an add form asks for: `?cite_article=4&cite_quote=…&investor=12`."""

    def get_formset_kwargs(self, request, obj, inline, prefix):
        """Fill in the citation, and who invests."""
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if inline.model is Citation and cited_by(request):
            kwargs["initial"] = [cited_by(request)]
        if inline.model is Commitment and invested_by(request):
            kwargs["initial"] = [{"investor": invested_by(request)}]
        return kwargs

    def render_change_form(self, request, context, *args, **kwargs):
        """Say which organizations were read from a sentence."""
        if kwargs.get("add") and request.GET.get("cite_article"):
            context["parties_read"] = {party: what for party, what in PARTIES.items() if request.GET.get(party)}
        return super().render_change_form(request, context, *args, **kwargs)

    def response_post_save_add(self, request, obj):
        """Lead back to the article that the phrase stands in."""
        page = _reading_page(request)
        return HttpResponseRedirect(page) if page else super().response_post_save_add(request, obj)


def invested_by(request) -> str:
    """Return the number of the organization that an address says invests; only for showing the form."""
    asked = request.GET.get("investor", "") if request.method == "GET" else ""
    return asked if is_number_of_row(asked) else ""


def _reading_page(request) -> str:
    """Return the page that led to an add form, nothing where none did; its top, where it is told what was saved."""
    prefix = "cite_" if "cite_article" in request.GET else ""
    article = request.GET.get(f"{prefix}article", "")
    if not request.GET.get(f"{prefix}quote") or not is_number_of_row(article):
        return ""
    if not request.user.has_perm("aip.view_article") or not Article.objects.filter(pk=article).exists():
        return ""
    return reverse("admin:aip_article_read", args=[article])
