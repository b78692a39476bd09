"""Addresses of the installed app, most of which browsers and phones ask for by themselves."""

from django.urls import path

from offline import views

app_name = "offline"

APPLE = {"path": "img/icon-180.png"}

urlpatterns = [
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("worker.js", views.worker, name="worker"),
    path("favicon.ico", views.sign, {"path": "img/icon-192.png"}),
    path("apple-touch-icon.png", views.sign, APPLE),
    path("apple-touch-icon-precomposed.png", views.sign, APPLE),
    path(".well-known/change-password", views.change_password),
    path("install/", views.install, name="install"),
    path("away/", views.away, name="away"),
    path("today/next-day/", views.next_day, name="next-day"),
]
