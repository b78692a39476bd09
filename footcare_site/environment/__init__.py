"""The settings that a host can make: environment variables, or lines in `.env`, each checked.

Each reader takes the variable's name and says, when a value is wrong, what is wrong with it and
how to mend it: a wrong setting stops the start with one sentence, never with a surprise later.
"""

from footcare_site.environment.addresses import host, hosts, networks, parts_of, site_url
from footcare_site.environment.cache import cache
from footcare_site.environment.files import folder, place, read_file, secret_key
from footcare_site.environment.outside import (
    SQLITE,
    contact,
    database,
    database_at,
    database_file,
    mail,
    sender,
)
from footcare_site.environment.values import asked, switch, text, title, whole_number, words

__all__ = [
    "SQLITE",
    "asked",
    "cache",
    "contact",
    "database",
    "database_at",
    "database_file",
    "folder",
    "host",
    "hosts",
    "mail",
    "networks",
    "parts_of",
    "place",
    "read_file",
    "secret_key",
    "sender",
    "site_url",
    "switch",
    "text",
    "title",
    "whole_number",
    "words",
]
