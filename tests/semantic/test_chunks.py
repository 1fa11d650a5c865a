"""Long texts are pooled, never cut."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from skillprep.semantic.chunks import WINDOW_TOKENS, pooled, split
from skillprep.semantic.hashing import HashingEncoder

encoder = HashingEncoder()


def words(text: str) -> int:
    return len(text.split())


@given(st.text(alphabet="ab ", max_size=4000))
def test_pieces_join_to_the_text_and_fit_the_window(text: str) -> None:
    pieces = split(text, words)
    assert "".join(pieces) == text
    assert all(words(piece) <= WINDOW_TOKENS for piece in pieces)


def test_a_word_longer_than_the_window_is_cut_too() -> None:
    assert all(len(piece) <= WINDOW_TOKENS for piece in split("x" * 2000, len))


def test_what_comes_after_the_window_still_counts() -> None:
    head = "filler " * 400
    one, other = pooled([head + "fairness audit", head + "banana bread"], encoder, words)
    assert not np.allclose(one, other)


def test_rows_have_unit_length_and_keep_their_order() -> None:
    texts = ["short one", "long " * 900, "another short one"]
    rows = pooled(texts, encoder, words)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert np.allclose(rows[[0, 2]], encoder([texts[0], texts[2]]))
