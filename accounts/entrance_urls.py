"""Those of allauth's addresses that we answer before it does, and what it has none for."""

from django.urls import path
from django.views.generic import RedirectView

from accounts import views

to_account = RedirectView.as_view(
    pattern_name="accounts:account", http_method_names=["get", "head"]
)

urlpatterns = [
    path("signup/", views.sign_up),
    path("email/", views.email),
    path("password/reset/", views.password_reset),
    path("password/change/", views.password_change),
    path("password/set/", views.password_set),
    # allauth knows this one only where mail can be sent.
    path("login/code/", views.sign_in_code, name="account_request_login_code"),
    path("login/code/confirm/", views.confirm_sign_in_code),
    path("password/reset/confirm/", views.confirm_password_code),
    path("confirm-email/", views.confirm_email_code),
    path("reauthenticate/code/", views.confirm_with_code, name="account_reauthenticate_by_code"),
    path("sessions/", to_account),
    path("2fa/", to_account),
    path("2fa/authenticate/", views.second_step),
    path("2fa/totp/activate/", views.turn_on_second_step),
    path("2fa/totp/deactivate/", views.turn_off_second_step),
    path("2fa/webauthn/", to_account),
    path("2fa/webauthn/add/", views.add_passkey),
    path("2fa/webauthn/login/", views.sign_in_with_passkey),
    path("2fa/webauthn/reauthenticate/", views.confirm_with_passkey),
    path("2fa/webauthn/keys/<int:pk>/edit/", views.rename_passkey),
    path("2fa/webauthn/keys/<int:pk>/remove/", views.remove_passkey),
]
