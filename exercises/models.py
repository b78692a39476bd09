"""The catalogue's tables: exercises with their doses and statements, and the sources of these."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from exercises import scripts
from exercises.brief import Brief
from exercises.columns import count, dated, publisher, seconds, statements, up_to
from exercises.doses import Dose, fill
from exercises.scripts import check_script
from exercises.statements import check_facts, check_sources, check_text
from exercises.timeline import Cue, Part, cues, parts

LONGEST_SESSION = 60  # minutes
MOST_STEPS = 1000  # or the list of them is too long for a phone to hold
# What the site's host may set anew; the catalogue's figures stand in the fixture.
DOSE_FIELDS = (
    "repetitions",
    "move_seconds",
    "hold_seconds",
    "return_seconds",
    "pause_seconds",
    "sides",
    "directions",
    "bouts",
    "rest_seconds",
    "change_seconds",
    "ready_seconds",
)
STATEMENT_FIELDS = (
    "dose_notes",
    "preparation",
    "steps",
    "breathing",
    "mistakes",
    "easier",
    "harder",
    "ask_first",
    "stop_if",
)


class SourceManager(models.Manager["Source"]):
    def get_by_natural_key(self, key: str) -> "Source":
        return self.get(key=key)


class Source(models.Model):
    """A page, paper or leaflet that statements rest on, and that anybody can look up."""

    id = models.SmallAutoField(primary_key=True)
    key = models.SlugField(_("key"), unique=True)
    title = models.CharField(_("title"), max_length=200)
    publisher = publisher(_("author or publisher"))
    kind = models.CharField(_("what it is"), max_length=60)
    dated = dated(_("dated"))
    address = models.URLField(_("address"), error_messages={"blank": _("Write its address.")})
    checked = models.DateField(_("last checked"))

    objects = SourceManager()

    class Meta:
        ordering = ["id"]
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def __str__(self) -> str:
        return f"{self.publisher}: {self.title}"

    def natural_key(self) -> tuple[str]:
        return (self.key,)


class ExerciseQuerySet(models.QuerySet["Exercise"]):
    def get_by_natural_key(self, slug: str) -> "Exercise":
        return self.get(slug=slug)

    def without_statements(self) -> "ExerciseQuerySet":
        """For pages that name exercises and doses: the long texts stay in the database."""
        return self.defer(*STATEMENT_FIELDS, "script")

    def to_start_with(self) -> "ExerciseQuerySet":
        """Those in the programme that a person begins with."""
        return self.exclude(optional=True)


class Posture(models.TextChoices):
    SITTING = "sit", _("Sitting")
    LYING = "lie", _("Lying on your back")
    STANDING = "stand", _("Standing")
    TIPTOE = "tiptoe", _("Standing on tiptoe")


UPRIGHT = (Posture.STANDING, Posture.TIPTOE)


class Exercise(models.Model):
    """One exercise of the catalogue.

    Its drawing is `templates/figures/<slug>.svg`. In its summary, facts and statements
    {repetitions}, {hold} and so on name the dose; tagline and caption are shown as they stand.
    """

    is_own_dose = False  # until a person's own figures are taken
    id = models.SmallAutoField(primary_key=True)
    slug = models.SlugField(_("slug"), unique=True)
    # Not unique, or two exercises couldn't swap places while the fixture is loaded row by row.
    place = models.PositiveSmallIntegerField(_("place in the order"))
    # The names that static/css/tokens.css and static/img/sprite.svg have for them.
    hue = models.CharField(_("hue"), max_length=20, db_default="")
    mark = models.CharField(_("mark"), max_length=20, db_default="")
    name = models.CharField(_("name"), max_length=60)
    tagline = models.CharField(_("in one sentence"), max_length=120)
    summary = models.CharField(_("dose in one sentence"), max_length=200, validators=[check_text])
    posture = models.CharField(_("posture"), max_length=10, choices=Posture)
    equipment = models.CharField(_("equipment, in a word"), max_length=60, blank=True)
    caption = models.CharField(_("caption of the drawing"), max_length=120)
    per_day = models.PositiveSmallIntegerField(_("sessions a day"))
    optional = models.BooleanField(
        _("in nobody's programme until they add it"), default=False, db_default=False
    )

    repetitions = count(_("repetitions in a bout"), validators=up_to(100))
    move_seconds = seconds(_("moving, seconds"))
    hold_seconds = seconds(_("holding, seconds"))
    return_seconds = seconds(_("coming back, seconds"))
    pause_seconds = seconds(_("pause after each, seconds"))
    sides = count(_("sides"), validators=up_to(2))
    directions = count(_("directions"), validators=up_to(2))
    bouts = count(_("bouts"), validators=up_to(20))
    rest_seconds = seconds(_("rest between bouts, seconds"))
    change_seconds = seconds(_("changing sides, seconds"))
    ready_seconds = seconds(_("getting ready, seconds"))
    keeps_dose = models.BooleanField(
        _("keep these figures when Footcare starts anew, instead of the catalogue's"), default=False
    )
    script = models.JSONField(
        _("words and poses of each cue"), default=dict, validators=[check_script]
    )
    dose_facts = models.JSONField(_("the dose in figures"), validators=[check_facts])

    dose_notes = statements(_("where the dose comes from"))
    preparation = statements(_("position and equipment"))
    steps = statements(_("steps"))
    breathing = statements(_("breathing"))
    mistakes = statements(_("common mistakes"))
    easier = statements(_("easier"))
    harder = statements(_("harder"))
    ask_first = statements(_("who should ask first"))
    stop_if = statements(_("when to stop"))

    objects = ExerciseQuerySet.as_manager()

    class Meta:
        ordering = ["place"]
        verbose_name = _("exercise")
        verbose_name_plural = _("exercises")

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def clean(self) -> None:
        """Refuse a dose that makes no session which one can follow to its end."""
        try:
            self.clean_fields(exclude={field.name for field in self._meta.fields} - {*DOSE_FIELDS})
        except ValidationError:
            return  # each figure says what is wrong with it; so do absurd ones, before we count
        if not (self.move_seconds + self.hold_seconds + self.return_seconds):
            raise ValidationError(
                _("A repetition would take no time: give it seconds to move or to hold.")
            )
        self.check_breaks()
        self.check_length()
        self.check_words()

    def check_sources(self, known: list[str]) -> None:
        check_sources({name: getattr(self, name) for name in STATEMENT_FIELDS}, known)

    def check_breaks(self) -> None:
        """Refuse parts that run into each other: whoever listens would not know where one ends."""
        breaks = {
            "change_seconds": self.sides > 1,
            "rest_seconds": self.bouts > 1 or self.directions > 1,
        }
        if missing := [name for name, due in breaks.items() if due and not getattr(self, name)]:
            told = _("Write more than 0 seconds: there must be time to hear what comes next.")
            raise ValidationError(dict.fromkeys(missing, told))

    def check_length(self) -> None:
        """Refuse a session that nobody would get to the end of."""
        if (minutes := self.dose.minutes) > LONGEST_SESSION:
            raise ValidationError(
                _("A session would take %(minutes)s minutes. Keep it within %(longest)s."),
                params={"minutes": minutes, "longest": LONGEST_SESSION},
            )
        if (steps := len(self.dose.beats)) > MOST_STEPS:
            raise ValidationError(
                _("A session would have %(steps)s steps. Keep it within %(most)s."),
                params={"steps": steps, "most": MOST_STEPS},
            )

    def check_words(self) -> None:
        """Refuse a dose that lacks words in the script, or leaves them empty, or cuts them off."""
        try:
            check_script(self.script)
        except ValidationError:
            return  # the script says itself what is wrong with it
        script = scripts.read(self.script)
        needed = {"position", "done", *(beat.kind for beat in self.dose.beats)}
        if kinds := scripts.missing(script, needed):
            raise ValidationError(
                _("The script has no words for these kinds of cue: %(kinds)s."),
                params={"kinds": ", ".join(kinds)},
            )
        named = scripts.named(script)
        pairs = {"sides": {"side", "way"}, "directions": {"direction", "way"}}
        if single := [
            name for name, words in pairs.items() if getattr(self, name) == 1 and named & words
        ]:
            told = _("The words of this exercise tell two of them apart: write 2.")
            raise ValidationError(dict.fromkeys(single, told))
        if not self.is_own_dose:  # in a person's own, the player waits for the words
            scripts.check_seconds(self.timeline())

    def do_instead(self, **figures: int | None) -> None:
        """Take a person's own figures for the dose, where there are any; nothing is stored."""
        own = {name: figure for name, figure in figures.items() if figure is not None}
        self.__dict__ |= own | {"is_own_dose": self.is_own_dose or bool(own)}
        self.__dict__.pop("brief", None)  # which tells how long it takes

    @property
    def dose(self) -> Dose:
        return Dose(
            repetitions=self.repetitions,
            move=float(self.move_seconds),
            hold=float(self.hold_seconds),
            back=float(self.return_seconds),
            pause=float(self.pause_seconds),
            sides=self.sides,
            directions=self.directions,
            bouts=self.bouts,
            rest=float(self.rest_seconds),
            change=float(self.change_seconds),
            ready=float(self.ready_seconds),
        )

    def timeline(self, *, moving_over: float = 0) -> tuple[Cue, ...]:
        """One session, cue by cue; `moving_over` puts seconds to change position before it."""
        names = {
            "right": gettext("right"),
            "left": gettext("left"),
            "cw": gettext("clockwise"),
            "ccw": gettext("anticlockwise"),
            "out": gettext("out"),
            "in": gettext("in"),
        }
        script = scripts.read(self.script)
        return cues(self.dose, script, names, moving_over=moving_over)

    @property
    def parts(self) -> tuple[Part, ...]:
        """One session as it is read: each bout once, with how often to do it."""
        return parts(self.timeline()[:-1])

    @property
    def minutes(self) -> int:
        return self.dose.minutes

    @cached_property
    def brief(self) -> Brief:
        return Brief(
            slug=self.slug,
            hue=self.hue,
            mark=self.mark,
            name=self.name,
            posture=self.get_posture_display(),
            minutes=self.minutes,
        )

    @property
    def dose_sentence(self) -> str:
        """The summary with its figures: '15 presses with each foot …'."""
        return fill(self.summary, self.dose.words())

    @property
    def often(self) -> str:
        """How many sessions a day, in words: 'twice a day'."""
        words = {
            1: gettext("once a day"),
            2: gettext("twice a day"),
            3: gettext("three times a day"),
        }
        count = {"count": self.per_day}
        return words.get(self.per_day) or gettext("%(count)s times a day") % count
