"""The answer of a person who was asked whether what they note about their health may be kept."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import User

WORDS = 1
"""The version of the question. Only another meaning is another version: it asks everybody anew."""


class Consent(models.Model):
    """A yes or a no, to which words, in which language, when.

    All of a person's answers are kept. The one that holds is `Preferences.consent`. A yes that was
    taken back took what was noted with it; one that was stopped keeps it, and nothing is added.
    """

    key = models.UUIDField(_("key"), primary_key=True)
    user = models.ForeignKey(User, models.CASCADE, related_name="consents")
    version = models.PositiveSmallIntegerField(_("version of the question"), default=WORDS)
    language = models.CharField(_("language of the question"), max_length=15)
    is_given = models.BooleanField(_("yes"))
    answered_at = models.DateTimeField(_("answered"))
    stopped_at = models.DateTimeField(_("nothing more is noted since"), null=True)
    withdrawn_at = models.DateTimeField(_("taken back"), null=True)

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")

    def __str__(self) -> str:
        return str(self.key)

    @property
    def is_of_these_words(self) -> bool:
        return self.version == WORDS

    @property
    def keeps(self) -> bool:
        """Whether what was noted may stay."""
        return self.is_given and self.withdrawn_at is None

    @property
    def may_note(self) -> bool:
        """Whether something may be added."""
        return self.keeps and self.stopped_at is None and self.is_of_these_words
