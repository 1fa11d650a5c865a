"""What tells a story's parts apart: cue words, tense, person, numbers and place, of a sentence and its neighbours.

Few features, all from words that have nothing to do with any subject, so that what was fitted to answers about one
skill holds for another. Nothing here needs punctuation, capitals or an encoder.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from skillprep.scoring.words import listed

Floats = NDArray[np.float64]
Words = Sequence[str]

PAST = listed(
    "was were had did went came got made took gave told said saw found knew thought felt kept left put let set met ran"
    " began became brought bought built caught chose drew fell grew held heard led lost paid read rang rose sat sent"
    " showed spoke spent stood taught understood won wrote broke cut hit drove wasn't weren't didn't hadn't couldn't"
    " wouldn't i'd we'd they'd learnt"
)
"""Besides words in -ed. Those that are the same in the present (put, cut, read) are mostly past in answers."""
NO_PAST = listed("need needed indeed speed feed exceed proceed seed weed shed red bed embed hundred based")
PRESENT = listed("is are am has have do does isn't aren't don't doesn't it's that's i'm we're they're can can't")
SUPPOSED = listed("would could might should i'd we'd they'd wouldn't if assume suppose will i'll we'll shall")
FIRST = listed("i i'd i've i'm i'll")
GROUP = listed("we we'd we've we're us our")
OTHERS = listed("he she they it nobody somebody someone everyone")
COUNTED = listed(
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred"
    " thousand million half third quarter percent double twice once dozen"
)
COMPARED = listed(
    "than instead fewer less more lower higher better worse faster slower from under below above within gap only"
)
CHANGED = listed(
    "fell fallen rose risen dropped drop went gone grew improved increased decreased reduced reached saved halved"
    " doubled shrank became changed stopped solved worked works planted launched released shipped approved adopted"
    " extended stands stays remained noticed"
)
AFTERWARDS = listed(
    "since later afterwards finally eventually today now meanwhile after months month weeks year end still"
)
LEARNT = listed("learned learnt lesson taught differently earlier should've result results outcome success feedback")
SATISFIED = listed("happy satisfied grateful impressed liked praised success successful great calm angry fine")
SETTING = listed(
    "company internship traineeship university school hospital bank insurance project team master course job student"
    " startup agency department lab group firm library council charity supplier yeah yes happened once"
)
NOTICED = listed("noticed saw complained called realised discovered wanted said thought nobody suddenly sometimes had")
DUTY = listed(
    "task goal aim responsible duty job role need needed needs want wanted whether asked supposed decide deadline find"
    " must mission objective should able"
)
DONE = listed(
    "asked told wrote built checked tested compared measured counted explained showed proposed suggested ran read took"
    " put made sent called invited drew split removed replaced rewrote changed collected labelled tried stopped gave"
    " talked raised escalated reported organised presented looked trained retrained added kept set started sat let"
)
ORDER = listed("first then next second third so also before meanwhile each by begin start")
HELD = listed(
    "think believe believed always never important really generally usually often every passion strong key people you"
    " your should honest trust communication empathy responsibility principle principles shows mindset"
)
BEGINNINGS = {
    "then": listed("first then next so second also before meanwhile"),
    "after": listed("after since later finally today now afterwards eventually looking"),
    "at": listed("at in during when while once yeah yes so"),
    "claim": listed("yes generally language many models as in"),
}
PHRASES = {
    "in the end": "after",
    "since then": "after",
    "looking back": "after",
    "next time": "after",
    "as a result": "after",
    "went down": "after",
    "went up": "after",
    "i had to": "duty",
    "i needed to": "duty",
    "i wanted to": "duty",
    "i was to": "duty",
    "i have to": "duty",
    "my job was": "duty",
    "my task was": "duty",
    "to find out": "duty",
    "i want": "duty",
    "to know": "duty",
    "i was": "setting",
    "we had": "setting",
    "this was": "setting",
    "that was": "setting",
    "it was": "setting",
    "there was": "setting",
    "at a": "setting",
    "at an": "setting",
    "for a": "setting",
    "in my": "setting",
    "i think": "claim",
    "i believe": "claim",
    "i always": "claim",
    "it's important": "claim",
    "is important": "claim",
}
OWN = (
    *("past", "present", "supposed", "first", "first-past", "first-present", "group", "others", "figures", "counted"),
    *(
        "compared",
        "changed",
        "afterwards",
        "learnt",
        "satisfied",
        "setting",
        "noticed",
        "duty",
        "done",
        "order",
        "held",
    ),
    *("opens-then", "opens-after", "opens-at", "opens-claim", "says-after", "says-duty", "says-setting", "says-claim"),
    *("long", "opens-first", "opens-group", "opens-others"),
)
SHARED = (
    "first-past",
    "supposed",
    "duty",
    "setting",
    "says-setting",
    "afterwards",
    "changed",
    "done",
    "held",
    "figures",
)
PLACE = ("place", "place-squared", "opens", "closes", "few")
FEW = 0.2
"""One in five sentences: an answer of fewer looks like one of five. Short answers among the labelled ones happen to be
weak, and what is said in one breath, without a full stop, is no remark for that."""
NAMES = (*OWN, *(f"before:{name}" for name in SHARED), *(f"after:{name}" for name in SHARED), *PLACE)


def star_features(sentences: Sequence[Words]) -> Floats:
    """One row a sentence, columns as in NAMES, all roughly in [0, 1]. `sentences` are the words of each, in order."""
    if not sentences:
        return np.zeros((0, len(NAMES)))
    own = np.array([own_features(words) for words in sentences])
    shared = own[:, [OWN.index(name) for name in SHARED]]
    nothing = np.zeros((1, len(SHARED)))
    before, after = np.vstack([nothing, shared[:-1]]), np.vstack([shared[1:], nothing])
    return np.hstack([own, before, after, places([len(words) for words in sentences])])


def places(lengths: Sequence[int]) -> Floats:
    """Where a sentence's middle word stands, 0 to 1; whether it opens or closes the answer; whether there are few."""
    words = np.maximum(np.asarray(lengths, dtype=float), 1.0)
    place = (np.cumsum(words) - words / 2) / words.sum()
    count = len(lengths)
    opens, closes = np.arange(count) == 0, np.arange(count) == count - 1
    few = np.full(count, min(1.0 / count, FEW))
    return np.column_stack([place, place**2, opens, closes, few])


