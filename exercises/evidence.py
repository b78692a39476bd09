"""What studies found about feet and back, knee and hip pain, in plain words."""

from django.utils.translation import gettext_lazy as _

from exercises.statements import Section, said

EVIDENCE = (
    Section(
        "origin",
        _("Where the exercises come from"),
        (
            said(
                _(
                    "They come from a web article called ‘4 foot exercises to relieve back, knee "
                    "and hip pain’. That title is the article’s claim. It is not ours."
                ),
                "article",
            ),
        ),
    ),
    Section(
        "back-pain",
        _("How common is back pain?"),
        (
            said(
                _("On any one day, about 12 in 100 people have pain low in the back."), "hoy-2012"
            ),
            said(_("About 4 in 10 have it at some time in their life."), "adult-back-pain"),
            said(
                _("Most new spells settle quickly. Many people have it again later."), "lancet-2018"
            ),
        ),
    ),
    Section(
        "exercise",
        _("Exercise of any kind"),
        (
            said(
                _("It probably lessens long-lasting back pain a little, on average."),
                "who-exercise",
            ),
            said(
                _(
                    "With stiff, painful joints (osteoarthritis), it did better than a pretend "
                    "treatment (placebo) for a while. That is far from certain."
                ),
                "oa-exercise",
            ),
        ),
    ),
    Section(
        "feet",
        _("Training the feet"),
        (
            said(
                _("It may make toes stronger and balance steadier. The studies are weak."),
                "jaffri-2023",
                "foot-training-2022",
            ),
            said(_("Across 13 trials, pain did not clearly change."), "jaffri-2023"),
            said(
                _(
                    "Some compare the small muscles of the foot with those of the trunk. "
                    "That is an idea, not a proof."
                ),
                "mckeon-2015",
            ),
        ),
    ),
    Section(
        "back",
        _("Feet and the back"),
        (
            said(
                _(
                    "Among 1,930 people, the shape of the foot had no link with back pain. "
                    "How the foot rolls in walking had a weak one, in women only. "
                    "A link is not a cause."
                ),
                "framingham-back",
            ),
            said(
                _(
                    "One trial, with 46 people whose feet roll inwards, found less back pain. "
                    "They did another foot exercise, none of these four."
                ),
                "mahmoud-2022",
            ),
        ),
    ),
    Section(
        "knee",
        _("Feet and the knee"),
        (
            said(
                _(
                    "People with flat feet have sore knees more often. "
                    "The survey can’t say which comes first."
                ),
                "framingham-legs",
            ),
            said(
                _(
                    "In one trial, people with knee osteoarthritis did foot exercises with a "
                    "trainer for eight weeks. They had less pain than those who did not."
                ),
                "dantas-2023",
            ),
            said(
                _(
                    "For pain round the kneecap, two small trials added foot exercises to knee "
                    "exercises. Pain was less, but in the one with insoles too, no longer after a "
                    "year."
                ),
                "molgaard-2018",
                "short-foot-knee-2024",
            ),
        ),
    ),
    Section(
        "hip",
        _("Feet and the hip"),
        (
            said(_("We found no trial of foot exercises for hip pain."), "ours"),
            said(
                _("Studies of insoles and shoes for hip pain are few and weak."),
                "kinsella-2023",
            ),
        ),
    ),
    Section(
        "together",
        _("These four together"),
        (
            said(
                _("We found no study that tested them as a set. We can’t promise less pain."),
                "ours",
            ),
        ),
    ),
)
