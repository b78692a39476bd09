"""What whoever runs the site changes of somebody's ways in: written down and told, as their own."""

import logging
from datetime import datetime

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts import records
from accounts.models import User

log = logging.getLogger(__name__)


def tell(user: User, mail: str, *, now: datetime) -> None:
    """By the mail of that name, where the site can send one."""
    device = _("Whoever runs the site")
    records.keep(user, records.TOLD_OF[mail], device=device, now=now)
    if settings.MAIL:
        home = settings.SITE_URL or f"http://localhost:{settings.PORT}"
        told = {"device": device, "reset_url": home + reverse("account_reset_password")}
        try:
            get_adapter().render_mail(mail, user.email, told).send()
        except OSError as error:
            log.error("A mail couldn't be sent (%s). Look at EMAIL_URL.", type(error).__name__)
