"""Addresses of the settings and of my account."""

from django.urls import path

from accounts import views

app_name = "accounts"

urlpatterns = [
    path("privacy/", views.privacy, name="privacy"),
    path("settings/", views.settings, name="settings"),
    path("settings/account/", views.account, name="account"),
    path("settings/account/events/", views.events, name="events"),
    path(
        "settings/account/devices/<int:pk>/sign-out/", views.sign_out_there, name="sign-out-there"
    ),
    path("settings/account/devices/sign-out/", views.sign_out_elsewhere, name="sign-out-elsewhere"),
    path("settings/account/devices/stay/", views.stay, name="stay"),
    path("settings/account/delete/", views.delete, name="delete"),
    path("goodbye/", views.gone, name="gone"),
    path("settings/account/no-passkey/", views.decline_passkey, name="decline-passkey"),
]
