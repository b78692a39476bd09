"""The people of this site, for whoever runs it: who they are, and nothing about their health."""

from django.contrib import admin
from django.http import HttpRequest

from accounts.models import User


@admin.register(User)
class UserAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """People join by signing up or by `createsuperuser`; a password is theirs alone."""

    list_display = ("email", "date_joined", "is_staff")
    list_filter = ("is_staff", "is_active")
    search_fields = ("email",)
    ordering = ("email",)
    fields = ("email", "date_joined", "last_login", "is_active", "is_staff", "is_superuser")
    readonly_fields = ("email", "date_joined", "last_login")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False
