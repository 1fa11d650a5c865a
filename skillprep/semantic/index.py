"""Two ways to rank passages for a query: by meaning (FAISS) and by word (BM25)."""

from collections.abc import Sequence

import bm25s
import faiss
import numpy as np
import Stemmer
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class MeaningIndex:
    """Exact inner-product search over unit vectors, which is cosine."""

    def __init__(self, vectors: Floats) -> None:
        self._index = faiss.IndexFlatIP(vectors.shape[1])
        self._index.add(np.ascontiguousarray(vectors))

    def scores(self, query: Floats) -> Floats:
        """Cosine of the query with every passage, in the passages' order."""
        found, places = self._index.search(np.ascontiguousarray(query.reshape(1, -1)), self._index.ntotal)
        rows = np.empty(self._index.ntotal, dtype=np.float32)
        rows[places[0]] = found[0]
        return rows


class WordIndex:
    """BM25 over stemmed English words."""

    def __init__(self, passages: Sequence[str]) -> None:
        self._stemmer = Stemmer.Stemmer("english")
        self._size = len(passages)
        self._bm25 = bm25s.BM25()
        self._bm25.index(self._tokens(passages), show_progress=False)

    def scores(self, query: str) -> Floats:
        """BM25 of the query with every passage; 0 where no word is shared."""
        words = self._tokens([query])[0]
        if not words:
            return np.zeros(self._size, dtype=np.float32)
        return np.asarray(self._bm25.get_scores(words), dtype=np.float32)

    def _tokens(self, texts: Sequence[str]) -> list[list[str]]:
        tokens: list[list[str]] = bm25s.tokenize(
            list(texts), stopwords="en", stemmer=self._stemmer, return_ids=False, show_progress=False
        )
        return tokens
