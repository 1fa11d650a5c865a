"""How a story is told, in sentences for the candidate. Coaching only: nothing here counts towards a score."""

from collections.abc import Callable

from skillprep.bank.vocabulary import Kind, StarTag
from skillprep.scoring.quotes import in_quotes
from skillprep.scoring.star_features import COUNTED
from skillprep.scoring.values import Score, StoryPart, Structure
from skillprep.scoring.words import tokens

STORY_KINDS = frozenset({Kind.BEHAVIOURAL})
"""Kinds of questions that ask for something that happened."""
FEWEST_SENTENCES = 3
"""Less than this is no story yet, and other feedback says so."""
MOST_NOTES = 2
MUCH_IN_GENERAL = 0.4
NEARLY_ALL = 0.8
LONG_SITUATION = 0.5
"""Of the words. In the bank's own model answers to such questions the situation takes a fifth."""


def story_notes(score: Score, text: str) -> tuple[str, ...]:
    """What to change in the telling, the most useful first and at most two; empty when nothing stands out."""
    if score.structure is None or len(score.structure.sentences) < FEWEST_SENTENCES:
        return ()
    found = (note(score, score.structure, text) for note in NOTES)
    return tuple(said for said in found if said)[:MOST_NOTES]


def told_in_general(score: Score, structure: Structure, text: str) -> str:
    """Much of the answer is about what is always so."""
    share = structure.shares[StoryPart.REMARK]
    if share < MUCH_IN_GENERAL:
        return ""
    first = places(structure, StoryPart.REMARK)[0]
    example = in_quotes(text, score.sentences[first])
    much = "Nearly all of this is" if share > NEARLY_ALL else f"{percent(share)} of your words are"
    return f"{much} said in general, such as {example}. Tell one case that happened to you."


def result_told(score: Score, structure: Structure, text: str) -> str:
    """There is no result, or it has no number."""
    if StarTag.RESULT in structure.missing:
        return "No result found: say what changed, with a number."
    told = places(structure, StoryPart.RESULT)
    if not told or any(has_number(text[score.sentences[place].start : score.sentences[place].end]) for place in told):
        return ""
    quote = in_quotes(text, score.sentences[told[0]])
    return f"Your result, {quote}, has no number: say how much changed, or how you know."


def action_told(_: Score, structure: Structure, __: str) -> str:
    """Nothing is said about what the candidate did."""
    if StarTag.ACTION not in structure.missing:
        return ""
    return "No action found: say what you did yourself, step by step, with “I”."


def situation_told(_: Score, structure: Structure, __: str) -> str:
    """There is no situation, or it takes most of the answer."""
    if StarTag.SITUATION in structure.missing:
        return "No situation found: open with where this was and what was at stake, in one or two sentences."
    share = structure.shares[StoryPart.SITUATION]
    if share < LONG_SITUATION:
        return ""
    return (
        f"The situation takes {percent(share)} of your words: two sentences are enough, the rest is for what you did."
    )


def task_told(_: Score, structure: Structure, __: str) -> str:
    """Nothing is said about what was to be achieved."""
    if StarTag.TASK not in structure.missing:
        return ""
    return "No task found: say in one sentence what you had to achieve, or by when."


Note = Callable[[Score, Structure, str], str]
NOTES: tuple[Note, ...] = (told_in_general, result_told, action_told, situation_told, task_told)


def places(structure: Structure, part: StoryPart) -> tuple[int, ...]:
    """The sentences that play a part."""
    return tuple(place for place, one in enumerate(structure.sentences) if one.part is part)


def has_number(sentence: str) -> bool:
    """Whether a figure or a word of number is in it."""
    return any(word[0].isdigit() or word in COUNTED for word in tokens(sentence))


def percent(share: float) -> str:
    """A share as it is said."""
    return f"{round(100 * share)} %"
