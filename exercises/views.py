"""The leaflet's pages; anyone may read them."""

from operator import attrgetter

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from exercises.care import BY_SLUG, NEEDS
from exercises.evidence import KNOWN, WHY_FEET
from exercises.leaflet import Leaflet, care_page, ten_toes
from exercises.models import UPRIGHT, Exercise, Source
from exercises.safety import ASK_FIRST


@login_not_required
@require_safe
def landing(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect(settings.LOGIN_REDIRECT_URL)
    exercises = list(Exercise.objects.without_statements().to_start_with())
    minutes = [exercise.minutes for exercise in exercises]
    at_hand = [exercise for exercise in exercises if not exercise.equipment]
    context = {
        "exercises": exercises,
        "sessions": sum(exercise.per_day for exercise in exercises),
        "toes": ten_toes(exercises),
        "first": min(at_hand, key=attrgetter("minutes"), default=None),
        "shortest": min(minutes, default=0),
        "longest": max(minutes, default=0),
        "why": WHY_FEET,
        "known": KNOWN,
        "ask_first": ASK_FIRST,
    }
    return render(request, "exercises/landing.html", context)


@login_not_required
@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    exercises = list(Exercise.objects.without_statements())
    upright = sum(exercise.posture in UPRIGHT for exercise in exercises)
    context = {
        "section": "exercises",
        "exercises": exercises,
        "low": len(exercises) - upright,
        "upright": upright,
    }
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
    return render(request, "exercises/care.html", {"needs": NEEDS})


@login_not_required
@require_safe
def need(request: HttpRequest, need: str) -> HttpResponse:
    if need not in BY_SLUG:
        raise Http404
    page = care_page(BY_SLUG[need], Source.objects.in_bulk(field_name="key"))
    return render(request, "exercises/need.html", {"page": page})
