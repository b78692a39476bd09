"""The article's other advice: shoes, stretching, massage, strength and balance; and diabetes."""

from django.utils.translation import gettext_lazy as _

from exercises.statements import Section, said

ADVICE = (
    Section(
        "shoes",
        _("Shoes that fit"),
        (
            said(
                _("Leave about a centimetre of room in front of your longest toe."),
                "nhs-scotland-shoes",
                "hacw-shoes",
            ),
            said(
                _("Look for a broad toe and a low heel, under 3 cm."),
                "nhs-scotland-shoes",
                "hacw-shoes",
            ),
            said(
                _("Laces or a strap, a firm back and a cushioned sole hold the foot."),
                "nhs-scotland-shoes",
            ),
            said(
                _("Avoid flip-flops, high heels, and narrow or slip-on shoes."),
                "belfast-shoes",
            ),
            said(
                _("Buy shoes late in the day. They should fit at once."),
                "hacw-shoes",
                "belfast-shoes",
            ),
        ),
    ),
    Section(
        "stretching",
        _("Stretching"),
        (
            said(
                _(
                    "For the calf, face a wall and put one foot back. Keep its heel down and its "
                    "knee straight, and lean in for 20 seconds."
                ),
                "spink-2008",
            ),
            said(_("Do that 3 times with each leg."), "spink-2008"),
            said(_("If your heel hurts, stretch gently and often."), "nhs-heel"),
            said(_("Don’t bounce. A stretch should not hurt."), "ours"),
        ),
    ),
    Section(
        "massage",
        _("Massage"),
        (
            said(
                _("Sit down and roll a ball slowly under the foot, about a minute for each."),
                "grabow-2017",
                "ours",
            ),
            said(_("Or knead the sole with your thumbs, and move each toe gently."), "ours"),
            said(
                _(
                    "Leave it out over a wound, a burn or a broken bone. "
                    "The same goes for a numb foot and a swollen calf."
                ),
                "ours",
                "diabetes-uk",
                "nhs-inform-clot",
            ),
            said(
                _("Do you have diabetes, poor circulation or had a blood clot? Ask first."),
                "ours",
                "diabetes-uk",
                "nhs-inform-clot",
            ),
            said(
                _(
                    "It is there to feel pleasant. In a small study rolling changed neither "
                    "movement nor balance."
                ),
                "grabow-2017",
            ),
        ),
    ),
    Section(
        "strength",
        _("Strength and balance"),
        (
            said(
                _("Train your muscles on two days a week or more. From 65, add balance."),
                "who-activity-2020",
                "nia-strength",
            ),
            said(
                _(
                    "The article asks for every day. Guides for strength training leave a day "
                    "between. So we think a day off is fine."
                ),
                "nia-strength",
                "article",
                "ours",
            ),
            said(
                _(
                    "Shoes, insoles and foot exercises together went with about a third fewer "
                    "falls. The trial did not test the exercises alone."
                ),
                "spink-2011",
            ),
        ),
    ),
    Section(
        "diabetes",
        _("If you have diabetes"),
        (
            said(
                _("Ask your doctor or foot team before you start."),
                "bhf-balance",
                "dynamic-health",
                "nice-foot-2015",
            ),
            said(_("Look at your feet before and after you exercise."), "diabetes-uk", "ours"),
            said(
                _(
                    "Do your feet feel less than they used to? Leave toe presses out, or ask "
                    "your foot team. Never go barefoot or in thin slippers."
                ),
                "iwgdf-2023",
                "diabetes-uk",
            ),
            said(
                _("A blister, cut or dark patch? Call your foot team today."),
                "diabetes-uk",
                "nice-foot-2015",
            ),
            said(
                _("Tell your doctor or foot team straight away about any change in a foot."),
                "diabetes-uk",
            ),
        ),
    ),
)
