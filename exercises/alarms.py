"""When to get help, as cards: one action each, five signs at most, and no links.

`{emergency}` is filled in as `safety.emergency_number()` says.
"""

from django.utils.translation import gettext_lazy as _

from exercises.statements import Level, Section, said

EMERGENCY = Level("emergency", _("Emergency"))
URGENT = Level("urgent", _("Urgent"))
SOON = Level("soon", _("Not urgent"))

EMERGENCY_CARDS = (
    Section(
        "emergency-back",
        _("Call {emergency} if your back hurts and:"),
        (
            said(
                _("both legs newly hurt, tingle, feel weak or go numb"),
                "northern-trust",
                "somerset-nerves",
            ),
            said(
                _("it feels numb, tingly or different round your genitals, bottom or inner thighs"),
                "royal-free-nerves",
                "somerset-nerves",
                "northern-trust",
            ),
            said(
                _("it is newly hard to pee, you can’t feel that you pee, or you leak pee or poo"),
                "royal-free-nerves",
                "somerset-nerves",
                "northern-trust",
            ),
            said(
                _(
                    "sex newly feels numb, or erections newly fail, together with a sign above. "
                    "Alone: speak to a doctor today"
                ),
                "royal-free-nerves",
                "somerset-nerves",
                "girft-nerves",
            ),
            said(
                _(
                    "it began with a bad accident or fall. With weak bones or long-term "
                    "steroid tablets a small knock is enough"
                ),
                "northern-trust",
                "glasgow-back",
            ),
        ),
        level=EMERGENCY,
    ),
    Section(
        "emergency-body",
        _("Call {emergency} if:"),
        (
            said(
                _(
                    "your chest hurts or feels tight, or the pain spreads to an arm, "
                    "your jaw, neck or back"
                ),
                "nz-heart",
            ),
            said(
                _(
                    "you are suddenly short of breath, cough up blood or faint; "
                    "all the more if a calf is swollen"
                ),
                "nhs-inform-clot",
                "nidirect-lung",
                "cdc-clot",
            ),
            said(
                _(
                    "a leg or foot suddenly hurts and turns cold, pale or blue, goes numb, "
                    "or won’t move. On brown or black skin colour is hard to see: "
                    "go by cold and numb"
                ),
                "canterbury-cold-leg",
                "wales-circulation",
            ),
            said(
                _(
                    "after a fall you can’t stand or lift one leg, "
                    "or it looks shorter or turned out"
                ),
                "hertfordshire-hip",
            ),
        ),
        level=EMERGENCY,
    ),
)

CARDS = (
    *EMERGENCY_CARDS,
    Section(
        "urgent-back",
        _("Speak to a doctor today if your back hurts and:"),
        (
            said(
                _("you have a fever, or feel shivery and ill"), "northern-trust", "rjah-back-2021"
            ),
            said(
                _("the pain is between your shoulder blades, or goes round you like a band"),
                "rnoh-cord",
                "northern-trust",
            ),
            said(
                _(
                    "it is worse lying down, at night, or when you cough, sneeze "
                    "or strain on the toilet"
                ),
                "northern-trust",
                "rnoh-cord",
            ),
            said(
                _("you have or had cancer, lose weight without trying, or find a lump"),
                "rnoh-cord",
                "nice-cord-2023",
                "ours",
            ),
            said(
                _("you walk unsteadily, or a leg gets weaker or feels less"),
                "northern-trust",
                "glasgow-back",
                "rjah-back-2021",
            ),
        ),
        level=URGENT,
    ),
    Section(
        "urgent-joints",
        _("Get help today, from a doctor or at an injury unit, if:"),
        (
            said(
                _(
                    "at the back of your heel something snapped or felt like a kick: "
                    "you can’t push off or rise on tiptoe (Achilles tendon)"
                ),
                "hull-achilles-2024",
                "fife-achilles-2024",
            ),
            said(
                _(
                    "a joint is suddenly hot, swollen and very sore, or you have a fever too. "
                    "The skin may be red, or darker on brown and black skin"
                ),
                "nhs-joint-2023",
            ),
            said(
                _(
                    "after an injury a knee, ankle or foot can’t take weight, won’t straighten, "
                    "locks, or has a new shape"
                ),
                "glasgow-knee",
                "dynamic-health",
            ),
            said(
                _(
                    "a wound, blister or dark patch on a foot doesn’t heal, smells or weeps. "
                    "With diabetes or poor circulation: any new one"
                ),
                "diabetes-uk",
                "wales-circulation",
                "nice-foot-2015",
            ),
            said(_("a foot suddenly burns or goes numb"), "dynamic-health"),
        ),
        level=URGENT,
    ),
    Section(
        "urgent-calf",
        _("Speak to a doctor today if one calf or leg:"),
        (
            said(_("is newly swollen"), "nhs-inform-clot", "cdc-clot"),
            said(_("throbs or is tender"), "nhs-inform-clot", "cdc-clot"),
            said(_("is warm"), "nhs-inform-clot"),
            said(_("looks red, or darker on brown and black skin"), "nhs-inform-clot", "cdc-clot"),
        ),
        level=URGENT,
        own_lines=(
            said(
                _("Short of breath or chest pain as well? Call {emergency}. Don’t drive."),
                "nhs-inform-clot",
                "cdc-clot",
            ),
        ),
    ),
    Section(
        "urgent-child",
        _("Under 16"),
        (),
        level=URGENT,
        own_lines=(
            said(
                _(
                    "A child or teenager who limps, or whose hip, thigh or knee hurts, should "
                    "see a doctor today. Don’t try these exercises first."
                ),
                "frimley-limp",
                "melbourne-hip",
            ),
        ),
    ),
    Section(
        "soon",
        _("See a doctor or physio in the next weeks if:"),
        (
            said(_("your heel or foot is no better after two weeks"), "nhs-heel"),
            said(_("your back, knee or hip is no better after a few weeks"), "ours"),
            said(
                _("it gets worse, or keeps you from your day or sleep"),
                "nhs-heel",
                "glasgow-knee",
            ),
            said(
                _("leg pain newly goes below the knee, or a foot tingles (weak or numb: today)"),
                "glasgow-back",
                "nhs-heel",
            ),
            said(
                _("your calves ache when you walk and stop when you stand still"),
                "wales-circulation",
            ),
        ),
        level=SOON,
    ),
)
