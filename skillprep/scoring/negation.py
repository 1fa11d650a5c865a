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
OPPOSING = NEGATORS | listed(
    "without rarely seldom scarcely barely little few less fail fails failed stop avoid against instead rather opposite"
    " contrary wrong bad worse reject oppose doubt skip ignore forget drop unlike except only"
)
"""Words by which a sentence may turn a point round; most of the time they do no such thing."""
NEARLY_THE_SAME, MOSTLY_SHARED = 0.75, 0.6
"""The cosine, or the share of the shorter text's content, from which two texts may differ by what turns one round: a
number, an antonym, who does it to whom."""
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


def may_oppose(said: Sequence[str], text: Sequence[str], cosine: float) -> bool:
    """Whether the polarity model is worth asking whether `said` contradicts `text`.

    It takes as long as encoding the answer. Of what neither negates anything, nor has a word of opposition on one side
    alone, nor is worded nearly the same, it called nothing a denial: of 1,265 that it found in honest answers to the
    bank's development questions and in attacks on them none is lost. A third of the honest pairs is not asked.
    """
    one_sided = OPPOSING.isdisjoint(said) != OPPOSING.isdisjoint(text)
    if one_sided or not NEGATORS.isdisjoint(said) or cosine > NEARLY_THE_SAME:
        return True
    mine, theirs = content_stems(said), content_stems(text)
    return len(mine & theirs) >= MOSTLY_SHARED * max(min(len(mine), len(theirs)), 1)


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
