"""Addresses of the leaflet: landing, exercises, care."""

from django.urls import path

from exercises import views

app_name = "exercises"

urlpatterns = [
    path("", views.landing, name="landing"),
    path("exercises/", views.catalogue, name="catalogue"),
    path("exercises/<slug:slug>/", views.exercise, name="exercise"),
    path("care/", views.care, name="care"),
    path("care/<slug:need>/", views.need, name="need"),
]
