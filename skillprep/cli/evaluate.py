"""skillprep evaluate: measure the scorer on answers of your own."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

import click
from rich.console import Console
from rich.progress import Progress, TextColumn, TimeElapsedColumn

from skillprep.actions.evaluate_answers import Evaluated, evaluate_answers
from skillprep.cli.evaluate_report import as_json, print_complaints, print_report
from skillprep.cli.runtime import Runtime, pass_runtime
from skillprep.cli.whole_file import whole_file
from skillprep.errors import InvalidInputError
from skillprep.validity.judged import JudgedAnswer
from skillprep.validity.read_json import LINE_BYTES
from skillprep.validity.scale import Scale

STDIN = "-"
SHOW_EVERY = 10

Keep = Callable[[JudgedAnswer], None]


@click.command()
@click.argument("answers", type=click.Path(dir_okay=False, allow_dash=True))
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="Write each answer's points and score here."
)
@click.option("--json", "json_output", is_flag=True, help="Print the report as JSON.")
@click.option("--scale", type=float, nargs=2, metavar="LOW HIGH", help="Ends of the scale of the scores you give.")
@click.option("--progress/--no-progress", default=None, help="Default: only on a terminal.")
@pass_runtime
def evaluate(
    runtime: Runtime,
    answers: str,
    out: Path | None,
    json_output: bool,
    scale: tuple[float, float] | None,
    progress: bool | None,
) -> None:
    """Score the ANSWERS in a JSON Lines file (- for standard input) and report how far people agree.

    \b
    One line an answer, on one line each:
      {"id": "a1", "question": "...", "answer": "...", "score": 3.5, "group": "north",
       "points": [{"id": "p1", "statement": "...", "phrasings": ["..."], "label": 1}]}
    Labels (0, 1 or null), phrasings, weight (1), score and group may be left out. The points need not be in the bank.

    The report: ranking, decisions and calibration over labelled points; agreement with your scores; means by
    group; how much is left to a person. Each with n and a 90 % interval, or "not enough data". docs/evaluate.md
    explains them. Nothing is stored in the database.

    Bad lines are named and left out; exit code 1 when there was one, 0 otherwise. Results appear at --out whole,
    after the last line, or not at all.

    \b
    Example:
      skillprep evaluate answers.jsonl --out results.jsonl --scale 0 5
    """
    stated = stated_scale(scale)
    refuse_same_file(answers, out)
    with ExitStack() as opened:
        stream = opened.enter_context(open_answers(answers))
        services = runtime.services()
        keep = opened.enter_context(results(out))
        show = opened.enter_context(shown_progress(size_of(answers), progress))
        found = evaluate_answers(services, lines(stream, answers, show), keep, stated)
    tell(found, json_output)
    if found.bad.count:
        raise SystemExit(1)


def stated_scale(ends: tuple[float, float] | None) -> Scale | None:
    """The scale of the option. Wrong usage when it has no length."""
    if ends is None:
        return None
    low, high = ends
    if not low < high < float("inf") or low == -float("inf"):
        raise click.BadParameter("LOW must be a number below HIGH.", param_hint="--scale")
    return Scale(low, high, stated=True)


def refuse_same_file(answers: str, out: Path | None) -> None:
    """Results never replace the answers they were made from."""
    if out is not None and answers != STDIN and out.resolve() == Path(answers).resolve():
        raise InvalidInputError("--out names the file of answers itself. Name another file.", "out")


@contextmanager
def open_answers(answers: str) -> Iterator[IO[bytes]]:
    """The file, or standard input, as bytes."""
    try:
        stream = click.open_file(answers, "rb")
    except OSError as error:
        raise cannot_read(answers, error) from error
    with stream:
        yield stream


@contextmanager
def results(out: Path | None) -> Iterator[Keep]:
    """What is called with each judged answer: it writes a line, if there is a file to write to."""
    if out is None:
        yield lambda _: None
        return
    with whole_file(out) as file:
        yield lambda judged: file.write(judged.model_dump_json())


def lines(stream: IO[bytes], name: str, show: Callable[[int], None]) -> Iterator[bytes]:
    """The lines; of one that is too long only so much that it is seen to be. `show` is told the bytes read so far."""
    done = 0
    try:
        while line := stream.readline(LINE_BYTES + 1):
            done += len(line)
            rest = line
            while len(rest) > LINE_BYTES and not rest.endswith(b"\n"):
                rest = stream.readline(LINE_BYTES + 1)
                done += len(rest)
            show(done)
            yield line
    except OSError as error:
        raise cannot_read(name, error) from error


def cannot_read(name: str, error: OSError) -> InvalidInputError:
    """What happened to the file of answers."""
    return InvalidInputError(f"Cannot read {name}: {error.strerror or type(error).__name__}.", "answers")


def size_of(answers: str) -> int | None:
    """Bytes to read, where that is known."""
    path = Path(answers)
    return path.stat().st_size or None if answers != STDIN and path.is_file() else None


@contextmanager
def shown_progress(total: int | None, wanted: bool | None) -> Iterator[Callable[[int], None]]:
    """A bar on standard error: on a terminal, or when asked for."""
    console = Console(stderr=True)
    shown = console.is_terminal if wanted is None else wanted
    if not shown:
        yield lambda _: None
        return
    count = TextColumn("{task.fields[lines]:,} lines")
    with Progress(*Progress.get_default_columns(), count, TimeElapsedColumn(), console=console) as bar:
        task = bar.add_task("Scoring", total=total, lines=0)
        read = 0

        def show(done: int) -> None:
            nonlocal read
            read += 1
            if read % SHOW_EVERY == 1:
                bar.update(task, completed=done, lines=read)

        yield show
        bar.update(task, completed=total, lines=read)


def tell(found: Evaluated, json_output: bool) -> None:
    """The report on standard output; what was wrong with the lines on standard error."""
    print_complaints(found)
    if json_output:
        click.echo(json.dumps(as_json(found), indent=2, ensure_ascii=False, allow_nan=False))
    else:
        print_report(found, Console(file=sys.stdout))
