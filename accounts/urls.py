"""Addresses of my account, and of the ways in, where we answer some before allauth does."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.generic import RedirectView

from accounts.views import accessibility, account, codes, privacy, second_step, sign_in

pages = [
    path("privacy/", privacy.privacy, name="privacy"),
    path("accessibility/", accessibility.accessibility, name="accessibility"),
    path("settings/account/", account.account, name="account"),
    path("settings/account/events/", privacy.events, name="events"),
    path(
        "settings/account/devices/<int:pk>/sign-out/", account.sign_out_there, name="sign-out-there"
    ),
    path(
        "settings/account/devices/sign-out/", account.sign_out_elsewhere, name="sign-out-elsewhere"
    ),
    path("settings/account/devices/stay/", account.stay, name="stay"),
    path("settings/account/delete/", privacy.delete, name="delete"),
    path("goodbye/", privacy.gone, name="gone"),
    path("settings/account/no-passkey/", second_step.decline_passkey, name="decline-passkey"),
]

to_account = RedirectView.as_view(
    pattern_name="accounts:account", http_method_names=["get", "head"]
)
ways_in = [
    path("signup/", sign_in.sign_up),
    path("email/", sign_in.email),
    path("password/reset/", sign_in.password_reset),
    path("password/change/", sign_in.password_change),
    path("password/set/", sign_in.password_set),
    # allauth knows this one only where mail can be sent.
    path("login/code/", sign_in.sign_in_code, name="account_request_login_code"),
    path("login/code/confirm/", codes.SignInCode.as_view()),
    path("password/reset/confirm/", login_not_required(codes.PasswordCode.as_view())),
    path("confirm-email/", codes.confirm_email_code),
    path(
        "reauthenticate/code/",
        codes.ConfirmWithCode.as_view(),
        name="account_reauthenticate_by_code",
    ),
    path("sessions/", to_account),
    path("2fa/", to_account),
    path("2fa/authenticate/", second_step.SecondStep.as_view()),
    path("2fa/totp/activate/", second_step.TurnOn.as_view()),
    path("2fa/totp/deactivate/", second_step.TurnOff.as_view()),
    path("2fa/webauthn/", to_account),
    path("2fa/webauthn/add/", second_step.AddPasskey.as_view()),
    path("2fa/webauthn/login/", second_step.SignInWithPasskey.as_view()),
    path("2fa/webauthn/reauthenticate/", second_step.ConfirmWithPasskey.as_view()),
    path("2fa/webauthn/keys/<int:pk>/edit/", second_step.RenamePasskey.as_view()),
    path("2fa/webauthn/keys/<int:pk>/remove/", second_step.RemovePasskey.as_view()),
]

urlpatterns = [
    path("", include((pages, "accounts"))),
    path("accounts/", include(ways_in)),
    path("accounts/", include("allauth.urls")),
]
