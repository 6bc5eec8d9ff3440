"""The reading page of an article: its text with every cited phrase marked, beside it the facts."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from aip.figures import Kind
from aip.figures.spelling import plain
from aip.reading import Found, read

# Which form records a figure of a kind, the field it goes to, and the column of its unit.
FORMS = {
    Kind.MONEY: ("investment", "amount", "currency"),
    Kind.POWER: ("energydeal", "capacity", ""),
    Kind.ENERGY: ("forecast", "value", "unit"),
}


class ReadingPage:
    """Adds the page to an article's admin, and leads there."""

    change_form_template = "admin/aip/article_form.html"

    def get_urls(self):
        view = self.admin_site.admin_view(self.read_view)
        return [path("<path:object_id>/read/", view, name="aip_article_read"), *super().get_urls()]

    def read_view(self, request, object_id):
        article = self.get_object(request, object_id)
        if article is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, article):
            raise PermissionDenied
        reading = read(article, article.says())
        may_record = request.user.has_perm("aip.add_citation")
        for found in reading.found:
            found.record = record_address(article, found) if may_record else ""
        context = {
            **self.admin_site.each_context(request),
            "title": str(article),
            "subtitle": None,
            "opts": self.opts,
            "original": article,
            "reading": reading,
            "cite_address": f"{reverse('admin:aip_citation_add')}?article={article.pk}" if may_record else "",
        }
        return TemplateResponse(request, "admin/aip/article_read.html", context)

    def response_add(self, request, article, post_url_continue=None):
        """Whoever pastes a text wants to read it next."""
        if not article.text or {"_continue", "_addanother", "_popup"} & set(request.POST):
            return super().response_add(request, article, post_url_continue)
        self.message_user(request, f"“{article}” was added. Read it, and record what it says.", messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:aip_article_read", args=[article.pk]))


def record_address(article, found: Found) -> str:
    """Return the add form that records what was found, filled in with it and with its citation."""
    cite = {"article": article.pk, "paragraph": found.paragraph, "quote": found.phrase}
    if found.figure is None:
        return f"{reverse('admin:aip_citation_add')}?{urlencode({**cite, 'organization': found.organization})}"
    form, field, unit = FORMS[found.figure.kind]
    figure = found.figure
    values = {field: plain(figure.value), f"{field}_bound": figure.bound.value}
    if figure.value_high is not None:
        values[f"{field}_high"] = plain(figure.value_high)
    if unit:
        values[unit] = figure.unit
    values |= found.parties
    cited = {f"cite_{name}": value for name, value in {**cite, "field": field}.items()}
    return f"{reverse(f'admin:aip_{form}_add')}?{urlencode({**values, **cited})}"
