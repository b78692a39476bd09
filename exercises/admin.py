"""The catalogue in the admin, to look at: it is changed in the fixture, which each start loads."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from exercises.models import Exercise, Source


class ReadOnly(admin.ModelAdmin):  # type: ignore[type-arg]
    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Exercise)
class ExerciseAdmin(ReadOnly):
    list_display = ("name", "place", "per_day", "minutes")


@admin.register(Source)
class SourceAdmin(ReadOnly):
    list_display = ("title", "publisher", "kind", "checked")
    search_fields = ("key", "title", "publisher")
