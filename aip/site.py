"""The site: the stock admin under its own name, with its tables grouped by room. No part of `aip.admin`, or Django
would make the site a second time while the first one registers, and every registration would be lost."""

from django.contrib import admin
from django.contrib.admin.apps import AdminConfig as StockConfig
from django.shortcuts import redirect
from django.urls import path, reverse

ROOMS = ("Organizations", "Deals", "Energy", "Sources", "Accounts")


class AdminConfig(StockConfig):
    """Makes the site below the admin's."""

    default_site = "aip.site.Site"


class Site(admin.AdminSite):
    """The admin of AIP. A room is a module in which tables are registered: `aip.admin.deals` is the room Deals."""

    site_title = "AIP"
    site_header = "AIP"
    index_title = "Who builds AI infrastructure with whom"
    site_url = None
    empty_value_display = '<span class="empty">–</span>'  # narrow lists leave it out
    enable_nav_sidebar = True

    def get_urls(self):
        from aip.admin.numbers import understood  # the registrations need the site first

        return [path("number/", self.admin_view(understood), name="number"), *super().get_urls()]

    def get_app_list(self, request, app_label=None):
        """Return the rooms in order, each with the tables that this user may see, in order of registration."""
        seen = {each["model"]: each for app in super().get_app_list(request, app_label) for each in app["models"]}
        rooms = {room: [] for room in ROOMS}
        for model in self._registry:
            if model in seen:
                rooms[self.room_of(model)].append(seen[model])
        return [
            {
                "name": room,
                "app_label": room.lower(),
                "app_url": f"{self._index_url()}#{room.lower()}",
                "has_module_perms": True,
                "models": tables,
            }
            for room, tables in rooms.items()
            if tables
        ]

    def room_of(self, model) -> str:
        """Return the name of the room in which a model is registered."""
        package, _, module = type(self.get_model_admin(model)).__module__.rpartition(".")
        return module.capitalize() if package == "aip.admin" else "Accounts"

    def index(self, request, extra_context=None):
        from aip.admin.history import latest_changes
        from aip.admin.pages import row_counts
        from aip.admin.work import work_of

        tables = [model for model in self._registry if self.get_model_admin(model).has_view_permission(request)]
        context = {
            "counts": row_counts(tables),
            "changes": latest_changes(tables),
            "work": work_of(request.user),
        }
        return super().index(request, context | (extra_context or {}))

    def app_index(self, request, app_label, extra_context=None):
        """An app has no page of its own: the rooms stand on the first page."""
        return redirect(self._index_url())

    def _index_url(self) -> str:
        return reverse("admin:index")
