"""One encoder for many callers."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from skillprep.errors import ScorerUnavailableError
from skillprep.semantic.batching import BatchingEncoder, BatchingPairs
from skillprep.semantic.encoder import EncoderState, LocalEncoder, ModelFiles
from skillprep.semantic.hashing import HashingEncoder

Vectors = NDArray[np.float32]
hashing = HashingEncoder()


class WatchedEncoder(HashingEncoder):
    """The hashing encoder; it notes its batches, can be held at a gate, and breaks on the text 'bad'."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []
        self.entered = threading.Semaphore(0)
        self.gate = threading.Event()
        self.gate.set()
        self.interrupt: BaseException | None = None

    def __call__(self, texts: Sequence[str]) -> Vectors:
        self.batches.append(list(texts))
        self.entered.release()
        assert self.gate.wait(10)
        if self.interrupt is not None:
            error, self.interrupt = self.interrupt, None
            raise error
        if "bad" in texts:
            raise RuntimeError("out of tensors")
        return super().__call__(texts)

    @property
    def encoded(self) -> list[str]:
        return [text for batch in self.batches for text in batch]


@pytest.fixture
def inner() -> WatchedEncoder:
    return WatchedEncoder()


@pytest.fixture
def pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(16)


def until(true: Callable[[], bool]) -> None:
    waiting = threading.Event()
    for _ in range(1000):
        if true():
            return
        waiting.wait(0.005)
    raise AssertionError("it never came about")


def held(
    encoder: BatchingEncoder, inner: WatchedEncoder, pool: ThreadPoolExecutor, text: str = "first"
) -> Future[Vectors]:
    """A first call that stands inside the encoder until the gate is opened."""
    inner.gate.clear()
    call = pool.submit(encoder, [text])
    assert inner.entered.acquire(timeout=10)
    return call


def test_it_gives_what_the_encoder_gives(inner: WatchedEncoder) -> None:
    texts = ["one", "two", "one", ""]
    assert np.array_equal(BatchingEncoder(inner)(texts), hashing(texts))
    assert BatchingEncoder(inner)([]).shape == hashing([]).shape


def test_it_shows_the_encoders_name_state_and_failure(tmp_path: Path) -> None:
    encoder = BatchingEncoder(LocalEncoder(ModelFiles(tmp_path, "none", "f" * 64), threads=1))
    assert (encoder.name, encoder.sha256, encoder.state) == ("none", "f" * 64, EncoderState.LOADING)
    encoder.load()
    assert encoder.state is EncoderState.FAILED
    assert "missing" in encoder.failure


def test_every_caller_gets_its_own_rows_whoever_asks_at_the_same_time(pool: ThreadPoolExecutor) -> None:
    encoder = BatchingEncoder(hashing, batch_characters=200, kept=10)
    asked = [[f"text {number % 7}", f"text {number}", f"number {number} alone"] for number in range(200)]
    for texts, rows in zip(asked, pool.map(encoder, asked), strict=True):
        assert np.array_equal(rows, hashing(texts))


def test_an_idle_encoder_is_called_at_once_with_what_was_asked(inner: WatchedEncoder) -> None:
    BatchingEncoder(inner)(["one", "two"])
    assert inner.batches == [["one", "two"]]


def test_those_who_come_while_a_batch_runs_share_the_next_one(inner: WatchedEncoder, pool: ThreadPoolExecutor) -> None:
    encoder = BatchingEncoder(inner)
    held(encoder, inner, pool)
    others = [pool.submit(encoder, ["shared", f"own {number}"]) for number in range(5)]
    until(lambda: len(encoder._batcher._waiting) == 6)
    inner.gate.set()
    for number, other in enumerate(others):
        assert np.array_equal(other.result(10), hashing(["shared", f"own {number}"]))
    assert len(inner.batches) == 2
    assert sorted(inner.encoded) == ["first", *(f"own {number}" for number in range(5)), "shared"]


def test_a_text_under_way_is_not_encoded_again(inner: WatchedEncoder, pool: ThreadPoolExecutor) -> None:
    encoder = BatchingEncoder(inner)
    first = held(encoder, inner, pool)
    same = pool.submit(encoder, ["first"])
    inner.gate.set()
    assert np.array_equal(same.result(10), first.result(10))
    assert inner.encoded == ["first"]


def test_a_batch_is_bounded_and_a_text_longer_than_the_bound_goes_alone(inner: WatchedEncoder) -> None:
    BatchingEncoder(inner, batch_characters=10)(["aaaa", "bbbb", "cccc", "d" * 30, "e"])
    assert inner.batches == [["aaaa", "bbbb"], ["cccc"], ["d" * 30], ["e"]]


