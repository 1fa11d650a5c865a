"""A cast: a guest who practises and a stranger who must always be refused."""

import pytest

from skillprep.actions.save_draft import TurnPath
from skillprep.actions.start_guest import start_guest
from skillprep.actions.start_sitting import SittingWish, start_sitting
from skillprep.bank.vocabulary import Level
from skillprep.services import Services

SKILL = "responsible-deployment"
ANSWER = (
    "First I settled whose treatment to compare, by sex and by age band. "
    "Then I measured recall for each group with Fairlearn and traced the gap to skewed training labels. "
    "We reweighed the data, measured again, wrote it into the model card and set an alert."
)


@pytest.fixture
def guest(services: Services) -> str:
    return start_guest(services)


@pytest.fixture
def stranger(services: Services) -> str:
    return start_guest(services)


@pytest.fixture
def sitting(services: Services, guest: str) -> str:
    return start_sitting(services, guest, SittingWish(SKILL, Level.INTERMEDIATE, length=3))


@pytest.fixture
def turn(guest: str, sitting: str) -> TurnPath:
    """The first question of the guest's sitting."""
    return TurnPath(guest, sitting, 1)
