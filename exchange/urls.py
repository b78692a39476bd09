"""Addresses of the export and the import."""

from django.urls import path

from exchange import views

app_name = "exchange"

urlpatterns = [
    path("settings/download/", views.download, name="download"),
    path("settings/import/", views.choose, name="import"),
    path("settings/import/preview/", views.preview, name="preview"),
    path("settings/import/undo/", views.undo_import, name="undo"),
]
