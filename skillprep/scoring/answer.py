"""An answer made ready for scoring: folded, cut into sentences, each with the text and words that are judged."""

from dataclasses import dataclass
from functools import cached_property

from skillprep.errors import InvalidInputError
from skillprep.scoring.introductions import neutral
from skillprep.scoring.normalise import fold
from skillprep.scoring.quotes import unquoted
from skillprep.scoring.segment import sentences
from skillprep.scoring.speech import is_speech, without_fillers, without_hesitations
from skillprep.scoring.values import Span
from skillprep.scoring.words import tokens

MOST_SENTENCES = 400
"""More than any spoken answer has; bounds what one answer can cost the encoder."""


@dataclass(frozen=True)
class Sentence:
    """One sentence: where it lies in the submitted text, what of it is embedded, and its words."""

    span: Span
    text: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """The folded text and its sentences in order."""

    text: str
    sentences: tuple[Sentence, ...]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All words in order."""
        return tuple(word for sentence in self.sentences for word in sentence.words)


def read_answer(original: str) -> Answer:
    """Fold and cut. Raises InvalidInputError when the text is too long or has too many sentences."""
    folded = fold(original)
    ranges = sentences(folded.text)
    if len(ranges) > MOST_SENTENCES:
        message = f"The answer has {len(ranges)} sentences; the limit is {MOST_SENTENCES}."
        raise InvalidInputError(message, field="answer")
    told = without_fillers if is_speech(folded.text) else without_hesitations
    found = []
    for start, end in ranges:
        text = neutral(told(unquoted(folded.text[start:end])))
        found.append(Sentence(folded.span(start, end), text, tokens(text)))
    return Answer(folded.text, tuple(found))
