"""Can tries be counted, where that isn't done in the database?"""

from collections.abc import Iterator

from django.conf import settings
from django.core.cache import cache

from footcare_site import database
from footcare_site.doctor.finding import Finding, mend, well

ABOUT = "Cache"


def findings() -> Iterator[Finding]:
    if "redis" not in settings.CACHES["default"]["BACKEND"]:
        yield well(ABOUT, "it is in the database.")
        return
    yield redis()


def redis() -> Finding:
    """Whether it can be written to; the word is gone a second later."""
    from redis import AuthenticationError, RedisError

    try:
        cache.set("doctor", 1, timeout=1)
    except AuthenticationError:
        return mend(ABOUT, "Redis refuses our name or password. Look at both in CACHE_URL.")
    except (RedisError, OSError) as error:
        return mend(
            ABOUT,
            f"Redis can't be used: {database.first_line(error)}. Look at CACHE_URL, and whether "
            "Redis is running.",
        )
    return well(ABOUT, "Redis answers.")
