"""When the health texts were last written, and when they are due again.

`docs/content-review.md` has a line for each of them, and says what “checked” means.
"""

from datetime import date

WRITTEN = date(2026, 11, 30)
DUE = date(2027, 11, 30)
"""A year later, or sooner where a text or its source changes."""
READ_BY_CLINICIAN: date | None = None
"""Not yet: the day on which one has read every text, and none has changed since."""
