"""What people should be told: who runs the site, and for how long an unused account is kept."""

from collections.abc import Iterator

from django.conf import settings

from hosting.doctor.finding import Finding, advise, mend, well

WHO, UNUSED = "Who runs it", "Unused accounts"


def privacy() -> Iterator[Finding]:
    yield who(settings.OPERATOR, settings.OPERATOR_ADDRESS)
    yield unused(settings.UNUSED_MONTHS, mail=bool(settings.MAIL))


def who(name: str, address: str) -> Finding:
    if name and address:
        return well(WHO, f"people read that it is {name}.")
    missing = " and ".join(
        setting
        for setting, value in {"OPERATOR": name, "OPERATOR_ADDRESS": address}.items()
        if not value
    )
    return advise(
        WHO,
        "people who note their pain have a right to know whom they tell. Unless nobody but you "
        f"uses this Footcare, set {missing}.",
    )


def unused(months: int, *, mail: bool) -> Finding:
    if not months:
        return advise(
            UNUSED,
            "they are kept for ever, which is hard to defend. To delete them after two mails, set "
            "UNUSED_MONTHS.",
        )
    if not mail:
        return mend(
            UNUSED,
            f"UNUSED_MONTHS is {months}, but no mail can be sent, so nobody is told and nothing is "
            "deleted. Set EMAIL_URL.",
        )
    return well(UNUSED, f"after {months} months and two mails they are deleted.")
