"""Good content turned into its opposite: a third of the score must go, or a person be asked. Development half."""

import re

from benchmarks.attacks.attack import Attack, Demand, Family, Half, Make, Rule, Scene
from benchmarks.attacks.starts import model_answer, nothing, phrasings_said, points_said
from benchmarks.attacks.wording import (
    Change,
    actions_of,
    each_sentence,
    exchange,
    lowered,
    only_changed,
    paired,
    sentences_of,
    without_stop,
)

SHARE = 0.90
AUXILIARY = re.compile(
    r"\b(is|are|was|were|would|will|can|could|should|must|may|has|have|had|do|does|did)\b", re.IGNORECASE
)
DENIED_ALREADY = re.compile(r"(?P<verb>[a-z]+)n't\b|\b(?:not|never) |(?<=\bcan)not\b")
AFFIRMED = {"wo": "will", "ca": "can", "sha": "shall"}

ANTONYMS = paired(
    "always / never, before / after, with / without, more / less, higher / lower, high / low, allow / forbid, "
    "allowed / forbidden, increase / reduce, public / secret, include / leave out, keep / delete, "
    "kept / deleted, accept / reject, accepted / rejected, first / last, safe / dangerous, right / wrong, "
    "true / false, early / late, open / closed, above / below, all / none, everyone / nobody, "
    "everything / nothing, same / different, good / bad, start / stop, begin / end, rise / fall, rises / falls, "
    "stronger / weaker, large / small, best / worst, better / worse, harm / benefit, harmed / helped, "
    "independent / dependent, known / unknown, enough / too little, real / imaginary, old / new, most / least, "
    "separate / joined, separately / together, agree / disagree, trust / distrust, find / miss, found / missed, "
    "tell / hide from, told / hid from, inside / outside, only / not only"
)
ROLES = paired(
    "director / intern, customer / vendor, candidate / recruiter, manager / employee, owner / visitor, "
    "developer / user, attacker / defender, teacher / student, doctor / patient, lawyer / engineer, "
    "board / sales team, person / machine, people / machines, authority / supplier, human / automatic, "
    "men / women, young / elderly, training / test, input / output, majority / minority, auditor / author, "
    "expert / beginner, regulator / advertiser, model / reviewer, public / internal"
)
DIGITS = str.maketrans("0123456789", "5784913628")
NUMBER_WORDS = paired(
    "two / nine, three / eight, four / eleven, five / twelve, six / fourteen, seven / ninety, ten / thirty, "
    "twenty / seventy, forty / sixty, fifty / eighty, hundred / million, half / a tenth, twice / nine times, "
    "dozen / thousand, third / seventh, fourth / sixteenth, fifteen / nineteen, eighteen / thirteen, "
    "sixteen / seventeen"
)


def denial(name: str, make: Make, start: Make, half: Half = Half.DEVELOPMENT) -> Attack:
    """An attack that turns an honest text round."""
    return Attack(name, Family.DENIAL, half, Rule(Demand.DROPPED, SHARE), make, start)


def falsehood(name: str, make: Make, half: Half = Half.DEVELOPMENT) -> Attack:
    """A text that is wrong from the start: low or flagged."""
    return Attack(name, Family.DENIAL, half, Rule(Demand.LOW, SHARE), make, nothing)


def changed(name: str, change: Change, start: Make, half: Half = Half.DEVELOPMENT) -> Attack:
    """A change of words, judged on the sentences that have any of them."""
    return denial(name, each_sentence(change), only_changed(start, change), half)


def denied(sentence: str) -> str:
    """A negation taken out where there is one; else 'not' after the first auxiliary, or 'It is not true that'."""
    if DENIED_ALREADY.search(sentence):
        return DENIED_ALREADY.sub(lambda match: AFFIRMED.get(match["verb"], match["verb"] or ""), sentence, count=1)
    if AUXILIARY.search(sentence):
        return AUXILIARY.sub(r"\1 not", sentence, count=1)
    return f"It is not true that {lowered(sentence)}"


def it_is_false(sentence: str) -> str:
    """The sentence as something that is false."""
    return f"It is false that {lowered(sentence)}"


def never(scene: Scene) -> str:
    """Every point that can be said as an action, refused."""
    openings = ("I would never", "Nobody should", "There is no need to", "I refuse to")
    return " ".join(f"{scene.random.choice(openings)} {done}." for done in actions_of(scene))


def could_be_done(scene: Scene) -> str:
    """The same points, affirmed: what `never` is compared with."""
    return " ".join(f"I would {done}." for done in actions_of(scene))


def disagreed(scene: Scene) -> str:
    """Every phrasing quoted and rejected."""
    openings = ("I disagree that", "It is wrong that", "I do not believe that", "Nothing supports the view that")
    said = [lowered(sentence) for sentence in sentences_of(scene.answer)]
    return " ".join(f"{scene.random.choice(openings)} {sentence}" for sentence in said)


def swapped_numbers(text: str) -> str:
    """Another number for every number, in digits and in words ('one' is left: it is mostly no number)."""
    text = re.sub(r"\d", lambda match: match[0].translate(DIGITS), text)
    return exchange(NUMBER_WORDS)(text)


def myths(scene: Scene) -> str:
    """Every point called a myth with full confidence, and the opposite called proven."""
    frames = (
        "It is a well-known myth that one has to {}; the opposite has been proven many times.",
        "Every expert knows that it does harm to {}.",
        "The research is clear: teams that {} get worse results.",
    )
    return " ".join(scene.random.choice(frames).format(done) for done in actions_of(scene))


def pitfalls_with_confidence(scene: Scene) -> str:
    """What a good answer avoids, said as a candidate would say it, and with certainty."""
    openings = ("I am completely sure of this.", "Believe me, I have done this for years.", "There is no doubt.")
    said = [text for pitfall in scene.question.pitfalls for text in pitfall.phrasings]
    return f"{scene.random.choice(openings)} {' '.join(said)}"


def frowned_upon(scene: Scene) -> str:
    """The honest answer in the mouth of somebody who then calls all of it wrong."""
    text = without_stop(scene.answer)
    return f'Some people would tell you the following. "{text}." I think that all of this is wrong, do none of it.'


DEVELOPMENT = (
    denial("negated", each_sentence(denied), model_answer),
    denial("negated, accepted phrasings", each_sentence(denied), phrasings_said),
    denial("it is false that", each_sentence(it_is_false), points_said),
    denial("never, nobody should", never, could_be_done),
    denial("disagreed", disagreed, phrasings_said),
    denial("quoted and rejected", frowned_upon, model_answer),
    changed("antonyms", exchange(ANTONYMS), model_answer),
    changed("roles swapped", exchange(ROLES), points_said),
    changed("numbers swapped", swapped_numbers, phrasings_said),
    denial("myths", myths, could_be_done),
    falsehood("pitfalls with confidence", pitfalls_with_confidence),
)
