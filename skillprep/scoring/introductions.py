"""Who speaks must not move the score: self-introductions are taken out before a sentence is embedded.

Names, ages and origins a candidate gives, and third-person genders, say nothing about the answer, yet a name alone
moves a cosine by up to .07 (SCORING.md). Only what is embedded changes; the quoted evidence stays as it was written.
"""

import re

NAME = r"[A-Z][\w'-]{1,20}(?: [A-Z][\w'-]{1,20}){0,3}"
OPENING = (
    r"^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|so|well|ok|okay|thanks|thank you)\b[\s,.!]{0,3}){0,3}"
)
LINK = r"[\s,.;!-]{0,3}(?:(?:and|so)\s)?"
INTRODUCTIONS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:{OPENING}(?:my (?:full )?name(?:'s| is)|i am called|i'm called|call me))\s+{NAME}{LINK}",
        rf"(?i:{OPENING}my (?:full )?name(?:'s| is))\s+\w{{2,20}}{LINK}",
        rf"(?i:{OPENING}(?:i am|i'm))\s+{NAME}(?=[,.;!]|\s+and\s|\s*$){LINK}",
        r"(?i:\b(?:i am|i'm)\s+(?:a |an )?\d{2}[ -]years?[ -]olds?(?: (?:man|woman|person|guy|girl|lady))?)" + LINK,
        rf"(?i:\b(?:i am|i'm|i come|i was born|i grew up)(?: originally)? (?:from|in))\s+{NAME}{LINK}",
        rf"(?i:\bas an? (?:\d{{2}}[ -]year[ -]old )?){NAME}(?i: (?:man|woman|person)){LINK}",
        r"(?i:\bas an? (?:\d{2}[ -]year[ -]old )?(?:man|woman|person))\b" + LINK,
    )
)
NEUTRAL = {"he": "they", "she": "they", "him": "them", "his": "their", "hers": "theirs", "himself": "themselves"}
NEUTRAL |= {"herself": "themselves", "her": "their"}
GENDERED = re.compile(r"\b(?:he|she|him|his|hers?|himself|herself)\b", re.IGNORECASE)


def neutral(sentence: str) -> str:
    """The sentence as it is embedded: no self-introduction, no gender. Empty when nothing else was said."""
    for pattern in INTRODUCTIONS:
        sentence = pattern.sub("", sentence)
    return GENDERED.sub(lambda match: NEUTRAL[match.group().casefold()], sentence).strip(" ,.;!-\n\t")
