"""Who should ask first, when to stop, and a rule for pain: true of every exercise.

`{emergency}` stands for the number that the site's host has set, or for words in its place.
"""

from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from exercises.statements import Section, said


def emergency_number() -> str:
    return settings.EMERGENCY_NUMBER or gettext("your local emergency number (112, 999, 911)")


ASK_FIRST = Section(
    "ask-first",
    _("Ask a doctor, physio or pharmacist before you start if:"),
    (
        said(
            _("you hurt your foot, ankle or leg in the last three days, or can’t put weight on it"),
            "dynamic-health",
        ),
        said(
            _(
                "you had an operation or a broken bone in your foot, leg, hip or back "
                "in the last six months"
            ),
            "nia-strength",
            "futrell-2025",
        ),
        said(
            _("you have a sore, torn or mended Achilles or calf tendon"),
            "hull-achilles-2024",
            "fife-achilles-2024",
        ),
        said(_("you have leg pain with numbness, tingling or weakness"), "glasgow-back"),
        said(
            _(
                "you have diabetes, a foot that feels less than it used to, "
                "or an open sore on a foot"
            ),
            "dynamic-health",
            "bhf-balance",
            "diabetes-uk",
            "wales-circulation",
            "iwgdf-2023",
        ),
        said(_("you have a heart condition or high blood pressure"), "bhf-balance"),
        said(
            _("you have poor circulation in your legs, or had a blood clot there"),
            "wales-circulation",
            "nhs-inform-clot",
        ),
        said(
            _("you feel unsteady, get dizzy, or fell in the last year"),
            "nhs-tayside",
            "nhs-inform",
            "ours",
        ),
        said(
            _(
                "you have weak bones (osteoporosis), or broke a bone in a small fall. "
                "Ask which exercises suit you. Stay with hands on a worktop"
            ),
            "bones-2022",
        ),
        said(
            _(
                "you take steroid tablets, or take or lately took an antibiotic such as "
                "ciprofloxacin or levofloxacin. Tendons can tear more easily. "
                "A sore tendon: stop, and call"
            ),
            "mhra-antibiotics-2024",
            "lothian-antibiotics",
            "alves-2019",
        ),
        said(
            _(
                "you are pregnant. Don’t lie flat on your back for long after 16 weeks. "
                "Hold on when you stand on toes or one leg"
            ),
            "pregnancy-frimley",
            "pregnancy-sw-london",
        ),
        said(_("you are under 16"), "frimley-limp", "melbourne-hip"),
    ),
)

# In short, above the list where that is folded.
ASK_FIRST_TOO = _(
    "Or with an injury, operation, sore tendon, numb leg or foot, diabetes, heart or circulation "
    "trouble, weak bones, unsteady steps, some medicines, in pregnancy or under 16."
)

STOP_IF = Section(
    "stop",
    _("Stop this exercise if:"),
    (
        said(_("the pain is sharp, sudden, or grows as you go on"), "nhs-tayside", "band-guidance"),
        said(
            _("a leg or foot newly goes numb, tingles or feels weak"),
            "glasgow-back",
            "rjah-back-2021",
            "ours",
        ),
        said(_("pain shoots down the leg"), "glasgow-back", "ours"),
        said(
            _("something snaps, pops or suddenly hurts at the heel or calf"),
            "hull-achilles-2024",
            "fife-achilles-2024",
        ),
        said(_("you feel dizzy, faint or oddly short of breath"), "nhs-tayside"),
        said(_("a foot turns cold or changes colour"), "canterbury-cold-leg", "ours"),
    ),
    own_lines=(
        said(_("Chest pain or tightness? Stop, and call {emergency}."), "nhs-tayside", "nz-heart"),
        said(
            _("Muscles that work, warm up, or are sore next day are no reason to stop."),
            "nhs-tayside",
        ),
    ),
)

LOW = said(_("0 to 3: carry on."), "pain-lights")
MIDDLE = said(_("4 or 5: all right if it settles within a day."), "pain-lights")
HIGH = said(
    _("6 or more: make it easier, do fewer, or leave that exercise out and try again another day."),
    "pain-lights",
)
PAIN_RULE = Section(
    "pain-rule",
    _("A rule for pain while you exercise"),
    (LOW, MIDDLE, HIGH),
    lead=said(
        _(
            "Provide, a physio service in England, uses this rule for pain "
            "while you do an exercise:"
        ),
        "pain-lights",
    ),
    own_lines=(
        said(
            _(
                "Other services draw the line elsewhere. It is a rule of theirs for everybody: "
                "nothing that you note here is measured by it."
            ),
            "ours",
        ),
    ),
)

# The list in one breath, for the start of a guided session.
STOP_RULE = _("Stop if it is sharp, numb or dizzy.")
