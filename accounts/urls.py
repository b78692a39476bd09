"""Addresses of the settings, and of allauth's pages that we answer ourselves."""

from django.urls import path

from accounts import views

app_name = "accounts"

urlpatterns = [
    path("settings/", views.settings, name="settings"),
    path("accounts/password/reset/", views.password_reset, name="password-reset"),
]
