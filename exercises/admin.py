"""The catalogue in the admin: texts, doses and sources can be mended there.

What is mended there lasts until the fixture is loaded again.
"""

from django.contrib import admin
from django.http import HttpRequest

from exercises.models import Exercise, Source


@admin.register(Exercise)
class ExerciseAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("name", "place", "per_day", "minutes")
    readonly_fields = ("slug", "routine")

    # An exercise comes with a drawing, and people's sessions hang on it.
    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Exercise | None = None) -> bool:
        return False


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("title", "publisher", "kind", "checked")
    search_fields = ("key", "title", "publisher")
