"""Classes of words that stand in the same places: small words by what they do, other words by how they end."""

from skillprep.scoring.words import ARTICLES, listed

SMALL_WORDS = {
    "article": ARTICLES,
    "determiner": listed("my our your his its their this these those each every no whose"),
    "quantity": listed("all more most much many few other such own some any both either one another several same"),
    "subject": listed("i we he she they you"),
    "it": listed("it there"),
    "object": listed("me us him them her mine ours yours theirs myself ourselves themselves itself yourself"),
    "to": listed("to"),
    "of": listed("of"),
    "preposition": listed(
        "in for on with at by from into about through over between after before without against during under within"
        " across toward towards upon per until since"
    ),
    "comparison": listed("as than like"),
    "is": listed("is are was were am isn't aren't wasn't weren't ain't"),
    "be": listed("be been being"),
    "have": listed("has have had having haven't hasn't hadn't"),
    "do": listed("do does did don't doesn't didn't"),
    "modal": listed("will would shall should can could may might must can't couldn't won't wouldn't shouldn't cannot"),
    "short": listed("i'm i've i'd i'll we're we've we'd we'll it's that's they're they've you're he's she's there's"),
    "not": listed("not never"),
    "and": listed("and or but nor"),
    "clause": listed("because if while although whether so when where how why unless though"),
    "who": listed("who whom which what"),
    "that": listed("that"),
    "adverb": listed("also just very too only even still then here now ever once again always already often really"),
    "particle": listed("up out off down"),
}
ENDINGS = {
    "genitive": ("'s",),
    "ing": ("ing",),
    "ed": ("ed",),
    "ly": ("ly",),
    "noun": ("tion", "ness", "ment", "ity", "sion", "ance", "ence"),
    "adjective": ("al", "ive", "ous", "able", "ible", "ful", "ic", "less", "ary"),
}
"""The first that fits."""
SMALL_CLASSES = frozenset(SMALL_WORDS)
CLASSES = (*SMALL_WORDS, *ENDINGS, "number", "plural", "other")
CLASS_OF = {word: name for name, words in SMALL_WORDS.items() for word in words}


def word_class(word: str) -> str:
    """The class of one lower-case word."""
    if word in CLASS_OF:
        return CLASS_OF[word]
    if any(map(str.isdigit, word)):
        return "number"
    for name, endings in ENDINGS.items():
        if word.endswith(endings):
            return name
    return "plural" if word.endswith("s") and not word.endswith("ss") else "other"
