"""Presses of what `batch` and `undone_by` say.

So far a session that was put back was a new row, whose key followed from that of the row before.
From now on it is the same row that comes back. So of such a chain the last row stays, and the rows
before it can't be put back any more: they lose exercise and day, as what was undone before it came.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID, uuid5

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import F, Min, Model, OuterRef, Subquery

AT_ONCE = 500
Table = type[Model]
Row = tuple[UUID, UUID]
"""A person's key and a session's, or a press's."""


def fill(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    Session, Press = (apps.get_model('logbook', name) for name in ('Session', 'Press'))
    _make_presses(Session, Press)
    _link(Session, Press, 'batch', 'press')
    _link(Session, Press, 'undone_by', 'removed_by')
    gone = {
        (row['user_id'], row['key']): row
        for row in Session._base_manager.filter(undone_at__isnull=False, day__isnull=False).values(
            'user_id', 'key', 'batch', 'undone_by', 'undone_at'
        )
    }
    later = _put_back(Session, gone)
    _undo_presses(Session, Press, gone, later)
    _write(Session, later, exercise=None, day=None, press=None, removed_by=None)


def _make_presses(Session: Table, Press: Table) -> None:
    """The first person with a key has it: keys are made so that nobody else has the same."""
    for column, moment in (('batch', 'recorded_at'), ('undone_by', 'undone_at')):
        found = Session._base_manager.filter(**{f'{column}__isnull': False})
        rows = found.values_list('user_id', column).annotate(Min(moment)).order_by()
        Press._base_manager.bulk_create(
            (Press(user_id=user, key=key, recorded_at=at) for user, key, at in rows.iterator()),
            batch_size=AT_ONCE,
            ignore_conflicts=True,
        )


def _link(Session: Table, Press: Table, column: str, link: str) -> None:
    own = Press._base_manager.filter(key=OuterRef(column), user=OuterRef('user'))
    found = Session._base_manager.filter(**{f'{column}__isnull': False})
    found.update(**{link: Subquery(own.values('key'))})


def _put_back(Session: Table, gone: Iterable[Row]) -> dict[Row, Row]:
    """Of what was taken back, the rows that were put back, each with the key of its next row."""
    again = {row: (row[0], uuid5(row[1], 'again')) for row in gone}
    there = {row for row in again.values() if row in gone}
    rest = sorted(set(again.values()) - there)
    for some in _pieces([key for _user, key in rest]):
        there.update(Session._base_manager.filter(key__in=some).values_list('user_id', 'key'))
    return {row: following for row, following in again.items() if following in there}


def _undo_presses(
    Session: Table,
    Press: Table,
    gone: Mapping[Row, Mapping[str, Any]],
    later: Mapping[Row, Row],
) -> None:
    """Which presses were undone, and what belongs to them then."""
    recorded, removed = defaultdict(list), defaultdict(list)
    for row, values in gone.items():
        if values['undone_by']:
            removed[row[0], values['undone_by']].append(row)
        elif values['batch']:
            recorded[row[0], values['batch']].append(row)
    standing = set(
        Session._base_manager.filter(undone_at=None, batch__isnull=False).values_list('user_id', 'batch')
    )
    by_themselves, undone, coming = [], [], defaultdict(list)
    for press in recorded.keys() | removed.keys():
        own, others = recorded[press], removed[press]
        came_back = [row for row in others if row in later]
        if press in standing or (others and not came_back):
            by_themselves += own
            continue
        at = max(gone[row]['undone_at'] for row in own or others)
        undone.append(Press(key=press[1], undone_at=at))
        by_themselves += [row for row in own if gone[row]['undone_at'] != at]
        for row in came_back:
            while row in later:
                row = later[row]
            coming[press[1]].append(row)
    Press._base_manager.bulk_update(undone, ['undone_at'], batch_size=AT_ONCE)
    _write(Session, by_themselves, press=None)
    for key, rows in coming.items():
        _write(Session, [row for row in rows if row not in gone], removed_by=key)


def _write(Session: Table, rows: Iterable[Row], **values: object) -> None:
    by_user = defaultdict(list)
    for user, key in rows:
        by_user[user].append(key)
    for user, keys in by_user.items():
        for some in _pieces(keys):
            Session._base_manager.filter(user=user, key__in=some).update(**values)


def _pieces(keys: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    for start in range(0, len(keys), AT_ONCE):
        yield keys[start : start + AT_ONCE]


def write_back(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """For the version before, which finds the presses by these columns."""
    Session = apps.get_model('logbook', 'Session')
    Session._base_manager.filter(press__isnull=False).update(batch=F('press'))
    Session._base_manager.filter(undone_at=None).exclude(undone_by=None).update(undone_by=None)
    gone = Session._base_manager.filter(removed_by__isnull=False, undone_at__isnull=False)
    gone.update(undone_by=F('removed_by'))


class Migration(migrations.Migration):

    dependencies = [
        ('logbook', '0010_press'),
    ]

    operations = [
        migrations.RunPython(fill, write_back),
    ]
