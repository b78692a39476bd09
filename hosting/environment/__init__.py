"""The settings that a host can make: environment variables, or lines in `.env`, each checked.

A reader takes the variable's name. Where a value is wrong, it raises one sentence that says what
is wrong and how to mend it, and the site doesn't start.
"""
