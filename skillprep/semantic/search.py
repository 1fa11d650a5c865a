"""Search over the whole bank by meaning and by word, the two rankings fused."""

import threading
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from skillprep.bank.bank import Bank
from skillprep.errors import ScorerUnavailableError
from skillprep.semantic.documents import Document, documents
from skillprep.semantic.index import MeaningIndex, WordIndex

Embed = Callable[[Sequence[str]], NDArray[np.float32]]

QUERY_CHARACTERS = 300
CLOSE_ENOUGH = 0.30
"""Cosine from which a passage counts as found by meaning: on our bank ten unrelated queries ("banana bread recipe",
"tax return deadline") reached .27 at most, six in a candidate's words reached .33 to .48."""

FUSION = 60.0
"""The constant of reciprocal rank fusion (Cormack, Clarke and Büttcher 2009)."""


@dataclass(frozen=True)
class SearchQuery:
    """What to look for. Empty filters let everything through."""

    text: str
    kinds: frozenset[str] = field(default_factory=frozenset)
    skill_id: str | None = None
    level: str | None = None
    limit: int = 20


@dataclass(frozen=True)
class Hit:
    """Something found: `kind` is question, skill, project, tool, term or career; `snippet` is its own words."""

    kind: str
    id: str
    title: str
    snippet: str
    score: float
    skill_id: str | None = None
    level: str | None = None


@dataclass(frozen=True)
class SearchResult:
    """The best hits, how many there are in all, and how many of each kind before the kind filter.

    `by_meaning` is False while the model is not ready: then only words were compared.
    """

    hits: tuple[Hit, ...]
    total: int
    counts: dict[str, int]
    by_meaning: bool


class Catalogue:
    """The documents of one bank version with their indexes, each built when first needed."""

    def __init__(self, bank: Bank) -> None:
        self.version = bank.version
        self.documents = documents(bank)
        self.passages = [f"{one.title}. {text}" for one in self.documents for text in one.passages]
        self.owner = np.repeat(np.arange(len(self.documents)), [len(one.passages) for one in self.documents])
        self._meaning: MeaningIndex | None = None

    @cached_property
    def words(self) -> WordIndex:
        """The word index."""
        return WordIndex(self.passages)

    def meaning(self, embed: Embed) -> MeaningIndex:
        """The meaning index. Raises ScorerUnavailableError while there is no model."""
        if self._meaning is None:
            self._meaning = MeaningIndex(embed(self.passages))
        return self._meaning

    def best(self, passage_scores: NDArray[np.float32]) -> NDArray[np.float32]:
        """Each document's best passage."""
        found = np.full(len(self.documents), -1.0, dtype=np.float32)
        np.maximum.at(found, self.owner, passage_scores)
        return found


class Search:
    """Finds documents of whatever bank is served. `stored` remembers the bank's vectors; queries are not remembered."""

    def __init__(self, bank: Callable[[], Bank], stored: Embed, fresh: Embed) -> None:
        self._bank = bank
        self._stored = stored
        self._fresh = fresh
        self._catalogue: Catalogue | None = None
        self._lock = threading.Lock()

    def catalogue(self) -> Catalogue:
        """The catalogue of the bank served now."""
        bank = self._bank()
        with self._lock:
            if self._catalogue is None or self._catalogue.version != bank.version:
                self._catalogue = Catalogue(bank)
            return self._catalogue

    def find(self, query: SearchQuery) -> SearchResult:
        """The hits, best first. An empty query finds nothing."""
        text = query.text.strip()[:QUERY_CHARACTERS]
        catalogue = self.catalogue()
        if not text or not catalogue.documents:
            return SearchResult((), 0, {}, by_meaning=False)
        meaning = self.by_meaning(catalogue, text)
        scores = fused([ranking for ranking in (meaning, by_word(catalogue, text)) if ranking is not None])
        order = [place for place in np.argsort(-scores, kind="stable") if scores[place] > 0]
        found = [hit(catalogue.documents[place], float(scores[place])) for place in order]
        return filtered(found, query, by_meaning=meaning is not None)

    def by_meaning(self, catalogue: Catalogue, text: str) -> NDArray[np.float32] | None:
        """Each document's cosine, -1 where it is not close; None while there is no model."""
        try:
            best = catalogue.best(catalogue.meaning(self._stored).scores(self._fresh([text])[0]))
        except ScorerUnavailableError:
            return None
        return np.where(best >= CLOSE_ENOUGH, best, -1.0).astype(np.float32)


def by_word(catalogue: Catalogue, text: str) -> NDArray[np.float32]:
    """Each document's BM25, -1 where no word is shared."""
    best = catalogue.best(catalogue.words.scores(text))
    return np.where(best > 0, best, -1.0).astype(np.float32)


def fused(rankings: Sequence[NDArray[np.float32]]) -> NDArray[np.float64]:
    """Reciprocal rank fusion: the sum over rankings of 1 / (60 + rank); 0 for what no ranking found."""
    total = np.zeros(len(rankings[0]))
    for scores in rankings:
        ranks = np.empty(len(scores))
        ranks[np.argsort(-scores, kind="stable")] = np.arange(1, len(scores) + 1)
        total += np.where(scores > -1.0, 1.0 / (FUSION + ranks), 0.0)
    return total


def filtered(found: Sequence[Hit], query: SearchQuery, *, by_meaning: bool) -> SearchResult:
    """Apply the filters, count what each kind would show, and cut to the limit."""
    fitting = [one for one in found if query.skill_id in (None, one.skill_id) and query.level in (None, one.level)]
    shown = [one for one in fitting if not query.kinds or one.kind in query.kinds]
    counts = dict(Counter(one.kind for one in fitting))
    return SearchResult(tuple(shown[: query.limit]), len(shown), counts, by_meaning)


def hit(document: Document, score: float) -> Hit:
    """A document as something found."""
    return Hit(
        document.kind, document.id, document.title, document.passages[0], score, document.skill_id, document.level
    )
