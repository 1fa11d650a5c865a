"""Findings about an answer as a whole, each with a reason for the candidate, and which sentences may be evidence."""

from dataclasses import dataclass

from skillprep.bank.question import Question
from skillprep.scoring.answer import Answer, Sentence
from skillprep.scoring.copying import copied_share, new_content_share
from skillprep.scoring.language import Seems, foreign_share, seems
from skillprep.scoring.prose import (
    code_share,
    is_keyword_list,
    is_shuffled,
    is_term_list,
    mash_share,
    may_be_term_list,
)
from skillprep.scoring.taken_back import takes_back
from skillprep.scoring.values import Effect, Guard, GuardName
from skillprep.scoring.word_order import is_salad, is_salad_piece, may_be_salad
from skillprep.scoring.words import bank_tokens, function_share

FEWEST_WORDS = 5
FEW_WORDS = 20
LEAST_NEW_CONTENT = 0.25
COPIED_SENTENCE = 0.5
PASTED = 0.4
MOST_CODE = 0.3
MOST_MASH = 0.4
FEW_SMALL_WORDS = 30
LAST_LATIN = "\u024f"
MOSTLY_FOREIGN, PARTLY_FOREIGN = 0.7, 0.25
FEW_FOREIGN = 12
"""Words of another language in an English answer that are more than a name or a phrase."""


@dataclass(frozen=True)
class Source:
    """What an answer may have been copied from, as words."""

    prompt: tuple[str, ...]
    model_answers: tuple[tuple[str, ...], ...]


def source_of(question: Question) -> Source:
    """The question's prompt and model answers."""
    return Source(bank_tokens(question.prompt), tuple(bank_tokens(answer.text) for answer in question.model_answers))


def usable(sentence: Sentence, source: Source) -> bool:
    """Whether a sentence may be evidence: it says something, in words of its own, in a sentence."""
    words = sentence.words
    unread = is_keyword_list(words) or is_shuffled(words) or is_salad_piece(words)
    if len(words) < 2 or unread or code_share(sentence.text) > MOST_CODE:
        return False
    return copied_share(words, source.prompt, 3) < COPIED_SENTENCE


def text_guards(answer: Answer, source: Source) -> tuple[Guard, ...]:
    """What the text itself shows, before anything is encoded. The first finding that ends scoring ends the search."""
    found = []
    for finding in (empty, other_language, not_prose, too_short, keyword_list, taken_back):
        guard = finding(answer)
        if guard is not None and guard.effect is not Effect.REVIEW:
            return (guard,)
        found.append(guard)
    found += [question_copied(answer, source), pasted(answer, source)]
    return tuple(guard for guard in found if guard is not None)


def empty(answer: Answer) -> Guard | None:
    """No word at all."""
    if any(map(str.isalpha, answer.text)):
        return None
    return Guard(name=GuardName.EMPTY, effect=Effect.ZERO, reason="The answer has no words in it.")


def too_short(answer: Answer) -> Guard | None:
    """Under 5 words nothing can be judged; under 20 a person should look."""
    count = len(answer.words)
    if count >= FEW_WORDS:
        return None
    effect = Effect.ZERO if count < FEWEST_WORDS else Effect.REVIEW
    reason = f"The answer has only {count} word{'' if count == 1 else 's'}: too few to judge it fairly."
    return Guard(name=GuardName.TOO_SHORT, effect=effect, reason=reason)


def other_language(answer: Answer) -> Guard | None:
    """Letters of another script, or sentences whose small words are those of another language: no score at all where
    that is most of the text, a person where it is part of it."""
    letters = [found for found in answer.text if found.isalpha()]
    script = sum(found > LAST_LATIN for found in letters) > 0.3 * len(letters)
    share = 1.0 if script else foreign_part(answer)
    if share >= MOSTLY_FOREIGN:
        reason = "The answer does not seem to be in English, the only language that can be scored so far."
        return Guard(name=GuardName.OTHER_LANGUAGE, effect=Effect.NO_SCORE, reason=reason)
    if share < PARTLY_FOREIGN:
        return None
    reason = "Part of the answer does not seem to be in English, and only English can be scored. A person should look."
    return Guard(name=GuardName.OTHER_LANGUAGE, effect=Effect.REVIEW, reason=reason)


def foreign_part(answer: Answer) -> float:
    """Share of the text in other languages; 0 for addresses and code, and where it is no more than a phrase."""
    share = foreign_share(sentence.words for sentence in answer.sentences)
    whole = seems(answer.words)
    if code_share(answer.text) > MOST_CODE:
        return 0.0
    if whole is Seems.FOREIGN:
        return share or 1.0
    return share if share * len(answer.words) >= FEW_FOREIGN else 0.0


def not_prose(answer: Answer) -> Guard | None:
    """Code, addresses, keyboard mash or words in no order. Where the order is only odd, a person should look."""
    words = answer.words
    if mash_share(words) > MOST_MASH or code_share(answer.text) > MOST_CODE or is_shuffled(words) or is_salad(words):
        reason = "The answer is not written in sentences: it looks like code, an address, or words in no order."
        return Guard(name=GuardName.NOT_PROSE, effect=Effect.ZERO, reason=reason)
    if not may_be_salad(words):
        return None
    reason = "The words stand in an order that the software cannot follow. A person should look."
    return Guard(name=GuardName.NOT_PROSE, effect=Effect.REVIEW, reason=reason)


def question_copied(answer: Answer, source: Source) -> Guard | None:
    """Under a quarter of the content words are new against the question."""
    if new_content_share(answer.words, source.prompt) >= LEAST_NEW_CONTENT:
        return None
    reason = "The answer mostly repeats the question. Say what you would do, in your own words."
    return Guard(name=GuardName.QUESTION_COPIED, effect=Effect.ZERO, reason=reason)


def keyword_list(answer: Answer) -> Guard | None:
    """Terms without sentences. Where they may be terse notes, a person should look."""
    share = round(100 * function_share(answer.words))
    if is_keyword_list(answer.words) or (share < FEW_SMALL_WORDS and is_term_list(answer.text)):
        said = "The answer lists terms without saying anything about them"
        reason = f"{said} (small words: {share} %, speech has 40 or more)."
        return Guard(name=GuardName.KEYWORD_LIST, effect=Effect.ZERO, reason=reason)
    if not may_be_term_list(answer.text):
        return None
    reason = "The answer is a list of short notes; what you would do with them is left open. A person should look."
    return Guard(name=GuardName.KEYWORD_LIST, effect=Effect.REVIEW, reason=reason)


def taken_back(answer: Answer) -> Guard | None:
    """The answer rejects, takes back or mocks what it says as a whole: software cannot tell what is meant."""
    if not takes_back(answer.text, [sentence.text for sentence in answer.sentences]):
        return None
    reason = "The answer seems to reject or take back what it says, so it is open what you mean. A person should look."
    return Guard(name=GuardName.TAKEN_BACK, effect=Effect.REVIEW, reason=reason)


def pasted(answer: Answer, source: Source) -> Guard | None:
    """Two fifths or more of the runs of five words stand in a model answer word for word."""
    if max((copied_share(answer.words, words, 5) for words in source.model_answers), default=0.0) < PASTED:
        return None
    reason = "Much of the answer stands in the model answer word for word. A person should look at it."
    return Guard(name=GuardName.MODEL_ANSWER_PASTED, effect=Effect.REVIEW, reason=reason)
