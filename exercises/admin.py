"""The catalogue in the admin: the figures of a dose can be changed, all else is to look at."""

from django.contrib import admin, messages
from django.db.models import Model
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.translation import gettext as _

from exercises import remembered
from exercises.models import DOSE_FIELDS, Exercise, Source


class NothingAdded(admin.ModelAdmin):  # type: ignore[type-arg]
    """The rows come and go with the fixture, which each start loads."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(Exercise)
class ExerciseAdmin(NothingAdded):
    list_display = ("name", "place", "per_day", "minutes", "keeps_dose")
    readonly_fields = [
        field.name
        for field in Exercise._meta.fields
        if field.name not in ("id", "keeps_dose", *DOSE_FIELDS)
    ]
    fields = (*DOSE_FIELDS, "keeps_dose", *readonly_fields)

    def save_model(
        self, request: HttpRequest, obj: Exercise, form: "ModelForm[Exercise]", change: bool
    ) -> None:
        """A dose that was changed is kept, unless its host says otherwise later."""
        if set(form.changed_data) & set(DOSE_FIELDS):
            obj.keeps_dose = True
            told = _(
                "These figures are kept when Footcare starts anew. To go back to the catalogue's, "
                "take the tick away from “keep these figures”, save, and start Footcare anew."
            )
            messages.info(request, told)
        elif "keeps_dose" in form.changed_data and not obj.keeps_dose:
            messages.info(request, _("The catalogue's figures are back when Footcare starts anew."))
        super().save_model(request, obj, form, change)
        remembered.forget()


@admin.register(Source)
class SourceAdmin(NothingAdded):
    list_display = ("title", "publisher", "kind", "checked")
    search_fields = ("key", "title", "publisher")

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False
