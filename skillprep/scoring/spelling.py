"""Likely typing errors put right in what is compared; what the candidate wrote, and its offsets, stay as they are."""

import functools
import re
from dataclasses import replace

from skillprep.bank.question import Question
from skillprep.scoring.answer import Answer, Sentence
from skillprep.scoring.reference import reference_texts
from skillprep.scoring.values import Correct
from skillprep.scoring.words import tokens

FEWEST_LETTERS = 4
PLAIN_WORD = re.compile(r"(?<![\w'@./-])[a-z]{4,}(?![\w'@/-]|\.\w)")
"""A word that may be a typing error: small letters alone, so no name, and no part of an address or a compound."""


def corrected(answer: Answer, question: Question, correct: Correct | None) -> Answer:
    """The answer with corrected `text` and `words` of its sentences; the same object when nothing was corrected."""
    if correct is None:
        return answer
    own = own_words(reference_texts(question))
    sentences = tuple(respelled(sentence, correct(sentence.text, own)) for sentence in answer.sentences)
    return answer if sentences == answer.sentences else replace(answer, sentences=sentences)


def respelled(sentence: Sentence, text: str) -> Sentence:
    """The sentence with another text."""
    return sentence if text == sentence.text else Sentence(sentence.span, text, tokens(text))


@functools.lru_cache(maxsize=1_024)
def own_words(texts: tuple[str, ...]) -> frozenset[str]:
    """The plain words of a question's texts, which are never taken for errors."""
    words = (word for text in texts for word in tokens(text))
    return frozenset(word for word in words if len(word) >= FEWEST_LETTERS and word.isascii() and word.isalpha())
