"""Why a question was chosen, in sentences, from the figures that the engine weighed."""

from collections.abc import Iterator

from skillprep.adaptive.reasons import Motive, Relaxed, Why
from skillprep.store.queries import TurnView
from skillprep.web.words import REASONS, count, percent, share

MOTIVES = {
    Motive.MEASURE.value: "Chosen because your answer to it should say most about where you stand.",
    Motive.LEARN_QUESTION.value: "Chosen because little is known of this question yet: answers show how hard it is.",
    Motive.SELDOM_ASKED.value: "Chosen because hardly anybody has been asked it lately.",
}
RELAXED = {
    Relaxed.EXPOSURE: "It is asked often, but no fresher question was left.",
    Relaxed.SIMILARITY: "It resembles one you were asked, but nothing else was left.",
    Relaxed.SKILL: "The skill whose turn it was has no question left.",
}


def reason_of(turn: TurnView) -> str:
    """The main reason; empty for one that this version does not know."""
    return MOTIVES.get(turn.reason) or REASONS.get(turn.reason, "")


def details_of(why: Why) -> list[str]:
    """The figures behind the reason, a sentence each."""
    return list(sentences(why))


def sentences(why: Why) -> Iterator[str]:
    """Rank, what is expected, how far the range should narrow, and what was kept out."""
    place = "first" if why.rank == 1 else f"number {why.rank}"
    yield f"By how much it should tell, it came {place} of {count(why.candidates, 'question')} that could be asked."
    yield f"Somebody at the level you seemed to be at would give {share(why.expected_score)} of what it asks for."
    if narrower := percent(1 - why.se_expected / why.se_before):
        yield f"Your answer should make the range in which you probably are about {narrower} % narrower."
    if why.skill_target < 1:
        had = count(why.skill_asked, "question") if why.skill_asked else "none"
        yield f"Its skill should get {share(why.skill_target)} of this sitting and had {had} before."
    if why.held_back_similar:
        yield f"{count(why.held_back_similar, 'question')} too much like an earlier one stayed out."
    if why.held_back_exposure:
        yield f"{count(why.held_back_exposure, 'question')} asked too often lately stayed out."
    for one in why.relaxed:
        yield RELAXED[one]
