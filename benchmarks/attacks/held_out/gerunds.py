"""'Verifies the log and refuses more.' as 'verifying the log and refusing more'."""

import re

from benchmarks.attacks.wording import COORDINATED, VERBS, infinitive, lowered, without_stop

DOUBLED = re.compile(r"(?:^[^aeiou]*[aeiou][bdgklmnprt]|admit|begin|refer|permit|commit)$")


def ing(verb: str) -> str:
    """make -> making, set -> setting, tie -> tying, see -> seeing."""
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and len(verb) > 2 and not verb.endswith(("ee", "oe", "ye")):
        return f"{verb[:-1]}ing"
    return f"{verb}{verb[-1]}ing" if DOUBLED.search(verb) else f"{verb}ing"


def gerund(statement: str) -> str | None:
    """The statement as something one can skip; None unless it opens in the present."""
    first, _, rest = without_stop(lowered(statement)).partition(" ")
    if not first.endswith("s") or first.endswith("ss"):
        return None
    plain = COORDINATED.sub(lambda m: f"{m[1]} {ing(infinitive(m[2])) if m[2] in VERBS else m[2]}", rest)
    return f"{ing(infinitive(first))} {plain}"
