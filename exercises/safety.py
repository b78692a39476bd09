"""When to ask first, when to stop, and when to get help: true of every exercise."""

from django.utils.translation import gettext_lazy as _

from exercises.statements import Section, said

ASK_FIRST = (
    said(
        _("you hurt your foot or ankle in the last three days, or can’t put weight on it"),
        "dynamic-health",
    ),
    said(
        _("you have had an operation or a broken bone in your foot, leg, hip or back lately"),
        "nia-strength",
        "ours",
    ),
    said(
        _("you have diabetes, a heart condition or high blood pressure"),
        "dynamic-health",
        "bhf-balance",
    ),
    said(_("a foot is numb, or feels less than it used to"), "dynamic-health", "diabetes-uk"),
    said(_("you feel unsteady on your feet, or have fallen lately"), "nhs-tayside", "nhs-inform"),
    said(
        _(
            "a joint is hot, red and swollen, or one calf is swollen, warm and sore. "
            "See a doctor today"
        ),
        "dynamic-health",
        "clot-explainer",
    ),
)

STOP_IF = (
    said(_("the pain is sharp, or 6 or more out of 10"), "band-guidance", "pain-lights"),
    said(_("you feel dizzy or short of breath"), "band-guidance", "nhs-tayside"),
    said(
        _("your chest hurts. Call for emergency help"),
        "band-guidance",
        "nhs-tayside",
        "aches-and-pains",
    ),
)

LOW = said(_("Up to 3: carry on as you are."), "pain-lights")
MIDDLE = said(_("A 4 or 5 is acceptable if it settles within 24 hours."), "pain-lights")
HIGH = said(_("6 or more is too much. Do less, or stop."), "pain-lights")
WORSE = said(_("Worse for a few days? Ask a doctor or physio."), "pain-lights")
# What to make of pain during a session, by how much it was.
PAIN_LIGHTS = {"low": (LOW,), "middle": (MIDDLE,), "high": (HIGH, WORSE)}
PAIN_RULE = (
    LOW,
    MIDDLE,
    HIGH,
    WORSE,
    said(
        _("Sore muscles are normal in the first days. Still sore after four days? Ask."),
        "nia-strength",
        "nhs-tayside",
        "band-guidance",
    ),
)

# NHS rules for such cards: one action, five signs at most, no links among them.
CARDS = (
    Section(
        "emergency",
        _("Call 112, 999 or 911, or your local emergency number, if:"),
        (
            said(
                _("your back hurts, and both legs hurt, tingle, feel weak or go numb"),
                "aches-and-pains",
                "northern-trust",
            ),
            said(
                _(
                    "your back hurts, and your genitals or bottom tingle or go numb, "
                    "or you newly lose erections or sexual feeling"
                ),
                "aches-and-pains",
                "northern-trust",
            ),
            said(
                _(
                    "your back hurts, and you now find it hard to pee, "
                    "or lose control of your bladder or bowel"
                ),
                "aches-and-pains",
                "northern-trust",
            ),
            said(
                _("your chest hurts, or one calf is swollen and you are short of breath"),
                "aches-and-pains",
                "clot-explainer",
            ),
            said(
                _(
                    "after a bad accident or fall, your back hurts, you can’t stand, "
                    "or a leg won’t lift or looks shorter. If you are older, have weak bones "
                    "(osteoporosis) or take long-term steroids, a small knock is enough"
                ),
                "aches-and-pains",
                "northern-trust",
                "hip-fracture",
            ),
        ),
        _("Emergency"),
    ),
    Section(
        "urgent",
        _("Speak to a doctor today if:"),
        (
            said(
                _(
                    "your back hurts, and you have a fever, weight loss you did not plan, "
                    "or a lump or changed shape"
                ),
                "aches-and-pains",
            ),
            said(
                _(
                    "back pain does not ease with rest and is much worse at night. The same goes "
                    "for back pain with unsteady walking, a band of pain round the body, "
                    "or past cancer"
                ),
                "aches-and-pains",
                "northern-trust",
                "back-pain-doctor",
            ),
            said(
                _(
                    "a knee or foot can’t take weight, locks, gives way, has a new shape, "
                    "or snapped when you hurt it"
                ),
                "dynamic-health",
                "knee-rule",
                "nhs-heel-2018",
            ),
            said(
                _(
                    "a knee, ankle or foot is hot, red and swollen, "
                    "or one calf is swollen, warm and sore"
                ),
                "dynamic-health",
                "knee-rule",
                "clot-explainer",
            ),
            said(
                _("a foot burns or goes numb, or you have diabetes and your foot hurts or changes"),
                "dynamic-health",
                "diabetes-uk",
            ),
        ),
        _("Urgent"),
    ),
    Section(
        "soon",
        _("See a doctor or physio in the next few weeks if:"),
        (
            said(_("heel or foot pain is no better after two weeks"), "nhs-heel"),
            said(_("back, knee or hip pain is no better after a few weeks"), "ours"),
            said(_("the pain is getting worse"), "nhs-heel"),
            said(_("pain keeps you from your usual day"), "nhs-heel"),
            said(_("a foot tingles"), "nhs-heel"),
        ),
        _("Not urgent"),
    ),
)
