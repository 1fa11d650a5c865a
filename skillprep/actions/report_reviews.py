"""An administrator asks whether review predicts what people recall."""

from skillprep.actions.due_reviews import seen_in
from skillprep.adaptive.review import Prediction, predictions
from skillprep.adaptive.review_report import ReviewReport, report_on
from skillprep.services import Services
from skillprep.store.reviews import learners, scored_answers


def report_reviews(services: Services) -> ReviewReport:
    """Every prediction that stored scores allow, judged together: figures only, nothing about anybody.

    Nothing was logged for it: what FSRS expected then follows from the scores before, so the report covers all of them.
    """
    bank = services.bank
    found: list[Prediction] = []
    with services.db.reading() as session:
        for learner in learners(session):
            seen = [one for answer in scored_answers(session, learner) for one in seen_in(answer, bank)]
            found += predictions(seen)
    return report_on(found)
