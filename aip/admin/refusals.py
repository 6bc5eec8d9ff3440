"""What the database refuses after every form has agreed, because somebody was quicker: in words, with nothing lost."""

from contextlib import contextmanager

from django.apps import apps
from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import BadRequest
from django.db import IntegrityError, OperationalError, connection, transaction
from django.db.models import ProtectedError, RestrictedError
from django.http import HttpResponseRedirect
from psycopg2 import errors

REFUSALS = (IntegrityError, OperationalError)
PATIENCE = (
    "10s"  # for rows that somebody else is writing: a load may hold them for minutes, and pages have to be served
)


def refusal(error: Exception) -> str:
    """Return a sentence for what the database refused; any other error is raised again."""
    cause = error.__cause__ or error
    if isinstance(cause, errors.DeadlockDetected | errors.LockNotAvailable | errors.SerializationFailure):
        return "Somebody else, or a load, was writing the same rows. Nothing was saved; try again."
    if isinstance(error, ProtectedError | RestrictedError) or isinstance(cause, errors.ForeignKeyViolation):
        return "A row that this refers to is gone, or one that refers to this is new. Nothing was saved."
    if not isinstance(error, IntegrityError):
        raise error
    diagnosis = getattr(cause, "diag", None)
    rule = getattr(diagnosis, "constraint_name", None) or ""
    words = _sentences().get(rule) or _words(rule, cause)
    detail = getattr(diagnosis, "message_detail", None) if isinstance(cause, errors.UniqueViolation) else ""
    return " ".join(filter(None, [words, detail, "Nothing was saved."]))


def _sentences() -> dict[str, str]:
    return {
        rule.name: rule.violation_error_message
        for model in apps.get_app_config("aip").get_models()
        for rule in model._meta.constraints
        if rule.violation_error_message != rule.default_violation_error_message
    }


def _words(rule: str, cause: Exception) -> str:
    """Return words for a rule without a sentence; a trigger has its own."""
    if isinstance(cause, errors.CheckViolation):
        return f"{cause.diag.message_primary}."
    return f"The rule is: {rule.replace('_', ' ')}." if rule else "The database refused this."


class Refusals:
    """An admin whose pages end in a message where the database refuses."""

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.refusal = getattr(request, "refusal", "")
        return form

    def changeform_view(self, request, *args, **kwargs):
        view = super().changeform_view
        try:
            return _in_transaction(view, request, *args, **kwargs)
        except REFUSALS as error:
            request.refusal = refusal(error)
            return view(request, *args, **kwargs)  # the form again, with what was typed

    def delete_view(self, request, *args, **kwargs):
        try:
            return _in_transaction(super().delete_view, request, *args, **kwargs)
        except REFUSALS as error:
            return self._turn_back(request, error)

    def changelist_view(self, request, *args, **kwargs):
        if not all(key.isdecimal() for key in request.POST.getlist(ACTION_CHECKBOX_NAME)):
            raise BadRequest("A row is chosen by its number.")
        try:
            return _in_transaction(super().changelist_view, request, *args, **kwargs)
        except REFUSALS as error:
            return self._turn_back(request, error)

    def _turn_back(self, request, error):
        self.message_user(request, refusal(error), messages.ERROR)
        return HttpResponseRedirect(request.get_full_path())


def _in_transaction(view, request, *args, **kwargs):
    """Call a view that writes; what was deferred to the end of the transaction is refused in here."""
    if request.method != "POST":
        return view(request, *args, **kwargs)
    with writing():
        return view(request, *args, **kwargs)


@contextmanager
def writing():
    """Write in one transaction, and wait for nobody longer than somebody before a page can."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('lock_timeout', %s, true)", [PATIENCE])
        yield
