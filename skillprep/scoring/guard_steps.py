"""What to do after each guard: the finding says what is wrong, the step says how to go on."""

import re

from skillprep.bank.question import Question
from skillprep.scoring.quotes import quoted, where
from skillprep.scoring.story import STORY_KINDS
from skillprep.scoring.values import Effect, GuardName, PointScore, PointState, Score

ENDS = re.compile(r"[,;.\n|/•]+")

STEPS = {
    GuardName.EMPTY: "Begin with a single sentence; it does not have to be the best one.",
    GuardName.TOO_SHORT: "Say it in three or four whole sentences.",
    GuardName.NOT_PROSE: "Write it as you would say it to a colleague, in whole sentences.",
    GuardName.OTHER_LANGUAGE: (
        "Answer in English; short, simple sentences are enough. If you would rather keep your language, have a person"
        " who speaks it read the answer."
    ),
    GuardName.TAKEN_BACK: (
        "Say what you would do yourself, and leave out what others claim or what you take back. If you mean it as it"
        " stands, have a person read the answer."
    ),
    GuardName.MODEL_ANSWER_PASTED: (
        "Close the model answer and say it again from memory, with a case of your own: what you can say freely is what"
        " an interviewer will hear."
    ),
}
MORE = frozenset({GuardName.EMPTY, GuardName.TOO_SHORT, GuardName.NOT_PROSE})
"""Guards after which a hint helps: there is nothing yet that could be judged."""


def guard_step(question: Question, score: Score, text: str) -> str:
    """The step for the gravest guard of the score; empty when there is none."""
    ordered = sorted(score.guards, key=lambda guard: guard.effect is Effect.REVIEW)
    return step_after(ordered[0].name, question, score, text) if ordered else ""


def step_after(name: GuardName, question: Question, score: Score, text: str) -> str:
    """What to do about one guard."""
    if name is GuardName.KEYWORD_LIST:
        return f"Make a sentence of {first_term(text)}: who does what with it, and why. Then go on to the next term."
    if name is GuardName.QUESTION_COPIED:
        return f"Leave the question's words out and begin with {opening(question)}."
    if name is GuardName.OFF_TOPIC:
        return f"Read the question once more and begin with {opening(question)}.{hint(question)}"
    if name is GuardName.POINTS_DENIED:
        return denied_step(question, score, text)
    return f"{STEPS[name]}{hint(question) if name in MORE else ''}"


def opening(question: Question) -> str:
    """How an answer to a question of this kind begins."""
    if question.kind in STORY_KINDS:
        return "a case of your own: where you were, and what you did"
    return "what you would do first, and why"


def hint(question: Question) -> str:
    """The bank's mildest hint, with a space before it."""
    return f" A hint: {question.hints[0]}" if question.hints else ""


def first_term(text: str) -> str:
    """The first term of a list, in quotation marks."""
    terms = (piece.strip(" \t-*•\"'") for piece in ENDS.split(text))
    words = next((piece for piece in terms if piece), "").split()[:5]
    return f"“{' '.join(words)}”" if words else "the first term"


def denied_step(question: Question, score: Score, text: str) -> str:
    """Which sentence seems to say the opposite of which point."""
    statements = {point.id: point for point in question.points}
    found = next((one for one in score.points if seems_denied(one) and one.point_id in statements), None)
    if found is None:
        return "Read your answer once more for a “not” too many, or have a person look at it."
    point = statements[found.point_id].statement.rstrip(".")
    said = f"{where(found.evidence)}, {quoted(text, found.evidence)}"
    return (
        f"Look at {said}: it seems to say the opposite of this: {point}."
        " If you mean it, have a person look; if not, turn the sentence round."
    )


def seems_denied(found: PointScore) -> bool:
    """Whether there is a sentence to point to."""
    return found.denied and found.evidence is not None and found.state is not PointState.MISSED
