"""What an action may use. Built once, in factory.py."""

import datetime
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass

from skillprep.bank.bank import Bank
from skillprep.bank.live import LiveBank
from skillprep.bank.question import Question
from skillprep.bank.vocabulary import Level
from skillprep.scoring.values import Score, ScoringModel
from skillprep.semantic.open_encoder import Encoder
from skillprep.semantic.search import Search
from skillprep.semantic.vectors import VectorCache
from skillprep.store.engine import Database

Scorer = Callable[[Question, str, Level, str], Score]
"""(question, answer text, level, bank version) to a score. Raises ScorerUnavailableError while there is no model."""


@dataclass(frozen=True)
class ModelHealth:
    """Whether answers can be scored now: `state` is loading, ready or failed; `failure` says why."""

    state: str
    failure: str


@dataclass(frozen=True)
class Services:
    """The outside world as an action sees it. `encoder` and `vectors` serve scoring, the other two search."""

    db: Database
    live_bank: LiveBank
    encoder: Encoder
    vectors: VectorCache
    search_encoder: Encoder
    passages: VectorCache
    scorer: Scorer
    scoring_model: Callable[[], ScoringModel]
    search: Search
    clock: Callable[[], datetime.datetime]
    background: Executor
    score_wait_seconds: float

    @property
    def bank(self) -> Bank:
        """The newest good bank. Take it once per request, so that one answer is judged by one bank."""
        return self.live_bank.current()

    def model_health(self) -> ModelHealth:
        """How the model is."""
        return ModelHealth(self.encoder.state.value, self.encoder.failure)
