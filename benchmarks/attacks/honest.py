"""Honest answers, for scale: a scorer that refuses everything would withstand every attack. No half is held out."""

from benchmarks.attacks.attack import Attack, Demand, Family, Half, Make, Rule
from benchmarks.attacks.starts import model_answer, nothing, partial, phrasings_said, weak

ACCEPTED = 0.75


def honest(name: str, make: Make, limit: float | None) -> Attack:
    """An honest answer; `limit` is the share that must be accepted."""
    return Attack(name, Family.HONEST, Half.DEVELOPMENT, Rule(Demand.ACCEPTED, limit), make, nothing)


DEVELOPMENT = (
    honest("model answer", model_answer, ACCEPTED),
    honest("accepted phrasings", phrasings_said, ACCEPTED),
    honest("labelled, partial", partial, None),
    honest("labelled, weak", weak, None),
)
