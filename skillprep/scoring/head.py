"""The calibrated head: a regularised logistic regression over the features, kept as JSON beside this file."""

from typing import Annotated, Self

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field, JsonValue, model_validator

from skillprep.scoring.artefact import Artefact

Numbers = tuple[float, ...]
Share = Annotated[float, Field(ge=0.0, le=1.0)]


class Thresholds(BaseModel):
    """Where probabilities turn into words; fitted by benchmarks/fit_head.py, all in [0, 1]."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    decision: Share
    unsure_low: Share
    unsure_high: Share
    covered: Share
    counted: Share
    contradicted: Share
    contradicted_negated: Share
    contradicted_together: Share
    opposed: Share
    denied: Share
    denied_together: Share
    pitfall: Share
    off_topic: Annotated[float, Field(ge=-1.0, le=1.0)]
    passed: Share

    @model_validator(mode="after")
    def ordered(self) -> Self:
        """missed < unsure < partly < covered must be four bands in this order."""
        if not self.unsure_low <= self.decision <= self.unsure_high <= self.covered:
            raise ValueError("thresholds must satisfy unsure_low <= decision <= unsure_high <= covered")
        if not self.unsure_low <= self.denied_together <= self.denied < self.unsure_high:
            raise ValueError("denied points stay unsure: unsure_low <= denied_together <= denied < unsure_high")
        return self


class Joined(BaseModel):
    """Of a target that is thinly described: log odds = intercept + own x the head's log odds + follows x the log odds
    that the target follows from its window, as a model that reads both together says."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    own: float
    follows: float
    intercept: float

    def logit(self, own: float, follows: float) -> float:
        """The log odds."""
        return self.intercept + self.own * own + self.follows * follows


class Head(Artefact):
    """p = 1 / (1 + exp(-(intercept + sum of coefficient * (feature - mean) / scale)))."""

    features: tuple[str, ...]
    mean: Numbers
    scale: Numbers
    coefficients: Numbers
    intercept: float
    thresholds: Thresholds
    joined: Joined | None = None
    encoder_sha256: str
    card: Annotated[dict[str, JsonValue], Field(description="data, date, seeds and measured figures, for people")]

    @model_validator(mode="after")
    def aligned(self) -> Self:
        """One mean, positive scale and coefficient for every feature."""
        if not len(self.features) == len(self.mean) == len(self.scale) == len(self.coefficients):
            raise ValueError("features, mean, scale and coefficients must have the same length")
        if any(scale <= 0 for scale in self.scale):
            raise ValueError("every scale must be positive")
        return self

    def logits(self, features: NDArray[np.float64]) -> NDArray[np.float64]:
        """Log odds for feature rows (..., F)."""
        scaled = (features - np.asarray(self.mean)) / np.asarray(self.scale)
        return np.asarray(scaled @ np.asarray(self.coefficients) + self.intercept)
