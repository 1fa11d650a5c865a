"""A project's step as a question, so that its write-up is scored like an answer."""

from skillprep.bank.bank import Bank
from skillprep.bank.project import Project, Step
from skillprep.bank.question import Point, Question
from skillprep.bank.vocabulary import Kind, Status
from skillprep.errors import NotFoundError


def asked(bank: Bank, question_id: str) -> Question:
    """The question, or the step of a project when the id has the form PROJECT/STEP. Raises NotFoundError."""
    project_id, slash, step_id = question_id.partition("/")
    return step_as_question(bank.project(project_id), step_id) if slash else bank.question(question_id)


def step_as_question(project: Project, step_id: str) -> Question:
    """The step's rubric as points of equal weight, all expected at the project's level. Raises NotFoundError.

    Built without the checks of a question file: a rubric has fewer points and no model answer.
    """
    step = next((one for one in project.steps if one.id == step_id), None)
    if step is None or not step.rubric:
        names = ", ".join(one.id for one in project.steps if one.rubric)
        raise NotFoundError(f"This project has no step {step_id!r} with a rubric. It has: {names}.")
    return Question.model_construct(  # type: ignore[call-arg]
        id=f"{project.id}/{step.id}",
        version=project.version,
        status=Status.READY,
        skill=project.skill,
        level=project.level,
        kind=Kind.CASE,
        prompt=f"{step.title}. {step.text}",
        points=rubric_points(project, step),
        pitfalls=(),
        model_answers=(),
        probes=(),
        hints=(),
    )


def rubric_points(project: Project, step: Step) -> tuple[Point, ...]:
    """The rubric in the shape of a question's points."""
    return tuple(
        Point.model_construct(
            id=one.id,
            statement=one.statement,
            phrasings=one.phrasings,
            weight=1.0,
            expected_from=project.level,
            advice=one.advice,
        )
        for one in step.rubric
    )
