"""Somebody wants to know which questions a blueprint gives, without keeping them."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from skillprep.bank.question import Question
from skillprep.errors import ScorerUnavailableError
from skillprep.services import Services
from skillprep.sets.assemble import USUAL, Conflict, assemble
from skillprep.sets.blueprint import Blueprint
from skillprep.sets.pool import Pool, item_of
from skillprep.sets.programme import Limits
from skillprep.sets.question_set import QuestionSet
from skillprep.store.sets import uses_of


def assemble_set(
    services: Services, blueprint: Blueprint, owner_id: str | None = None, limits: Limits = USUAL
) -> QuestionSet | Conflict:
    """The set, or why there is none and what would work. With an owner, questions used before count as used.

    Raises InvalidInputError for names that the bank does not know, and ScorerUnavailableError when the blueprint
    limits likeness while there is no model to compare questions with.
    """
    used: Counter[str] = Counter()
    if owner_id is not None:
        with services.db.reading() as session:
            used = uses_of(session, owner_id)
    return assemble(blueprint, pool_for(services, blueprint, used), limits)


def pool_for(services: Services, blueprint: Blueprint, used: Counter[str]) -> Pool:
    """Every question that is ready, with likenesses if the blueprint asks about them."""
    bank = services.bank
    questions = sorted(bank.ready_questions(), key=lambda question: question.id)
    items = tuple(item_of(question, used[question.id]) for question in questions)
    similarity = likenesses(services, questions) if blueprint.similarity_below is not None and questions else None
    return Pool(items, similarity, {skill.id: skill.short_title for skill in bank.skills_in_order()})


def likenesses(services: Services, questions: Sequence[Question]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """Cosines of the questions' prompts, (questions, questions)."""
    try:
        vectors = services.vectors([question.prompt for question in questions])
    except ScorerUnavailableError as error:
        raise ScorerUnavailableError(
            "The language model is not ready, so nobody can tell how alike questions are. Try again in a minute, or "
            "leave out the limit on likeness."
        ) from error
    cosines: np.ndarray[tuple[int, int], np.dtype[np.float32]] = vectors @ vectors.T
    return cosines
