"""What the report needs of each answer, as columns of numbers: some 60 bytes an answer and 18 a labelled point."""

import hashlib
import math
from array import array
from collections import Counter

import numpy as np

from skillprep.scoring.values import PointState
from skillprep.validity.judged import JudgedAnswer
from skillprep.validity.measures import Floats, Numbers

NO_GROUP, MORE_GROUPS = -1, -2
MOST_GROUPS = 1_000
"""Names beyond this many are not told apart: whoever has so many gave each answer a group of its own."""


class Tally:
    """Grows by `add`; the properties are arrays, one row an answer (or a labelled point, where they say so).

    Answers that software cannot judge count as left to a person, and nowhere else: their value is NaN.
    """

    def __init__(self) -> None:
        self.groups: dict[str, int] = {}
        self.guards: Counter[str] = Counter()
        self.states: Counter[str] = Counter()
        self._questions: dict[bytes, int] = {}
        self._value, self._given, self._unsure = array("d"), array("d"), array("d")
        self._question, self._group, self._flagged = array("q"), array("q"), array("b")
        self._probability, self._label, self._decided, self._owner = array("d"), array("b"), array("b"), array("q")

    def __len__(self) -> int:
        return len(self._value)

    def add(self, judged: JudgedAnswer, question: str) -> None:
        """Take in one answer to `question`."""
        states = [point.state for point in judged.points]
        self.guards.update(guard.name.value for guard in judged.guards)
        self.states.update(state.value for state in states)
        if judged.score is not None:
            self._add_points(judged)
        self._value.append(math.nan if judged.score is None else judged.score)
        self._given.append(math.nan if judged.given is None else judged.given)
        self._unsure.append(states.count(PointState.UNSURE) / len(states))
        self._question.append(self._questions.setdefault(digest(question), len(self._questions)))
        self._group.append(self._group_code(judged.group))
        self._flagged.append(judged.flagged)

    def _add_points(self, judged: JudgedAnswer) -> None:
        for point in judged.points:
            if point.label is not None:
                self._probability.append(point.probability)
                self._label.append(point.label)
                self._decided.append(point.state is not PointState.UNSURE)
                self._owner.append(len(self))

    def _group_code(self, group: str | None) -> int:
        if group is None:
            return NO_GROUP
        if group not in self.groups and len(self.groups) >= MOST_GROUPS:
            return MORE_GROUPS
        return self.groups.setdefault(group, len(self.groups))

    @property
    def value(self) -> Floats:
        """Our score in [0, 1], NaN where software cannot judge."""
        return np.array(self._value)

    @property
    def given(self) -> Floats:
        """The person's score on the person's scale, NaN where there is none."""
        return np.array(self._given)

    @property
    def unsure(self) -> Floats:
        """Share of the answer's points that are left to a person."""
        return np.array(self._unsure)

    @property
    def flagged(self) -> Numbers:
        """1 where a person should look at the answer."""
        return np.array(self._flagged)

    @property
    def question(self) -> Numbers:
        """Number of the question answered."""
        return np.array(self._question)

    @property
    def group(self) -> Numbers:
        """Number of the group in `groups`, NO_GROUP or MORE_GROUPS."""
        return np.array(self._group)

    @property
    def probability(self) -> Floats:
        """Of each labelled point of a judged answer: that the answer makes it."""
        return np.array(self._probability)

    @property
    def label(self) -> Numbers:
        """Of each labelled point: what the person said, 0 or 1."""
        return np.array(self._label, dtype=np.int64)

    @property
    def decided(self) -> Numbers:
        """Of each labelled point: whether software decides it without a person."""
        return np.array(self._decided, dtype=np.bool_)

    @property
    def owner(self) -> Numbers:
        """Of each labelled point: the row of its answer."""
        return np.array(self._owner)


def digest(text: str) -> bytes:
    """A short name of a text of any length."""
    return hashlib.blake2b(text.encode(), digest_size=8).digest()
