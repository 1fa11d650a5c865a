"""A worker fits the questions anew by itself, so that a bank is learned while it is used."""

import datetime
import logging

from skillprep.actions.calibrate import calibrate
from skillprep.actions.start_sitting import PURPOSES
from skillprep.adaptive.calibrate import fit_is_due
from skillprep.errors import ConflictError, SkillPrepError
from skillprep.services import Services
from skillprep.store.beliefs import last_fit
from skillprep.store.item_history import count_answers_since

log = logging.getLogger(__name__)

LONGEST = datetime.timedelta(days=1)


def calibrate_when_due(services: Services) -> list[str]:
    """Fit each purpose that has enough new answers (`fit_is_due`) or a fit that is a day old; return which.

    The daily one takes in what was answered or erased since.

    A fit that another worker stored in the meantime is as good as one's own.
    """
    return [purpose for purpose in PURPOSES if is_due(services, purpose) and fitted(services, purpose)]


def is_due(services: Services, purpose: str) -> bool:
    """Whether this purpose should be fitted now."""
    with services.db.reading() as session:
        last = last_fit(session, purpose)
        new = count_answers_since(session, purpose, last.at)
    old = last.at is not None and services.clock() - last.at >= LONGEST
    return old or fit_is_due(new, last.answers)


def fitted(services: Services, purpose: str) -> bool:
    """Fit one purpose; False when another run was faster, or when the answers cannot be fitted.

    The worker must go on scoring: what is wrong with the answers stands in the log, and in what the command says.
    """
    try:
        done = calibrate(services, purpose)
    except ConflictError:
        return False
    except SkillPrepError:
        log.exception("questions_not_fitted", extra={"purpose": purpose, "remedy": "skillprep calibrate"})
        return False
    log.info("questions_fitted", extra={"purpose": purpose, "answers": done.answers, "questions": len(done.moves)})
    return True
