"""Short answers graded by teachers, as cases: SciEntsBank, Beetle (SemEval-2013 task 7) and SAF.

They are read from ../shared beside the project and never copied; where that folder is absent there are no cases. Which
answers nobody may train on is held_out.answer_part's and part_of's to say. A question here has one target, its
reference answer, or (SAF) the sentences and list items of it.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.held_out import answer_part, part_of
from benchmarks.scoring_data import PROJECT, Case, plain_windows
from skillprep.scoring.answer import read_answer
from skillprep.scoring.reference import Reference, Target, make_reference
from skillprep.scoring.values import Embed
from skillprep.scoring.windows import clauses
from skillprep.scoring.words import content_stems

SETS = PROJECT.parent / "shared/data/scoring"
SHORT_ANSWERS = {"scientsbank": "scientsbank_3way_train.jsonl", "beetle": "beetle_3way_train.jsonl"}
SAF = "saf_en_training.jsonl"
ITEM = re.compile(
    r"(?:^|(?<=\s))(?:\d{1,2}\.(?=[A-Za-z])|-(?=[A-Z]))|(?:^|(?<=[.:?]\s))\d{1,2}\.\s|\b[ivx]{1,4}\)|[●○•]"
)
"""What opens a list item inside a line: '1.A', '-A', '. 1. A', 'ii)' or a bullet; '= 1 - p' and '/ 2. Then' do not."""
FEWEST_STEMS = 2
"""A piece with fewer content words says nothing that an answer could express."""
HEADING_STEMS = 8
"""A piece that ends in a colon announces others ('One of the following:') unless it has at least so many."""

Row = dict[str, object]


@dataclass(frozen=True)
class ShortCase(Case):
    """A short answer against its reference answers, which are texts of one target: labels = {0: 1 if correct}.

    `label3` keeps the teacher's own word: correct, contradictory or incorrect.
    """

    label3: str


@dataclass(frozen=True)
class ScoredCase(Case):
    """An answer with one score in [0, 1] for the whole; nobody labelled its points, so `labels` is empty."""

    score: float


def short_answer_cases(name: str, part: str, embed: Embed, every: int = 1, folder: Path = SETS) -> list[ShortCase]:
    """`name`: scientsbank or beetle. `part`: train, dev, unseen-answer, unseen-question or unseen-domain (none in
    Beetle), by held_out.answer_part; of it each `every`-th answer. Empty when the file is absent."""
    chosen = [
        row
        for row in rows_of(folder / SHORT_ANSWERS[name])
        if answer_part(str(row["question_id"]), str(row["module"]), str(row["answer_id"])) == part
    ][::every]
    encode_ahead((str(row["answer"]) for row in chosen), embed)
    return [case for rows in by_question(chosen).values() for case in question_cases(name, rows, embed)]


def question_cases(name: str, rows: list[Row], embed: Embed) -> Iterator[ShortCase]:
    """The cases of one question's answers."""
    references = rows[0]["references"]
    assert isinstance(references, list)
    texts = tuple(dict.fromkeys(str(reference["text"]) for reference in references))
    reference = make_reference(str(rows[0]["question"]), (Target("reference", texts),), embed)
    for row in rows:
        text, label = str(row["answer"]), str(row["label3"])
        windows = plain_windows(text, embed)
        yield ShortCase(name, str(row["question_id"]), text, reference, windows, {0: int(label == "correct")}, 1, label)


def saf_cases(part: str, embed: Embed, every: int = 1, folder: Path = SETS) -> list[ScoredCase]:
    """Each `every`-th answer to SAF's questions whose identifier is of `part` (train, dev, test), by held_out.part_of.

    The points are the pieces of the reference answer, to be weighted equally. Empty when the file is absent.
    """
    chosen = [row for row in rows_of(folder / SAF) if part_of(str(row["question_id"])) == part][::every]
    encode_ahead((str(row["answer"]) for row in chosen), embed)
    found = []
    for question, rows in by_question(chosen).items():
        reference = pieces_reference(str(rows[0]["question"]), str(rows[0]["reference"]), embed)
        for row in rows:
            text = str(row["answer"])
            windows, points = plain_windows(text, embed), len(reference.targets)
            found.append(ScoredCase("saf", question, text, reference, windows, {}, points, float(str(row["score"]))))
    return found


def pieces_reference(question: str, reference: str, embed: Embed) -> Reference:
    """One target for each piece of a reference answer."""
    targets = (Target(f"piece-{place}", (text,)) for place, text in enumerate(pieces(reference), start=1))
    return make_reference(question, tuple(targets), embed)


def pieces(reference: str) -> list[str]:
    """The sentences and list items that say something, in order, headings left out; the whole text when none does."""
    items = ITEM.sub("\n", reference)
    found = []
    for piece in read_answer(items).sentences:
        text, stems = items[piece.span.start : piece.span.end].strip(), len(content_stems(piece.words))
        if stems >= (HEADING_STEMS if text.endswith(":") else FEWEST_STEMS):
            found.append(text)
    return list(dict.fromkeys(found)) or [reference]


def rows_of(path: Path) -> list[Row]:
    """The rows of a JSON-lines file; none when it is absent."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def by_question(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Rows under their question's identifier, in the file's order."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[str(row["question_id"])].append(row)
    return dict(found)


def encode_ahead(texts: Iterable[str], embed: Embed) -> None:
    """Encode all sentences and clauses in one call: an encoder that remembers then answers many small calls at once."""
    sentences = [sentence.text for text in texts for sentence in read_answer(text).sentences]
    pieces = list(dict.fromkeys(piece for sentence in sentences for piece in (sentence, *clauses(sentence))))
    if pieces:
        embed(pieces)
