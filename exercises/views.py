"""The leaflet's pages; anyone may read them."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from exercises.leaflet import Leaflet, care_page, ten_toes
from exercises.models import Exercise, Source
from exercises.safety import ASK_FIRST


@login_not_required
@require_safe
def landing(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect(settings.LOGIN_REDIRECT_URL)
    exercises = list(Exercise.objects.without_statements())
    minutes = [exercise.minutes for exercise in exercises]
    context = {
        "exercises": exercises,
        "toes": ten_toes(exercises),
        "shortest": min(minutes, default=0),
        "longest": max(minutes, default=0),
        "ask_first": ASK_FIRST,
    }
    return render(request, "exercises/landing.html", context)


@login_not_required
@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    exercises = Exercise.objects.without_statements()
    context = {"section": "exercises", "exercises": exercises}
    return render(request, "exercises/catalogue.html", context)


@login_not_required
@require_safe
def exercise(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Exercise, slug=slug)
    leaflet = Leaflet.of(found, tuple(Source.objects.values_list()))
    return render(request, "exercises/exercise.html", {"section": "exercises", "leaflet": leaflet})


@login_not_required
@require_safe
def care(request: HttpRequest) -> HttpResponse:
    page = care_page(Source.objects.in_bulk(field_name="key"))
    return render(request, "exercises/care.html", {"page": page})
