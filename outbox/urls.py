"""The outbox's address."""

from django.urls import path

from outbox.views import hello

app_name = "outbox"

urlpatterns = [path("outbox/hello", hello, name="hello")]
