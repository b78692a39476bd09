"""Addresses of the settings, and of those of allauth's pages that we answer before it does."""

from django.urls import path

from accounts import views

app_name = "accounts"

urlpatterns = [
    path("settings/", views.settings, name="settings"),
    path("settings/account/", views.account, name="account"),
    path("accounts/signup/", views.sign_up, name="sign-up"),
    path("accounts/email/", views.email, name="email"),
    path("accounts/password/reset/", views.password_reset, name="password-reset"),
]
