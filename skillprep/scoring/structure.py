"""How an answer is built as a story: the part of each sentence, their shares, and what is missing.

Structure is coaching. It is computed beside the content and never enters a score.
"""

from collections.abc import Sequence

from skillprep.bank.vocabulary import StarTag
from skillprep.scoring.answer import Sentence
from skillprep.scoring.star import DECIMALS, Floats, Star
from skillprep.scoring.star_features import star_features
from skillprep.scoring.values import SentencePart, StoryPart, Structure


def structure_of(sentences: Sequence[Sentence], star: Star) -> Structure:
    """The structure of an answer with at least one sentence. Shares are of words and add up to 1 but for rounding."""
    found = star.probabilities(star_features([sentence.words for sentence in sentences]))
    parts = tuple(sentence_part(row, star) for row in found)
    return Structure(
        sentences=parts,
        shares=shares(parts, [len(sentence.words) for sentence in sentences]),
        missing=missing(parts, found, star),
        star_sha256=star.sha256,
    )


def sentence_part(row: Floats, star: Star) -> SentencePart:
    """The likeliest part with its probability; unclear when even that is not likely enough."""
    best = int(row.argmax())
    probability = float(row[best])
    named = StoryPart(star.parts[best]) if probability >= star.unclear else StoryPart.UNCLEAR
    return SentencePart(part=named, probability=min(probability, 1.0))


def shares(parts: Sequence[SentencePart], lengths: Sequence[int]) -> dict[StoryPart, float]:
    """Share of the words in each part, 0 for those that do not occur."""
    total = max(sum(lengths), 1)
    words = dict.fromkeys(StoryPart, 0)
    for found, length in zip(parts, lengths, strict=True):
        words[found.part] += length
    return {part: round(count / total, DECIMALS) for part, count in words.items()}


def missing(parts: Sequence[SentencePart], found: Floats, star: Star) -> tuple[StarTag, ...]:
    """The parts of a story that no sentence is named, and none comes near to."""
    named = {sentence.part.value for sentence in parts}
    best = dict(zip(star.parts, found.max(axis=0), strict=True))
    return tuple(tag for tag in StarTag if tag.value not in named and best[tag.value] < star.absent[tag.value])
