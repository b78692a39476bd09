"""My rounds: which I do, after what and where, around when, and whether Today shows them."""

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.changes import changed, filled_in, overwritten, replaced
from accounts.door import PersonsRequest, resumable
from accounts.models import User
from logbook import report
from logbook.forms import MyRoundsForm, RoundSettingsForm
from logbook.views.asked import today_of


@resumable(*RoundSettingsForm.NAMES, "shows_rounds")
@require_http_methods(["GET", "HEAD", "POST"])
def my_rounds(request: PersonsRequest) -> HttpResponse:
    drawn = rounds_form(request.user, RoundSettingsForm)
    form = rounds_form(request.user, RoundSettingsForm, filled_in(request, drawn))
    if request.method == "POST" and form.is_valid():
        told = _("Your rounds are saved.")
        newer = replaced(overwritten(form, stored_rounds(request.user)))
        request.user.change(**changed(form))
        messages.success(request, f"{told} {newer}".rstrip())
        return redirect("logbook:rounds")
    context = rounds_context(request, form) | {"section": "settings"}
    return render(request, "logbook/my_rounds.html", context, status=400 if form.errors else 200)


def stored_rounds(user: User) -> dict[str, object]:
    names = (*MyRoundsForm.NAMES, "shows_rounds")
    return {name: getattr(user, name) for name in names}


def rounds_form(
    user: User, kind: type[MyRoundsForm], sent: QueryDict | None = None
) -> MyRoundsForm:
    return kind(sent, initial=stored_rounds(user), day_ends_at=user.day_ends_at)


def rounds_context(request: PersonsRequest, form: MyRoundsForm) -> dict[str, object]:
    """The form's rounds, each with what falls in it at present."""
    today = today_of(request.user, timezone.now())
    told = report.of_my_rounds(request.user, today=today)
    groups = [(group, told.get(group.part, "")) for group in form.groups()]
    return {"form": form, "groups": groups}
