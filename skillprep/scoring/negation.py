"""Whether evidence denies the point it resembles: most of what it shares with the point stands in a negated clause.

A rule, not a model: embeddings hardly tell a sentence from its negation (a cosine of .93). It catches plain denials and
also some good paraphrases. So it stands in only where there is no polarity model; where there is one, it lowers the
certainty that is asked of the model.
"""

from collections.abc import Iterator, Sequence

from skillprep.scoring.words import content_stems, listed, stem

NEGATORS = listed(
    "not no never none nothing neither nor cannot hardly unnecessary pointless useless false untrue disagree"
    " refuse refused myth myths nonsense mistaken fallacy misconception"
    " don't doesn't didn't isn't aren't wasn't weren't can't couldn't won't wouldn't shouldn't"
    " haven't hasn't hadn't ain't dont doesnt didnt isnt arent wasnt cant wont wouldnt shouldnt"
)
CLAUSE_ENDS = listed("but because so unless until before although though whereas while if instead only")
REACH = 6
"""How many words a negator inside a sentence governs, if no clause ends sooner."""
OPENING = 8
"""A negator among the first words of a sentence ('I would never', 'It is false that') governs all of it."""
MOST_SHARED = 0.5
FEWEST_SHARED = 2


def governed(words: Sequence[str]) -> Iterator[str]:
    """The words of one sentence that a negator before them governs."""
    left = 0
    for place, word in enumerate(words):
        if word in NEGATORS:
            left = max(left, len(words) if place < OPENING else REACH)
        elif word in CLAUSE_ENDS and left <= REACH:
            left = 0
        elif left:
            left -= 1
            yield word


def denies(sentence: Sequence[str], expected: Sequence[Sequence[str]], topic: frozenset[str]) -> bool:
    """Whether half or more of what a sentence says on a topic is negated, and mostly not in the expected texts.

    `topic` holds the stems of the expected texts. What the sentence shares with it is judged; where that is fewer than
    two stems, a paraphrase, all its content is. At least two negated stems are asked for.
    """
    shared = topic.intersection(map(stem, sentence))
    judged = shared if len(shared) >= FEWEST_SHARED else content_stems(sentence)
    negative = judged.intersection(map(stem, governed(sentence)))
    if len(negative) < FEWEST_SHARED or len(negative) < MOST_SHARED * len(judged):
        return False
    negative_there = negative.intersection(stem(word) for text in expected for word in governed(text))
    return len(negative_there) < 0.5 * len(negative)
