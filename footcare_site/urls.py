"""Which address leads where."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from hosting.health import healthz
from hosting.well_known import robots, security

admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

handler400 = "footcare_site.failures.bad_request"
handler403 = "footcare_site.failures.forbidden"
handler404 = "footcare_site.failures.not_found"
handler429 = "footcare_site.failures.too_many_tries"  # asked for by allauth
handler500 = "footcare_site.failures.broken"

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("robots.txt", robots, name="robots"),
    path(".well-known/security.txt", security, name="security"),
    path("", include("exercises.urls")),
    path("", include("logbook.urls")),
    path("", include("exchange.urls")),
    path("", include("offline.urls")),
    path("", include("accounts.urls")),
    path("", include("outbox.urls")),
    # The admin's own page counts no tries and tells nobody.
    path("admin/password_change/", RedirectView.as_view(pattern_name="account_change_password")),
    path("admin/", admin.site.urls),
]
