"""When to ask first, when to stop, and when to get help: true of every exercise."""

from django.utils.translation import gettext_lazy as _

from exercises.statements import Section, said

ASK_FIRST = (
    said(
        _("you hurt your foot or ankle in the last three days, or can’t put weight on it"),
        "dynamic-health",
    ),
    said(
        _("you have had an operation or a broken bone in your foot, leg or back lately"),
        "nia-strength",
        "ours",
    ),
    said(
        _("you have diabetes, a heart condition or high blood pressure"),
        "dynamic-health",
        "bhf-balance",
    ),
    said(_("a foot feels numb, or less than it used to"), "dynamic-health", "diabetes-uk"),
    said(_("you feel unsteady on your feet, or have fallen lately"), "nhs-tayside", "nhs-inform"),
)

STOP_IF = (
    said(_("the pain is sharp, or 6 or more out of 10"), "band-guidance", "pain-lights"),
    said(
        _("you feel dizzy or short of breath, or your chest hurts"),
        "band-guidance",
        "nhs-tayside",
    ),
)

PAIN_RULE = (
    said(
        _("Rate your pain from 0 to 10. Up to 3, carry on. At 4 or 5, see if it settles in a day."),
        "pain-lights",
    ),
    said(_("6 or more is too much. Do less, or stop."), "pain-lights"),
    said(_("Worse for a few days? Ask a doctor or physio."), "pain-lights"),
    said(_("Sore muscles are normal in the first days."), "nia-strength", "nhs-tayside"),
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
                _("your genitals or bottom go numb or tingle, or sex has become difficult"),
                "aches-and-pains",
                "northern-trust",
            ),
            said(
                _("you find it hard to pee, or lose control of your bladder or bowel"),
                "aches-and-pains",
                "northern-trust",
            ),
            said(
                _("your chest hurts, or one calf is swollen and you are short of breath"),
                "aches-and-pains",
                "clot-explainer",
            ),
            said(
                _("you had a bad accident, or you fell and can’t stand or lift your leg"),
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
                _("your back hurts and you have a fever, a new lump or unplanned weight loss"),
                "aches-and-pains",
            ),
            said(
                _("back pain does not ease with rest and is much worse at night"),
                "aches-and-pains",
            ),
            said(
                _("a foot or knee can’t take weight, changed shape, or is hot, red and swollen"),
                "dynamic-health",
                "knee-rule",
            ),
            said(_("one calf is newly swollen, warm and sore"), "clot-explainer"),
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
        _("See a doctor or physio in the next weeks if:"),
        (
            said(_("heel or foot pain is no better after two weeks"), "nhs-heel"),
            said(_("back, knee or hip pain is no better after a few weeks"), "ours"),
            said(_("the pain is getting worse"), "nhs-heel"),
            said(_("it keeps you from your usual day"), "nhs-heel"),
            said(_("a foot tingles"), "nhs-heel"),
        ),
        _("Not urgent"),
    ),
)
