"""The doctor on what people should be told: advice where it works without, else a fault."""

import pytest

from hosting.doctor import privacy


@pytest.mark.parametrize(
    ("name", "address", "told"),
    [
        ("", "", "set OPERATOR and OPERATOR_ADDRESS."),
        ("Dr Foot", "", "set OPERATOR_ADDRESS."),
        ("", "1 Foot Lane", "set OPERATOR."),
    ],
)
def test_who_runs_it_should_be_told(name: str, address: str, told: str) -> None:
    finding = privacy.who(name, address)

    assert (finding.is_well, finding.is_advice) == (True, True)
    assert finding.sentence.endswith(told)


def test_who_is_told_is_well() -> None:
    finding = privacy.who("Dr Foot", "1 Foot Lane")

    assert (finding.is_well, finding.is_advice) == (True, False)


@pytest.mark.parametrize("mail", [True, False])
def test_accounts_that_are_kept_for_ever_are_warned_of(mail: bool) -> None:
    finding = privacy.unused(0, mail=mail)

    assert (finding.is_well, finding.is_advice) == (True, True)
    assert "kept for ever, which is hard to defend" in finding.sentence


def test_months_without_mail_are_to_be_mended() -> None:
    finding = privacy.unused(24, mail=False)

    assert not finding.is_well
    assert "nobody is told and nothing is deleted. Set EMAIL_URL." in finding.sentence


def test_months_with_mail_are_well() -> None:
    finding = privacy.unused(24, mail=True)

    assert (finding.is_well, finding.is_advice) == (True, False)
