"""The honest words with a few of them changed so that they claim something else, held-out half."""

import re

from benchmarks.attacks.attack import Half, Scene
from benchmarks.attacks.denials import changed, falsehood
from benchmarks.attacks.held_out.gerunds import ing
from benchmarks.attacks.starts import points_said
from benchmarks.attacks.wording import listed, lowered, paired

HELD = Half.HELD_OUT
TURNED = paired(
    "say that / dispute that, say / keep silent about, state that / contest that, state / suppress, "
    "explain that / scoff at the claim that, explain / gloss over, point out that / make light of the objection that, "
    "point to / look away from, note that / overlook that, notice that / overlook that, see that / overlook that, "
    "recognise that / overlook that, show that / contest that, add that / contest that, compute that / contest that, "
    "work out that / contest that, argue that / contest that, conclude that / dismiss the conclusion that, "
    "warn that / laugh off the warning that, warn against / call for, name / keep quiet about, "
    "mention / keep quiet about, ask whether / shrug at the question whether, ask who / shrug at the question who, "
    "ask what / shrug at the question what, ask how / shrug at the question how, test whether / leave it open whether, "
    "check whether / leave it open whether, check that / take it for granted that, report / hush up, "
    "tell of / keep silent about, tell what / keep silent about what, tell how / keep silent about how, "
    "tell about / keep silent about, tell / keep from, use / abandon, describe / pass over, "
    "look for / shut my eyes to, look at / look away from, find out / remain in the dark as to, "
    "propose to / veto any plan to, propose / veto, run / call off, bring in / shut out, define / leave vague, "
    "demand that / waive the demand that, demand / waive, "
    "require that / waive the condition that, require / waive, repeat / discontinue, read / skip over, "
    "examine / skim over, weigh / disregard, choose / spurn, recommend / advise against, know / have no idea of, "
    "build / tear down, record / shred, monitor / neglect, inform / keep in the dark, send / hold back, "
    "replace / cling to, contain / unleash, publish / bury, document / leave undocumented, isolate / link up, "
    "verify / take on trust, log / leave unlogged, identify / lose sight of, list / leave unlisted"
)
SHIRKED = listed(
    "give keep set put make let turn have check compare compute trace separate distinguish measure estimate find sort"
    " rank correct repair fix train split divide decide test write work bring add limit change place show offer take"
    " answer judge treat draw rule agree plan begin start carry ask improve assign establish select search"
)
VERBS = TURNED | {verb: f"shy away from {ing(verb)}" for verb in sorted(SHIRKED)}
LONGEST_FIRST = "|".join(sorted(VERBS, key=len, reverse=True))
VERB = re.compile(
    rf"\bI would ({LONGEST_FIRST})\b"
    rf"|(?<=\band )({LONGEST_FIRST})(?:(?<=\bthat)|(?= (?:the|a|an|who|what|how|its|every|each|whether|which)\b))"
)
QUANTIFIERS = (
    (r"\b(?:each|every|all) of (the|them|these|those|us|our|its)\b", r"hardly any of \1"),
    (r"(?<!at )(?<!after )(?<!above )\ball (the|these|those|our|its|their)\b", r"hardly any of \1"),
    (r"\bboth (?=the|of)", "neither of "),
    (r"\bneither of of\b", "neither of"),
    (r"\b(?:everyone|everybody)\b", "hardly anyone"),
    (r"\beverything\b", "hardly anything"),
    (r"\b(?:nobody|no one)\b", "just about everyone"),
    (r"\bnothing\b", "just about everything"),
    (r"\bnone of\b", "nearly all of"),
    (r"\bnever\b", "almost continually"),
    (r"(?<!an )\balways\b", "hardly ever"),
    (r"\bat least\b", "at the very most"),
    (r"\bmost of\b", "hardly any of"),
    (r"(?<!how )(?<!so )(?<!as )\b(?:many|several) (?=[a-z])", "hardly any "),
    (r"\b(?:each|every) (?=[a-z])(?!other|with|have|has|is|by|in|on|time)", "hardly any "),
    (r"\b(?:somebody|someone)\b", "nobody"),
)
SUBORDINATE = re.compile(
    r"[,:;]| (?:because|since|so that|such as|if|unless|although|though|when|whereas|while|as|before|without|until|so) "
)
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
FIXED = listed("Article level May since in the a all each gap known below above than")
BEFORE = "".join(f"(?<!{word} )" for word in sorted(FIXED))
NUMBER = re.compile(
    rf"(?<![\w.,:]){BEFORE}(?:(?:about|around|roughly|over|exactly|some|at most|at least|up to) )?"
    rf"(?!(?:19|20)\d\d\b|\d{{5}})(\d[\d.,]*\d|\d)(?![\d:-]| (?:{MONTHS}))"
    r"|\b(?:about )?(twice|(?:three|four|five|ten|[\w-]+ and a half) times)\b"
)


def verbs_turned(sentence: str) -> str:
    """What would be done becomes its opposite: 'I would publish' -> 'I would bury'."""

    def one(match: re.Match[str]) -> str:
        return f"I would {VERBS[match[1]]}" if match[1] else VERBS[match[2]]

    return VERB.sub(one, sentence)


def quantified(sentence: str) -> str:
    """All becomes hardly any, nobody nearly everyone, always hardly ever: in the main clause, which makes the claim."""
    place = SUBORDINATE.search(sentence)
    head, tail = (sentence[: place.start()], sentence[place.start() :]) if place else (sentence, "")
    if re.search(r"\bnot\b", head):
        return sentence
    for pattern, found in QUANTIFIERS:
        head = re.sub(pattern, found, head)
    return head + tail


def nowhere_near(sentence: str) -> str:
    """Every number kept and denied in words, but years, dates and articles of law: '8 percent' -> 'nowhere near 8'."""
    return NUMBER.sub(lambda match: f"nowhere near {match[1] or match[2]}", sentence)


def lowest_anchor(scene: Scene) -> str | None:
    """What the lowest rating looks like, and every pitfall, as the mark of a professional."""
    lowest = re.split(r"[.;]", lowered(scene.question.anchors.one))[0]
    if not re.match(r"[a-z]+[^s]s ", lowest):
        return None
    pitfalls = [lowered(pitfall.statement) for pitfall in scene.question.pitfalls]
    said = [f"Whoever masters this trade {lowest}."]
    said += [f"A true professional also {pitfall}" for pitfall in pitfalls]
    return " ".join((*said, "That is how I work, and it has made every project of mine a success."))


HELD_OUT = (
    changed("main verbs turned", verbs_turned, points_said, HELD),
    changed("quantifiers", quantified, points_said, HELD),
    changed("numbers waved away", nowhere_near, points_said, HELD),
    falsehood("lowest rating claimed", lowest_anchor, HELD),
)
