"""What studies found about feet and back, knee and hip pain, and how sure that is."""

from django.utils.translation import gettext_lazy as _

from exercises.statements import Section, said

# Large trials or careful reviews agree; a middle; few or small trials; nobody has looked.
SURE, LIKELY, UNSURE, NOT_KNOWN = _("Fairly sure"), _("Likely"), _("Unsure"), _("Not known")

ORIGIN = Section(
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
)

EVIDENCE = (
    Section(
        "back-pain",
        _("How common is back pain?"),
        (
            said(
                _("Most people have low back pain at some time."),
                "who-back-2023",
                "bernstein-2017",
                "back-surveys-2005",
                title=SURE,
            ),
            said(
                _(
                    "At any one time about 1 person in 13 has it. "
                    "That was 619 million people in 2020."
                ),
                "who-back-2023",
                "world-back-2023",
                title=SURE,
            ),
            said(
                _(
                    "The article says that 80 % of the world has it some day. Some surveys in "
                    "rich countries come near. Nobody has counted the world."
                ),
                "back-surveys-2005",
                "bernstein-2017",
                "article",
                title=NOT_KNOWN,
            ),
        ),
    ),
    Section(
        "exercise",
        _("Exercise of any kind"),
        (
            said(
                _(
                    "It probably eases long-lasting back pain a little. "
                    "WHO advises exercise and learning about pain."
                ),
                "who-exercise",
                "who-back-2023",
                "cochrane-back-2021",
                title=LIKELY,
            ),
            said(
                _(
                    "For knee arthritis, exercise probably helps a little. "
                    "A review of 139 trials asks whether most people would notice."
                ),
                "cochrane-knee-2024",
                title=LIKELY,
            ),
            said(
                _(
                    "After back pain, walking more and learning about pain probably keeps it "
                    "away longer: 208 days instead of 112. That was one large trial, "
                    "of walking, not of feet."
                ),
                "pocovi-2024",
                title=LIKELY,
            ),
            said(
                _(
                    "Balance and strength exercises for older people lessen falls by about a "
                    "quarter. That holds for whole programmes."
                ),
                "sherrington-2019",
                "spink-2011",
                title=SURE,
            ),
        ),
    ),
    Section(
        "feet",
        _("Training the feet"),
        (
            said(
                _(
                    "Training the small foot muscles may steady balance. "
                    "A review, 13 trials in all, found no clear change in pain."
                ),
                "jaffri-2023",
                title=UNSURE,
            ),
            said(
                _(
                    "Some compare the small muscles of the foot with those of the trunk. "
                    "That is an idea, not a proof."
                ),
                "mckeon-2015",
                title=NOT_KNOWN,
            ),
            said(
                _(
                    "Running is mixed. In one trial foot training more than halved injuries. "
                    "In a larger one it didn’t help, and sudden injuries rose."
                ),
                "taddei-2020",
                "leppanen-2024",
                title=UNSURE,
            ),
        ),
    ),
    Section(
        "back",
        _("Feet and the back"),
        (
            said(
                _(
                    "The shape of the foot had no link with back pain. Feet that roll in had "
                    "one, in women only. A link is not a cause."
                ),
                "framingham-back",
                title=UNSURE,
            ),
            said(
                _(
                    "One very small trial, with feet that roll in, found less back pain. "
                    "About 15 people did each treatment; none did our four."
                ),
                "mahmoud-2022",
                title=UNSURE,
            ),
        ),
    ),
    Section(
        "knee",
        _("Feet and the knee"),
        (
            said(
                _(
                    "One trial of foot exercises for knee arthritis found less pain after eight "
                    "weeks. It stopped early with 30 of 76 people, who knew what they got."
                ),
                "dantas-2023",
                "dantas-register",
                "dantas-pedro",
                title=UNSURE,
            ),
            said(
                _(
                    "For pain round the kneecap, three small trials added foot exercises for "
                    "chosen people, most of them young. Pain was somewhat less at first. "
                    "In the one that lasted a year, not at the end."
                ),
                "molgaard-2018",
                "kisacik-2021",
                "short-foot-knee-2024",
                title=UNSURE,
            ),
            said(
                _(
                    "People with flat feet more often say that their knees hurt. "
                    "That can’t say which came first."
                ),
                "framingham-legs",
                title=UNSURE,
            ),
        ),
    ),
    Section(
        "hip",
        _("The hip, and these four together"),
        (
            said(
                _(
                    "We found no trial of foot exercises for hip pain, and none of these four "
                    "together. A trial against falls is under way."
                ),
                "futrell-2025",
                "ours",
                title=NOT_KNOWN,
            ),
            said(
                _("Studies of insoles and shoes for hip pain are few and weak."),
                "kinsella-2023",
                title=UNSURE,
            ),
            said(_("We can’t promise less pain."), "ours", title=NOT_KNOWN),
        ),
    ),
    ORIGIN,
)

# In short, for the page that a visitor sees first.
KNOWN = (
    Section(
        "known-well",
        _("Fairly well supported"),
        (
            said(
                _("Exercise of any kind probably eases long-lasting back pain a little."),
                "who-exercise",
                "who-back-2023",
            ),
            said(
                _(
                    "After back pain, walking more and learning about pain probably keeps it "
                    "away longer."
                ),
                "pocovi-2024",
            ),
        ),
    ),
    Section(
        "known-less",
        _("Less certain"),
        (
            said(
                _(
                    "Training the feet may steady your balance. A few very small studies found "
                    "less knee or back pain; others found nothing."
                ),
                "jaffri-2023",
                "mahmoud-2022",
                "dantas-2023",
            ),
        ),
    ),
    Section(
        "known-not",
        _("Not known"),
        (
            said(
                _(
                    "We found no trial of these four exercises together, and none of foot "
                    "exercises for hip pain. We can’t promise less pain. "
                    "We can help you keep count."
                ),
                "ours",
            ),
        ),
    ),
)
WHY_FEET = Section(
    "why",
    _("My back hurts. Why my feet?"),
    (
        said(
            _(
                "They steady you when you stand and push you off when you walk. One idea is that "
                "weak or stiff feet make the knees, hips and back work differently. "
                "That is not proved. Feet are easy to train, though: at home, in a few minutes, "
                "with almost no equipment."
            ),
            "mckeon-2015",
            "ours",
        ),
    ),
    lead=said(_("Your feet are where every step begins."), "ours"),
)
