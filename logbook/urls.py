"""Addresses of the logbook: today, a day, a week, and what is recorded."""

from datetime import date

from django.urls import path, register_converter

from logbook import views


class DayConverter:
    """A date such as 2026-11-19; one that does not exist is an address that does not exist."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        return value.isoformat()


class YearConverter:
    """A year such as 2026, from 1 on: the calendar has no year 0."""

    regex = "[0-9]{4}"

    def to_python(self, value: str) -> int:
        return date(int(value), 1, 1).year

    def to_url(self, value: int) -> str:
        return f"{value:04}"


register_converter(DayConverter, "day")
register_converter(YearConverter, "year")

app_name = "logbook"

urlpatterns = [
    path("today/", views.today, name="today"),
    path("today/round/", views.round_done, name="round-done"),
    path("today/session/", views.run, name="run"),
    path("exercises/<slug:slug>/session/", views.session, name="session"),
    path("days/<day:day>/", views.day, name="day"),
    path("report/", views.printed, name="report"),
    path("days/<day:day>/note/", views.note, name="note"),
    path("pain/", views.pain, name="pain"),
    path("pain/<day:day>/", views.pain, name="pain-on"),
    path("week/", views.this_week, name="this-week"),
    path("week/<day:day>/", views.week, name="week"),
    path("history/", views.history, name="history"),
    path("history/working/", views.working, name="working"),
    path("history/<year:year>/", views.year, name="year"),
    # /welcome/
    path("welcome/hurts/", views.welcome_hurts, name="welcome-hurts"),
    path("welcome/ask-first/", views.welcome_ask_first, name="welcome-ask-first"),
    path("welcome/rounds/", views.welcome_rounds, name="welcome-rounds"),
    # /settings/
    path("settings/first-day/", views.first_day, name="first-day"),
    path("settings/programme/", views.programme, name="programme"),
    path("settings/rounds/", views.my_rounds, name="rounds"),
    path("settings/pauses/", views.pauses, name="pauses"),
    path("settings/pauses/end/", views.end_pauses, name="end-pauses"),
    path("settings/pauses/resume/", views.resume_pauses, name="resume-pauses"),
    path("settings/pauses/<uuid:key>/", views.pause, name="pause"),
    path("settings/pauses/<uuid:key>/undo/", views.undo_pause, name="undo-pause"),
    path("settings/pauses/<uuid:key>/put-back/", views.put_back_pause, name="put-back-pause"),
    path("settings/download/", views.download, name="download"),
    path("settings/import/", views.bring, name="bring"),
    path("settings/import/preview/", views.take_in, name="take-in"),
    path("settings/import/undo/", views.take_out, name="take-out"),
    path("week/<day:day>/fill/", views.fill, name="fill"),
    path("week/<day:day>/sheet/", views.sheet, name="sheet"),
    # /batches/
    path("batches/<str:key>/undo/", views.undo_batch, name="undo-batch"),
    path("batches/<str:key>/put-back/", views.put_back_batch, name="put-back-batch"),
    # /sessions/
    path("sessions/", views.record, name="record"),
    path("sessions/<uuid:key>/", views.details, name="details"),
    path("sessions/<uuid:key>/during/", views.during, name="during"),
    path("sessions/<str:key>/undo/", views.undo, name="undo"),
    path("sessions/<str:key>/put-back/", views.put_back, name="put-back"),
]
