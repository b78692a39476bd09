"""Is the secret key one that nobody guesses?"""

from collections.abc import Iterator

from django.conf import settings

from footcare_site.doctor.finding import Finding, mend, well

ABOUT = "Secret key"
LEAST, DIFFERENT = 50, 10  # characters


def findings() -> Iterator[Finding]:
    yield judge(settings.SECRET_KEY)


def judge(key: str) -> Finding:
    if len(key) >= LEAST and len(set(key)) >= DIFFERENT:
        return well(ABOUT, "it is long, and nobody guesses it.")
    return mend(
        ABOUT,
        "it can be guessed, and with it anybody signs in as anybody. Take SECRET_KEY out, and "
        "delete secret-key in STATE_DIR: Footcare makes a new one, and people sign in once more.",
    )
