"""The people of this site, for whoever runs it: who they are, and nothing about their health."""

from allauth.account.admin import EmailAddress
from allauth.mfa.admin import Authenticator
from allauth.usersessions.admin import UserSession
from django.contrib import admin
from django.contrib.auth.admin import Group  # type: ignore[attr-defined]
from django.db.models import QuerySet
from django.http import HttpRequest

from accounts.models import User

# Addresses, passkeys and devices are their owners', and nobody here has rights by group. All are
# named as their own admin modules know them, so that these have run and registered them by now.
admin.site.unregister((EmailAddress, Authenticator, UserSession, Group))


@admin.register(User)
class UserAdmin(admin.ModelAdmin):
    """People join by signing up or by `createsuperuser`; a password is theirs alone.

    Nobody is deleted here: the page that asks for confirmation would list what the person did.
    """

    list_display = ("email", "date_joined", "is_staff")
    list_filter = ("is_staff", "is_active")
    search_fields = ("email", "email_as_typed")
    ordering = ("email",)
    fields = ("email", "date_joined", "last_login", "is_active", "is_staff", "is_superuser")
    readonly_fields = ("email", "date_joined", "last_login")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[User], search_term: str
    ) -> tuple[QuerySet[User], bool]:
        """Finds an address however it is typed."""
        found, repeats = super().get_search_results(request, queryset, search_term)
        canonical = User.objects.normalize_email(search_term)
        return found | queryset.filter(email__contains=canonical), repeats

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return False
