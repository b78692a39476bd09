"""The form of a script: what it may say, and the sentence for each slip."""

import pytest
from django.core.exceptions import ValidationError

from exercises.scripts import check_script, missing, named, read
from exercises.timeline import Line, Script

NO_TEXT = "“hold”: write texts only."
NOTHING_TO_SHOW = "“hold”: say what to show; tell, say and pose are optional."


@pytest.mark.parametrize(
    "script",
    [
        pytest.param({}, id="nothing yet"),
        pytest.param({"hold": {"show": "Hold"}}, id="only what to show"),
        pytest.param(
            {"hold": {"show": "Hold", "tell": "", "say": "", "pose": ""}}, id="empty texts"
        ),
        pytest.param({"count": "", "where": ""}, id="no count"),
        pytest.param(
            {"count": "{repetition} of {repetitions}, {bout} of {bouts}", "where": "{side}"},
            id="the names of a cue",
        ),
        pytest.param({"move": {"show": "{direction}: {way}, {move} s"}}, id="more names"),
        pytest.param({"change": {"show": "Other foot", "waits": True}}, id="a cue that waits"),
    ],
)
def test_a_script_may_have_a_line_for_any_kind_of_cue(script):
    check_script(script)


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        pytest.param(
            [], "Write the cues in curly brackets, one for each kind.", id="a list of cues"
        ),
        pytest.param(
            {"jump": {"show": "Jump"}},
            "“jump” is no kind of cue. Use these: position, ready, move, hold, back, pause, rest, "
            "turn, change, done.",
            id="an unknown kind",
        ),
        pytest.param({"hold": "Hold"}, NO_TEXT, id="a text instead of a line"),
        pytest.param({"hold": {"show": 5}}, NO_TEXT, id="a number to show"),
        pytest.param({"hold": {"show": "Hold", "say": None}}, NO_TEXT, id="nothing to say"),
        pytest.param({"count": 5}, "“count”: write texts only.", id="a number as count"),
        pytest.param({"hold": {}}, NOTHING_TO_SHOW, id="an empty line"),
        pytest.param(
            {"change": {"show": "Other foot", "waits": "yes"}},
            "“change”: “waits” is true or false.",
            id="a word for whether it waits",
        ),
        pytest.param({"hold": {"tell": "Keep pressing"}}, NOTHING_TO_SHOW, id="nothing to show"),
        pytest.param({"hold": {"show": " "}}, NOTHING_TO_SHOW, id="a space to show"),
        pytest.param(
            {"hold": {"show": "Hold", "sing": "la"}}, NOTHING_TO_SHOW, id="an unknown text"
        ),
        pytest.param(
            {"hold": {"show": "Hold", "say": "{press}"}},
            "{press} is no figure of the dose. Use one of these: {repetitions}, {bouts}, {move}, "
            "{hold}, {back}, {rest}, {change}, {minutes}, {repetition}, {bout}, {side}, "
            "{direction}, {way}.",
            id="an unknown name",
        ),
    ],
)
def test_a_slip_is_told_in_a_sentence(script, sentence):
    with pytest.raises(ValidationError) as refused:
        check_script(script)

    assert refused.value.messages == [sentence]


def test_a_script_is_read_with_what_it_leaves_out():
    script = read({"hold": {"show": "Hold", "pose": "hold"}, "count": "Press {repetition}"})

    assert script == Script({"hold": Line("Hold", "", "", "hold")}, "Press {repetition}", "")
    assert read({"rest": {"show": "Rest"}}).lines["rest"].pose == "rest"
    assert not read({"rest": {"show": "Rest"}}).lines["rest"].waits
    assert read({"change": {"show": "Other foot", "waits": True}}).lines["change"].waits


def test_the_kinds_missing_are_named_in_the_order_of_a_session():
    script = read({"hold": {"show": "Hold"}})

    assert missing(script, {"done", "hold", "ready"}) == ["ready", "done"]
    assert missing(script, {"hold"}) == []


def test_what_a_script_names_in_braces_is_found_in_any_of_its_texts():
    lines = {"hold": {"show": "{hold}", "tell": "{side}", "say": "{way} {way}", "pose": "hold"}}

    assert named(read(lines | {"count": "{bout}", "where": "{direction}"})) == {
        "hold",
        "side",
        "way",
        "bout",
        "direction",
    }
    assert named(read({})) == set()
