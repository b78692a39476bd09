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
                "calf-stretch",
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
                _("Sit down and roll a ball under the arch, about two minutes for each foot."),
                "ball-roll",
            ),
            said(
                _("Or knead the sole with your thumbs, and move each toe gently."),
                "foot-massage",
            ),
            said(
                _(
                    "If you have diabetes, ask first. Leave out a foot that is numb, "
                    "or has a wound, a burn or a broken bone."
                ),
                "massage-cautions",
                "ours",
            ),
            said(
                _(
                    "It is there to feel pleasant. "
                    "We found no strong trial of it for back, knee or hip pain."
                ),
                "ours",
            ),
        ),
    ),
    Section(
        "strength",
        _("Strength and balance"),
        (
            said(
                _("Train your muscles on two days a week or more. From 65, add balance."),
                "uk-activity",
                "nia-strength",
            ),
            said(
                _(
                    "The article asks for every day. A trial with older people used three days a "
                    "week. A US public guide advises a day of rest between."
                ),
                "article",
                "spink-2008",
                "nia-strength",
            ),
            said(_("So a day off is fine."), "ours"),
            said(
                _(
                    "In trials, older people who trained feet and ankles got somewhat better "
                    "balance. Calf strength and walking did not clearly change."
                ),
                "schwenk-2013",
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
            said(_("Ask your doctor or foot team before you start."), "dynamic-health", "ours"),
            said(_("Look at your feet before and after you exercise."), "ours"),
            said(_("Never go barefoot if your feet feel less than they did."), "barefoot-diabetes"),
            said(
                _("Tell your doctor or foot team straight away about any change in a foot."),
                "diabetes-uk",
            ),
        ),
    ),
)