def own_features(words: Words) -> list[float]:
    """The columns OWN of one sentence."""
    past = [is_past(word) for word in words]
    said = phrases(words)
    first = words[0] if words else ""
    return [
        share(sum(past), 3),
        share(amount(words, PRESENT), 2),
        share(amount(words, SUPPOSED), 2),
        share(amount(words, FIRST), 2),
        float(follows(words, past, FIRST)),
        float(follows(words, [word in PRESENT or word in DUTY for word in words], FIRST)),
        share(amount(words, GROUP), 2),
        share(amount(words, OTHERS), 2),
        share(sum(word[0].isdigit() for word in words), 2),
        share(amount(words, COUNTED), 2),
        share(amount(words, COMPARED), 2),
        *(share(amount(words, cues), 2) for cues in (CHANGED, AFTERWARDS, LEARNT, SATISFIED, SETTING, NOTICED)),
        *(share(amount(words, cues), 2) for cues in (DUTY, DONE, ORDER, HELD)),
        *(float(first in cues) for cues in BEGINNINGS.values()),
        *(float(cue in said) for cue in ("after", "duty", "setting", "claim")),
        share(len(words), 40),
        float(first in FIRST),
        float(first in GROUP),
        float(first in OTHERS),
    ]


def share(count: int, enough: int) -> float:
    """The count as a part of what is plenty, at most 1."""
    return min(count / enough, 1.0)


def amount(words: Words, cues: frozenset[str]) -> int:
    """How many of the words are cues."""
    return sum(word in cues for word in words)


def is_past(word: str) -> bool:
    """Whether a word looks like a past tense."""
    return word in PAST or (word.endswith("ed") and len(word) > 3 and word not in NO_PAST)


def follows(words: Words, marked: Sequence[bool], subjects: frozenset[str]) -> bool:
    """Whether one of the three words after a subject is marked: I then asked."""
    return any(any(marked[place + 1 : place + 4]) for place, word in enumerate(words) if word in subjects)


def phrases(words: Words) -> frozenset[str]:
    """What the phrases in the sentence speak for."""
    text = f" {' '.join(words)} "
    return frozenset(cue for phrase, cue in PHRASES.items() if f" {phrase} " in text)
