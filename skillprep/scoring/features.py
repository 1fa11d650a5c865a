"""Features of every (target, window) pair. All are computed at once, as arrays of targets x windows."""

import numpy as np
from numpy.typing import NDArray

from skillprep.scoring.reference import Reference
from skillprep.scoring.windows import Windows

Floats = NDArray[np.float64]

NAMES = (
    *("mean_cosine", "centred", "mean_centred", "recall", "union_recall", "margin"),
    *("near_and_centred", "over_prompt", "texts", "alone"),
)
"""mean_cosine: mean cosine with the target's texts, in [-1, 1]; centred, mean_centred: best and mean after the
targets' common mean is taken off both sides (it tells the points of one question apart: +.11 AUC on ArgKP,
SCORING.md); recall: weighted share of a text's stems found in the window, best over texts, in [0, 1]; union_recall:
the same for all the target's stems together; margin: best cosine less the best rival's; near_and_centred: best cosine
x centred, both cut at 0; over_prompt: best cosine less the window's with the question; texts: log of how many texts
there were to match by chance; alone: 1 where there is one target only, so that nothing can be centred or rivalled."""


def features(reference: Reference, windows: Windows) -> Floats:
    """Array (targets, windows, features) in the order of NAMES."""
    cosines = windows.vectors @ reference.vectors.T
    from_centre = centred(windows.vectors, reference) @ centred(reference.vectors, reference).T
    best, best_centred = grouped_max(cosines, reference), grouped_max(from_centre, reference)
    recall, union_recall = recalls(reference, windows)
    layers = (
        grouped_mean(cosines, reference),
        best_centred,
        grouped_mean(from_centre, reference),
        recall,
        union_recall,
        best - best_rival(best),
        np.maximum(best, 0.0) * np.maximum(best_centred, 0.0),
        best - windows.vectors @ reference.prompt_vector[:, None],
        np.broadcast_to(np.log(text_counts(reference)), best.shape),
        np.full(best.shape, float(len(reference.targets) == 1)),
    )
    return np.stack(layers, axis=-1).transpose(1, 0, 2)


def text_counts(reference: Reference) -> Floats:
    """How many texts each target has."""
    return np.diff([*reference.starts, len(reference.vectors)]).astype(np.float64)


def grouped_max(table: Floats, reference: Reference) -> Floats:
    """(windows, texts) -> (windows, targets): the best of each target's texts."""
    return np.asarray(np.maximum.reduceat(table, reference.starts, axis=1))


def grouped_mean(table: Floats, reference: Reference) -> Floats:
    """(windows, texts) -> (windows, targets): the mean over each target's texts."""
    return np.asarray(np.add.reduceat(table, reference.starts, axis=1) / text_counts(reference))


def centred(vectors: Floats, reference: Reference) -> Floats:
    """Vectors less the targets' mean, of unit length again."""
    moved = vectors - reference.centre
    return np.asarray(moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-6))


def recalls(reference: Reference, windows: Windows) -> tuple[Floats, Floats]:
    """Two arrays (windows, targets): weight of the stems shared with the best of the target's texts over that text's
    weight, and the same for all its texts together. 0 for texts without content."""
    vocabulary = {word: column for column, word in enumerate(sorted(reference.weights))}
    weights = np.array([reference.weights[word] for word in vocabulary])
    found = incidence(windows.stems, vocabulary)
    texts = incidence(reference.stems, vocabulary)
    unions = np.maximum.reduceat(texts, reference.starts, axis=0)
    return grouped_max(found @ shares(texts * weights).T, reference), found @ shares(unions * weights).T


def shares(weighted: Floats) -> Floats:
    """Rows scaled to sum 1; empty rows stay 0."""
    return np.asarray(weighted / np.maximum(weighted.sum(axis=1, keepdims=True), 1e-9))


def incidence(rows: tuple[frozenset[str], ...], vocabulary: dict[str, int]) -> Floats:
    """1 where a row's set has the column's word."""
    table = np.zeros((len(rows), len(vocabulary)))
    for row, words in enumerate(rows):
        table[row, [vocabulary[word] for word in words if word in vocabulary]] = 1.0
    return table


def best_rival(best: Floats) -> Floats:
    """For each target the best of the others, in the same window; its own where it is alone."""
    if best.shape[1] == 1:
        return best
    ordered = np.sort(best, axis=1)
    return np.where(best >= ordered[:, -1:], ordered[:, -2:-1], ordered[:, -1:])
