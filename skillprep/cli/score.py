"""skillprep score: one answer, scored at the command line."""

from typing import IO

import click
from rich.console import Console
from rich.table import Table

from skillprep.actions.warm_up import warm_up
from skillprep.bank.question import Question
from skillprep.bank.rubric import asked
from skillprep.bank.vocabulary import Level
from skillprep.cli.runtime import Runtime, pass_runtime
from skillprep.errors import InvalidInputError, ScorerUnavailableError
from skillprep.scoring.feedback import feedback_on
from skillprep.scoring.story import STORY_KINDS
from skillprep.scoring.values import Evidence, Score, Structure
from skillprep.text import checked

ANSWER_BYTES = 80_000


@click.command()
@click.argument("question_id")
@click.argument("answer", type=click.File("rb"), default="-")
@click.option("--level", type=click.Choice([level.value for level in Level]), help="Default: the question's own.")
@click.option("--json", "json_output", is_flag=True, help="Print the whole score with its receipt as JSON.")
@pass_runtime
def score(runtime: Runtime, question_id: str, answer: IO[bytes], level: str | None, json_output: bool) -> None:
    """Score the ANSWER in a file (or - for standard input) to QUESTION_ID. Nothing is stored.

    QUESTION_ID may also be PROJECT/STEP: then the write-up of a practice project's step is scored by its rubric.

    \b
    Example:
      skillprep search proxy --kind question
      skillprep score proxy-feature-found my-answer.txt
      skillprep score loan-model-card-audit/impact-ratios my-write-up.txt
    """
    services = runtime.services()
    bank = services.bank
    question = asked(bank, question_id)
    text = answer_text(answer)
    if not warm_up(services):
        raise ScorerUnavailableError(services.model_health().failure)
    found = services.scorer(question, text, Level(level) if level else question.level, bank.version)
    if json_output:
        click.echo(found.model_dump_json(indent=2))
    else:
        show(question, text, found)


def answer_text(stream: IO[bytes]) -> str:
    """The text of the file. Raises InvalidInputError when it is no text or too long."""
    try:
        text = stream.read(ANSWER_BYTES + 1).decode("utf-8")
    except UnicodeDecodeError as error:
        raise InvalidInputError(f"The answer is not UTF-8 text (byte {error.start + 1}).", "answer") from error
    return checked(text, "answer", 20_000)


def show(question: Question, text: str, found: Score) -> None:
    """The feedback and the points as a person can read them."""
    console, told = Console(), feedback_on(question, found, text)
    console.print(headline(found), style="bold")
    console.print(told.summary)
    console.print(f"Next step: {told.next_step.text}", style="bold")
    for guard in found.guards:
        console.print(f"! {guard.reason}", style="yellow")
    console.print(points_table(question, text, found))
    for hit in told.to_avoid:
        console.print(f"Avoid: {hit.quote} {hit.advice}".replace("  ", " "), style="yellow")
    if found.structure and question.kind in STORY_KINDS:
        console.print(f"Told as: {told_as(found.structure)}.")
    for note in told.story:
        console.print(f"The telling: {note}")
    advice = {point.id: point.advice for point in question.points}
    for point_id in found.lift:
        console.print(f"To reach {found.lift_to}: {advice[point_id]}")


def points_table(question: Question, text: str, found: Score) -> Table:
    """The points with their states and the words that carried them."""
    table = Table("point", "state", "p", "your words", expand=True)
    statements = {point.id: point.statement for point in question.points}
    for point in found.points:
        quote = quoted(text, point.evidence)
        table.add_row(statements[point.point_id], point.state.value, f"{point.probability:.2f}", quote)
    return table


def told_as(structure: Structure) -> str:
    """The parts of the story with their shares of the words: 'situation 22 %, action 61 %, result 17 %'."""
    return ", ".join(f"{part} {share:.0%}" for part, share in structure.shares.items() if share)


def headline(found: Score) -> str:
    """The score in one line."""
    if found.value is None:
        return "This answer cannot be judged by software: ask a person."
    review = "  Not sure: ask a person." if found.needs_review else ""
    return f"{found.value:.0%} at {found.level} (90 % interval {found.low:.0%} to {found.high:.0%}){review}"


def quoted(text: str, evidence: Evidence | None) -> str:
    """The candidate's own words that carried a point."""
    return text[evidence.span.start : evidence.span.end] if evidence else ""