def test_known_rows_are_remembered_up_to_a_bound_and_the_longest_unused_go_first(inner: WatchedEncoder) -> None:
    encoder = BatchingEncoder(inner, kept=2)
    for text in ("one", "two", "one", "three", "one", "two"):
        encoder([text])
    assert inner.encoded == ["one", "two", "three", "two"]


def test_rows_of_other_weights_are_not_taken(inner: WatchedEncoder) -> None:
    encoder = BatchingEncoder(inner)
    encoder(["one"])
    inner.sha256 = "0" * 64
    encoder(["one"])
    assert inner.encoded == ["one", "one"]


def test_changing_a_row_that_was_handed_out_changes_no_other(inner: WatchedEncoder) -> None:
    encoder = BatchingEncoder(inner)
    encoder(["one"])[:] = 0
    assert np.array_equal(encoder(["one"]), hashing(["one"]))


def test_an_error_reaches_those_who_asked_for_the_text_that_caused_it_and_nobody_else(
    inner: WatchedEncoder, pool: ThreadPoolExecutor
) -> None:
    encoder = BatchingEncoder(inner)
    held(encoder, inner, pool)
    good = [pool.submit(encoder, [f"good {number}", "good"]) for number in range(4)]
    bad = [pool.submit(encoder, ["good", "bad"]) for _ in range(2)]
    until(lambda: len(encoder._batcher._waiting) == 6)
    inner.gate.set()
    for number, call in enumerate(good):
        assert np.array_equal(call.result(10), hashing([f"good {number}", "good"]))
    for call in bad:
        with pytest.raises(RuntimeError, match="out of tensors"):
            call.result(10)


def test_a_text_that_failed_is_tried_again_the_next_time(inner: WatchedEncoder) -> None:
    encoder = BatchingEncoder(inner)
    for _ in range(2):
        with pytest.raises(RuntimeError):
            encoder(["bad"])
    assert inner.encoded == ["bad", "bad"]


def test_when_the_caller_who_encodes_is_interrupted_another_takes_over(
    inner: WatchedEncoder, pool: ThreadPoolExecutor
) -> None:
    encoder = BatchingEncoder(inner)
    inner.interrupt = KeyboardInterrupt()
    first = held(encoder, inner, pool)
    other = pool.submit(encoder, ["other"])
    same = pool.submit(encoder, ["first"])
    until(lambda: len(encoder._batcher._waiting) == 1)
    inner.gate.set()
    with pytest.raises(KeyboardInterrupt):
        first.result(10)
    assert np.array_equal(other.result(10), hashing(["other"]))
    assert np.array_equal(same.result(10), hashing(["first"]))


def test_a_model_that_cannot_be_loaded_hangs_nobody(tmp_path: Path, pool: ThreadPoolExecutor) -> None:
    encoder = BatchingEncoder(LocalEncoder(ModelFiles(tmp_path, "none", ""), threads=1))
    with pytest.raises(ScorerUnavailableError, match="still loading"):
        encoder(["text"])
    encoder.load()
    for call in [pool.submit(encoder, [f"text {number}"]) for number in range(8)]:
        with pytest.raises(ScorerUnavailableError, match="missing"):
            call.result(10)


def test_a_model_that_goes_away_while_callers_wait_tells_all_of_them(pool: ThreadPoolExecutor) -> None:
    inner = WatchedEncoder()
    encoder = BatchingEncoder(inner)
    inner.interrupt = ScorerUnavailableError("The model is gone.")
    first = held(encoder, inner, pool, "one")
    inner.gate.set()
    with pytest.raises(ScorerUnavailableError):
        first.result(10)
    assert np.array_equal(encoder(["one"]), hashing(["one"]))


def test_pairs_are_judged_once_and_each_caller_gets_its_own(pool: ThreadPoolExecutor) -> None:
    judged: list[tuple[str, str]] = []

    def lengths(pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
        judged.extend(pairs)
        return np.array([(len(said), len(point)) for said, point in pairs], dtype=np.float64)

    model = BatchingPairs(lengths, lambda: "1")
    asked = [[("said", "x" * (number % 5)), ("more", "x" * number)] for number in range(100)]
    for pairs, found in zip(asked, pool.map(model, asked), strict=True):
        assert found.tolist() == [[float(len(said)), float(len(point))] for said, point in pairs]
    assert len(judged) == len(set(judged)) == 105
    assert model([]).shape == (0, 2)
