"""A set of questions as it was built, with the reason for each."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from skillprep.bank.vocabulary import Kind, Level


class Built(BaseModel):
    """A value that can be stored as JSON and read back the same."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Chosen(Built):
    """A question in its place."""

    question_id: str
    version: int
    skill: str
    level: Level
    kind: Kind
    minutes: int
    information: Annotated[tuple[float, ...], Field(description="what it measures at each target")]
    serves: Annotated[tuple[str, ...], Field(description="the wishes that it counts towards, in words")]
    runner_up: Annotated[str | None, Field(description="the best question that could stand in its place")]
    runner_up_loss: Annotated[float | None, Field(description="the share of the form's value that would be lost")]
    reason: Annotated[str, Field(description="why it is here, in a sentence or two")]


class Form(Built):
    """One of the parallel forms, questions in the order in which to ask them."""

    letter: str
    questions: tuple[Chosen, ...]
    minutes: int
    information: Annotated[tuple[float, ...], Field(description="at each target, summed over the questions")]


class QuestionSet(Built):
    """Every form, how well they measure, and how near that is to the best possible."""

    title: str
    targets: Annotated[tuple[float, ...], Field(description="abilities from -3 to 3 at which it should measure well")]
    forms: tuple[Form, ...]
    value: Annotated[float, Field(description="the least information of any form at any target")]
    bound: Annotated[float, Field(description="what no set of this blueprint can exceed")]
    within_time: Annotated[bool, Field(description="false when the solver was stopped by its time limit")]

    @property
    def gap(self) -> float:
        """The share of the bound that may be missing, in [0, 1]."""
        return max(0.0, 1 - self.value / self.bound) if self.bound > 0 else 0.0
