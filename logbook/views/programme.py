"""The programme: what a person means to do, changed from today on."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.access import PersonsRequest, resumable
from logbook.forms.changes import changed, filled_in, overwritten, replaced
from logbook.forms.programme import LABELS, ProgrammeForm, figures_of, stored
from logbook.recording.programme import set_programme
from logbook.report import programme as programme_report
from logbook.report.programme import ProgrammeReport
from logbook.views.parameters import today_of


@resumable(*(f"*-{figure}" for figure in LABELS))
@require_http_methods(["GET", "HEAD", "POST"])
def programme(request: PersonsRequest) -> HttpResponse:
    today = today_of(request.user, timezone.now())
    page = programme_report.build(request.user, today=today)
    drawn = ProgrammeForm(exercises=page.exercises, held=page.held)
    sent = filled_in(request, drawn)
    form = ProgrammeForm(sent, exercises=page.exercises, held=page.held)
    if request.method != "POST" or not form.is_valid():
        return _page(request, page, form)
    if "preview" in request.POST:
        page = programme_report.build(request.user, today=today, preview=form.targets())
        return _page(request, page, form, preview=True)
    return _save(request, page, form)


def _save(request: PersonsRequest, page: ProgrammeReport, form: ProgrammeForm) -> HttpResponse:
    held = stored(page.exercises, page.held)
    changes = {name: figure for name, figure in changed(form).items() if figure != held[name]}
    if newer := replaced(overwritten(form, held)):
        messages.success(request, newer)
    if not changes:
        messages.success(request, _("Nothing to change: your programme is like that already."))
        return redirect("logbook:programme")
    set_programme(request.user, figures_of(page.exercises, changes), today=page.today)
    was = QueryDict(mutable=True)
    was.update({name: "" if held[name] is None else str(held[name]) for name in changes})
    return redirect(f"{reverse('logbook:programme')}?{urlencode({'was': was.urlencode()})}")


def _page(
    request: PersonsRequest, page: ProgrammeReport, form: ProgrammeForm, *, preview: bool = False
) -> HttpResponse:
    """`?was=` has the figures that a change replaced, with which the page offers to undo it."""
    figures = QueryDict(request.GET.get("was", ""))
    was = ProgrammeForm(figures, exercises=page.exercises, held=page.held)
    shown = form if form.complete else ProgrammeForm(exercises=page.exercises, held=page.held)
    context = {
        "report": page,
        "form": form,
        "lines": zip(page.lines, shown.groups(), strict=True),
        "preview": preview,
        "was": was if was.is_valid() and not form.is_bound else None,
        "section": "settings",
    }
    return render(request, "logbook/programme.html", context, status=400 if form.errors else 200)
