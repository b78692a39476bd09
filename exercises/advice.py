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
                _("Leave out flip-flops, high heels, and narrow or slip-on shoes."),
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
                _("Face a wall, one foot back, heel down, knee straight. Lean in for 20 seconds."),
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
            said(_("Sit down and roll a ball under the arch for about two minutes."), "ball-roll"),
            said(
                _("Or knead the sole with your thumbs, and move each toe gently."),
                "foot-massage",
            ),
            said(
                _("If you have diabetes, ask first. Keep away from broken skin."),
                "massage-cautions",
                "ours",
            ),
            said(
                _("It is there to feel pleasant. For back, knee or hip we found no strong trial."),
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
                _("The article asks for every day. A trial with older people used three a week."),
                "article",
                "spink-2008",
            ),
            said(_("So a day off is no failure."), "ours"),
            said(
                _("Older people who trained feet and ankles got somewhat better balance."),
                "schwenk-2013",
            ),
            said(
                _(
                    "Shoes, insoles and foot exercises together went with about a third fewer "
                    "falls. Nobody tested the exercises alone."
                ),
                "spink-2011",
            ),
        ),
    ),
    Section(
        "diabetes",
        _("If you have diabetes"),
        (
            said(_("Ask your foot team before you start."), "dynamic-health", "diabetes-uk"),
            said(_("Look at your feet before and after."), "ours"),
            said(_("Never go barefoot if your feet feel less than they did."), "barefoot-diabetes"),
            said(_("Tell your doctor or foot team soon about any change."), "diabetes-uk"),
        ),
    ),
)
