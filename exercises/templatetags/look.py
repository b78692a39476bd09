"""Template tags for the small drawings of the look: icons, toes, bodies, bars."""

from functools import cache

from django import template
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from exercises.toe import FULL, Marked, Toe

register = template.Library()

SPRITE = "img/sprite.svg"

# Where the dot sits on the body that shows a site: x, y.
SITES = {
    "back": ("16", "21"),
    "knee": ("12.4", "37"),
    "hip": ("11.6", "27.5"),
    "foot": ("12.2", "45.4"),
}

# Where the mark sits on each toe, from the left little toe: x, y, size.
MARKS = (
    ("8.2", "95.9", "1"),
    ("21.9", "69.1", "1.1"),
    ("44.3", "49.1", "1.2"),
    ("73.3", "37", "1.3"),
    ("111", "48.8", "1.75"),
    ("175", "48.8", "1.75"),
    ("212.7", "37", "1.3"),
    ("241.7", "49.1", "1.2"),
    ("264.1", "69.1", "1.1"),
    ("277.8", "95.9", "1"),
)


@cache
def sprite() -> str:
    """The address of the file with all shapes; the same as long as the process runs."""
    return static(SPRITE)


@register.simple_tag
def shape(name: str) -> str:
    """The address of a shape in the sprite: {% shape "toe-1" %}."""
    return f"{sprite()}#{name}"


@register.simple_tag
def icon(name: str, extra: str = "") -> SafeString:
    """An icon without a word of its own: put the word, or a hidden name, beside it."""
    return format_html(
        '<svg class="icon{}" aria-hidden="true"><use href="{}#i-{}"/></svg>',
        f" {extra}" if extra else "",
        sprite(),
        name,
    )


@register.simple_tag
def chip(exercise: Marked, fill: int = FULL, extra: str = "") -> SafeString:
    """One toe with the exercise's mark, filled by 0 to 4 quarters."""
    return format_html(
        '<svg class="chip{0}" data-hue="{1}" viewBox="0 0 24 30" aria-hidden="true">'
        '<g class="toe" data-fill="{2}"><use class="toe-bed" href="{3}#toe"/>'
        '<use class="toe-ink" href="{3}#toe"/>'
        '<use class="toe-mark" href="{3}#m-{4}" transform="translate(12 15)"/></g></svg>',
        f" {extra}" if extra else "",
        exercise.hue,
        fill,
        sprite(),
        exercise.mark,
    )


@register.simple_tag
def toe(toe: Toe) -> SafeString:
    """One of the ten toes of `_feet.html`."""
    x, y, size = MARKS[toe.number - 1]
    mark = format_html(
        '<use class="toe-mark" href="{}#m-{}" transform="translate({} {}) scale({})"/>',
        sprite(),
        toe.mark,
        x,
        y,
        size,
    )
    return format_html(
        '<g class="toe{}"{}{} data-fill="{}"{}><use class="toe-bed" href="{shape}"/>'
        '<use class="toe-ink" href="{shape}"/>{}</g>',
        " toe--fresh" if toe.fresh else "",
        format_html(' data-hue="{}"', toe.hue) if toe.hue else "",
        format_html(' data-of="{}"', toe.exercise) if toe.exercise else "",
        toe.fill,
        " data-next" if toe.next else "",
        mark if toe.mark else "",
        shape=shape(f"toe-{toe.number}"),
    )


@register.simple_tag
def body_site(site: str) -> SafeString:
    """A body with a dot where it hurts: back, knee, hip or foot; put the word beside it."""
    x, y = SITES[site]
    return format_html(
        '<svg class="body-site" viewBox="0 0 32 48" aria-hidden="true"><use href="{}"/>'
        '<circle cx="{}" cy="{}" r="4"/></svg>',
        shape("body"),
        x,
        y,
    )


@register.simple_tag
def pips(exercise: Marked, filled: int, out_of: int) -> SafeString:
    """A row of toes, one a session; more than the target fill the row and no further."""
    return format_html_join(
        "",
        "{}",
        ((chip(exercise, FULL if number < filled else 0),) for number in range(out_of)),
    )


@register.simple_tag
def bar(done: float, out_of: int) -> SafeString:
    """A bar filled as far as the number beside it says; its width is written as a string."""
    width = f"{100 * done / out_of:.1f}" if out_of else "0"
    return format_html(
        '<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">'
        '<rect width="{}" height="1"/></svg>',
        width,
    )
