"""Which tables move, and in which order: what a row refers to comes before it."""

from graphlib import TopologicalSorter

from django.apps import apps
from django.db.models import Field, ForeignKey, Model

MADE = {"contenttypes", "auth", "exercises"}
"""The apps whose rows a database may have before anybody used it: `prepare` makes them."""


def in_order() -> list[type[Model]]:
    """All tables of the site's apps. What is in none, counted tries, begins anew."""
    sorter = TopologicalSorter[type[Model]]()
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy:
            referred = {field.related_model for field in columns(model) if _refers(field)}
            sorter.add(model, *sorted(referred - {model}, key=str))  # type: ignore[arg-type]
    return list(sorter.static_order())


def columns(model: type[Model]) -> list["Field[object, object]"]:
    return list(model._meta.concrete_fields)


def keys(model: type[Model]) -> list["Field[object, object]"]:
    """The columns of its primary key."""
    return list(model._meta.pk_fields)


def _refers(field: "Field[object, object]") -> bool:
    return isinstance(field, ForeignKey)
