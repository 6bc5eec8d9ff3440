"""What every request passes: who writes is told to the history, and what no column can hold is turned away."""

from django.core.exceptions import BadRequest
from pghistory.middleware import HistoryMiddleware as StockHistoryMiddleware


class HistoryMiddleware(StockHistoryMiddleware):
    """Tells the history the user's name as well: events keep it when the user is gone."""

    def get_context(self, request):
        return super().get_context(request) | {"name": request.user.get_username() or None}


class NullMiddleware:
    """Answers 400 to an address that holds a null character, which PostgreSQL takes nowhere."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest("The address holds a null character.")
