"""FSRS's predictions beside the constant average."""

import math

import numpy as np
import pytest

from skillprep.adaptive.review import Prediction
from skillprep.adaptive.review_report import ENOUGH, clustered_se, report_on


def made(recalls: list[float], recalled: list[bool], per_answer: int = 1) -> list[Prediction]:
    return [
        Prediction(f"answer-{n // per_answer}", recall, was)
        for n, (recall, was) in enumerate(zip(recalls, recalled, strict=True))
    ]


def test_too_little_data_gives_no_figures() -> None:
    assert report_on([]).figures is None
    few = made([0.5] * (ENOUGH - 1), [True] * (ENOUGH - 1))
    assert (report_on(few).predictions, report_on(few).figures) == (ENOUGH - 1, None)
    one_answer = made([0.5] * ENOUGH, [True] * ENOUGH, per_answer=ENOUGH)
    assert report_on(one_answer).figures is None
    assert report_on(made([0.5] * ENOUGH, [True] * ENOUGH)).figures is not None


def test_log_loss_is_what_the_formula_says() -> None:
    figures = report_on(made([0.8] * 60, [True] * 45 + [False] * 15)).figures
    assert figures is not None
    assert (figures.predicted, figures.recalled) == (pytest.approx(0.8), pytest.approx(0.75))
    assert figures.log_loss == pytest.approx(-(0.75 * math.log(0.8) + 0.25 * math.log(0.2)))
    assert figures.constant_log_loss == pytest.approx(-(0.75 * math.log(0.75) + 0.25 * math.log(0.25)))
    assert figures.gain == pytest.approx(figures.constant_log_loss - figures.log_loss)
    assert figures.gain < 0, "no constant beats the average itself"


def test_predictions_that_tell_the_recalled_from_the_forgotten_gain() -> None:
    figures = report_on(made([0.9] * 40 + [0.1] * 40, [True] * 40 + [False] * 40)).figures
    assert figures is not None
    assert figures.low > 0


def test_everything_recalled_leaves_the_constant_nothing_to_lose() -> None:
    figures = report_on(made([0.9] * 60, [True] * 60)).figures
    assert figures is not None
    assert figures.constant_log_loss == 0
    assert figures.high < 0


def test_values_that_hang_together_count_less() -> None:
    values = np.repeat([1.0, 2.0, 4.0, 7.0], 5)
    alone = clustered_se(values, [str(n) for n in range(20)])
    together = clustered_se(values, [str(n // 5) for n in range(20)])
    assert alone == pytest.approx(values.std(ddof=1) / math.sqrt(20))
    assert together == pytest.approx(np.array([1.0, 2.0, 4.0, 7.0]).std(ddof=1) / 2)
