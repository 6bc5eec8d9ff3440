"""What a number that is being typed is understood as, asked for by the page: one reader, whoever asks."""

from django.http import JsonResponse

from aip.figures import FigureError, read_typed


def understood(request):
    """Return how the form would read a number: `?text=6.7 billion&unit=USD`."""
    text, unit = request.GET.get("text", ""), request.GET.get("unit", "")
    try:
        return JsonResponse({"number": f"{read_typed(text, unit):,f}"})
    except FigureError as error:
        return JsonResponse({"refused": f"{error}."})
