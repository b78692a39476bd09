"""Addresses of the logbook: today, a day, a week, and what is recorded."""

from datetime import date

from django.urls import path, register_converter
from django.views.generic import RedirectView

from logbook.views import (
    consent,
    days,
    fill,
    history,
    notes,
    pauses,
    programme,
    sessions,
    settings,
    trial,
    welcome,
)


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

to_then_now = RedirectView.as_view(
    pattern_name="logbook:then-now", http_method_names=["get", "head"]
)
urlpatterns = [
    path("today/", days.today, name="today"),
    path("today/round/", sessions.round_done, name="round-done"),
    path("today/session/", sessions.run, name="run"),
    path("exercises/<slug:slug>/session/", sessions.session, name="session"),
    path("exercises/<slug:slug>/session/keep/", trial.keep, name="keep"),
    path("days/<day:day>/", days.day, name="day"),
    path("report/", history.printed, name="report"),
    path("days/<day:day>/note/", notes.note, name="note"),
    path("pain/", notes.pain, name="pain"),
    path("pain/<day:day>/", notes.pain, name="pain-on"),
    path("week/", days.this_week, name="this-week"),
    path("week/<day:day>/", days.week, name="week"),
    path("history/", history.history, name="history"),
    path("history/then-and-now/", history.then_now, name="then-now"),
    path("history/working/", to_then_now),
    path("history/<year:year>/", history.year, name="year"),
    # /welcome/
    path("welcome/hurts/", welcome.welcome_hurts, name="welcome-hurts"),
    path("welcome/ask-first/", welcome.welcome_ask_first, name="welcome-ask-first"),
    path("welcome/rounds/", welcome.welcome_rounds, name="welcome-rounds"),
    # /settings/
    path("settings/", settings.settings, name="settings"),
    path("settings/first-day/", settings.first_day, name="first-day"),
    path("settings/consent/", consent.consent, name="consent"),
    path("settings/consent/stop/", consent.stop, name="stop-noting"),
    path("settings/consent/take-back/", consent.take_back, name="take-back"),
    path("settings/programme/", programme.programme, name="programme"),
    path("settings/rounds/", settings.my_rounds, name="rounds"),
    path("settings/pauses/", pauses.pauses, name="pauses"),
    path("settings/pauses/end/", pauses.end_pauses, name="end-pauses"),
    path("settings/pauses/resume/", pauses.resume_pauses, name="resume-pauses"),
    path("settings/pauses/<uuid:key>/", pauses.pause, name="pause"),
    path("settings/pauses/<uuid:key>/undo/", pauses.undo_pause, name="undo-pause"),
    path("settings/pauses/<uuid:key>/put-back/", pauses.put_back_pause, name="put-back-pause"),
    path("week/<day:day>/fill/", fill.fill, name="fill"),
    path("week/<day:day>/sheet/", fill.sheet, name="sheet"),
    # /batches/
    path("batches/<str:key>/undo/", sessions.undo_press, name="undo-press"),
    path("batches/<str:key>/put-back/", sessions.put_back_press, name="put-back-press"),
    # /sessions/
    path("sessions/", sessions.record, name="record"),
    path("sessions/<uuid:key>/", notes.details, name="details"),
    path("sessions/<uuid:key>/during/", notes.during, name="during"),
    path("sessions/<str:key>/undo/", sessions.undo, name="undo"),
    path("sessions/<str:key>/put-back/", sessions.put_back, name="put-back"),
]
