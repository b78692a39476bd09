"""How forms draw Django's plain widgets: in Python, since a template for each option is slow."""

from collections.abc import Callable, Mapping
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.forms.utils import flatatt
from django.http import HttpRequest
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

Widget = Mapping[str, Any]
"""What Django gives to a widget's template."""


class FormRenderer(DjangoTemplates):
    """Django's own, but for inputs and selects, which come out as Django's templates have them.

    An option has its label from the page's template.
    """

    def render(
        self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None
    ) -> str:
        draw = DRAWN.get(template_name)
        return draw(context["widget"]) if draw else super().render(template_name, context, request)


def _input(widget: Widget) -> SafeString:
    value = widget["value"]
    return format_html(
        '<input type="{}" name="{}"{}{}>',
        widget["type"],
        widget["name"],
        "" if value is None else format_html(' value="{}"', value),
        flatatt(widget["attrs"]),
    )


def _select(widget: Widget) -> SafeString:
    drawn = []
    for name, options, _index in widget["optgroups"]:
        inside = "".join(
            f'<option value="{escape(option["value"])}"{flatatt(option["attrs"])}>'
            f"{escape(option['label'])}</option>"
            for option in options
        )
        drawn.append(f'<optgroup label="{escape(name)}">{inside}</optgroup>' if name else inside)
    start = format_html('<select name="{}"{}>', widget["name"], flatatt(widget["attrs"]))
    return SafeString(f"{start}{''.join(drawn)}</select>")


INPUTS = ("email", "hidden", "number", "password", "text", "checkbox", "radio_option")
DRAWN: dict[str, Callable[[Widget], SafeString]] = {
    "django/forms/widgets/select.html": _select,
    "django/forms/widgets/checkbox_option.html": _input,
    **{f"django/forms/widgets/{name}.html": _input for name in INPUTS},
}
