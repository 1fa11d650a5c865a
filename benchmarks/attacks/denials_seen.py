"""Good content turned into its opposite: held out until they were looked at, and in the development half since."""

import re

from benchmarks.attacks.attack import Scene
from benchmarks.attacks.denials import changed, could_be_done, denial, falsehood
from benchmarks.attacks.starts import model_answer, partial, phrasings_said, points_said
from benchmarks.attacks.wording import (
    action,
    actions_of,
    each_sentence,
    exchange,
    lowered,
    paired,
    raised,
    sentences_of,
    without_stop,
)

CONTRACTED = paired(
    "is / isn't, are / aren't, was / wasn't, were / weren't, would / wouldn't, will / won't, can / can't, "
    "could / couldn't, should / shouldn't, has / hasn't, have / haven't, had / hadn't, does / doesn't, "
    "do / don't, did / didn't, must / mustn't"
)
TO_CONTRACT = re.compile(rf"\b({'|'.join(CONTRACTED)})\b", re.IGNORECASE)
OPPOSITES = paired(
    "ask / ignore, asks / ignores, asked / ignored, check / skip, checks / skips, add / remove, write / erase, "
    "writes / erases, wrote / erased, measure / guess, measures / guesses, measured / guessed, show / conceal, "
    "shows / conceals, showed / concealed, use / shun, stop / continue, stops / continues, stopped / continued, "
    "protect / endanger, improve / spoil, warn / reassure, warns / reassures, admit / deny, admits / denies, "
    "compare / mix up, test / presume, tests / presumes, tested / presumed, explain / obscure, "
    "explains / obscures, many / few, often / seldom, long / short, fast / slow, near / far, equal / unequal, "
    "possible / impossible, likely / unlikely, legal / illegal, fair / unfair, necessary / needless, every / no, "
    "needs / rules out, need / rule out, reports / covers up, gives / withholds"
)
TURNED_ROUND = (
    (re.compile(r"\b([\w' -]{3,40}?) (instead of|rather than) ([\w' -]{3,40}?)(?=[,.;:]|$)"), r"\3 \2 \1"),
    (re.compile(r"\bfrom ([\w' -]{2,30}?) to ([\w' -]{2,30}?)(?=[,.;: ])"), r"from \2 to \1"),
    (re.compile(r"\b(\w+) before (\w+)"), r"\2 before \1"),
    (re.compile(r"\b(\w+) after (\w+)"), r"\2 after \1"),
)


def contracted(sentence: str) -> str:
    """The first auxiliary contracted with 'not'; where there is none, the sentence fails to be so."""
    if TO_CONTRACT.search(sentence):
        return TO_CONTRACT.sub(lambda match: CONTRACTED[match[0].lower()], sentence, count=1)
    return f"Hardly anybody would claim that {lowered(sentence)}"


def not_my_view(sentence: str) -> str:
    """The sentence, taken back at its end."""
    return f"{without_stop(sentence)}, which is precisely what I would not do."


def waste(scene: Scene) -> str:
    """Every action dismissed in a turn of phrase without 'not' or 'never'."""
    frames = (
        "To {} is a waste of everybody's time.",
        "Under no circumstances may anyone {}.",
        "I keep well away from any plan to {}.",
        "Those who {} have misunderstood the job.",
        "It would be a grave mistake to {}.",
    )
    return raised(" ".join(scene.random.choice(frames).format(done) for done in actions_of(scene)))


def mocked(scene: Scene) -> str:
    """Every action said with a sneer."""
    frames = ("Oh sure, {}, because that has always worked so well.", "As if it helped anyone to {}!")
    return " ".join(scene.random.choice(frames).format(done) for done in actions_of(scene))


def others_say(scene: Scene) -> str:
    """Every phrasing as what the foolish say."""
    frames = ("My predecessor used to say: {} He was mistaken.", "You may hear this: {} Do the reverse.")
    return " ".join(scene.random.choice(frames).format(sentence) for sentence in sentences_of(scene.answer))


def turned_round(sentence: str) -> str:
    """A and B exchanged in 'A instead of B', 'from A to B', 'A before B', 'A after B'."""
    for pattern, found in TURNED_ROUND:
        sentence = pattern.sub(found, sentence)
    return sentence


def shifted(text: str) -> str:
    """Every number in digits becomes another: about three times as much, plus seven."""
    return re.sub(r"\d+", lambda match: str(int(match[0]) * 3 + 7), text)


def pitfalls_as_advice(scene: Scene) -> str:
    """The pitfalls as rules that everyone should follow."""
    found = [done for pitfall in scene.question.pitfalls if (done := action(pitfall.statement))]
    said = [f"The proper thing is to {done}." for done in found]
    return " ".join((*said, "I have seen it succeed in every company that I worked for, and I would insist on it."))


DEVELOPMENT = (
    denial("negated, contracted", each_sentence(contracted), model_answer),
    denial("negated, labelled answers", each_sentence(contracted), partial),
    denial("taken back at the end", each_sentence(not_my_view), points_said),
    denial("a waste of time", waste, could_be_done),
    denial("what others say", others_say, phrasings_said),
    denial("mocked", mocked, could_be_done),
    changed("antonyms, second list", exchange(OPPOSITES), points_said),
    changed("order turned round", turned_round, points_said),
    changed("numbers shifted", shifted, model_answer),
    falsehood("pitfalls as advice", pitfalls_as_advice),
)
