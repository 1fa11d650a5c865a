"""Answers with labels, in one shape: ArgKP topics, the bank's model answers and labelled answers, the golden answers.

ArgKP is read from ../shared beside the project and never copied. A case is one answer against one set of targets.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import yaml

from skillprep.bank.labelled import AnswerFile
from skillprep.bank.question import Question
from skillprep.scoring.answer import read_answer
from skillprep.scoring.guards import source_of, usable
from skillprep.scoring.reference import Reference, Target, make_reference, question_reference
from skillprep.scoring.values import Embed
from skillprep.scoring.windows import Windows, make_windows

PROJECT = Path(__file__).resolve().parent.parent
ARGKP = PROJECT.parent / "shared/data/scoring/argkp2021_train_dev.jsonl"
BANK = PROJECT / "question_bank"
SPLITS = BANK / "splits.json"
GOLDEN = PROJECT / "tests/golden/answers"
DISTRACTORS = 3
"""How many other questions' answers are set against each question."""


@dataclass(frozen=True)
class Case:
    """One answer, ready for features. `labels` maps a target's place to whether the answer expresses it; the targets
    from place `points` on are pitfalls."""

    kind: str
    group: str
    text: str
    reference: Reference
    windows: Windows
    labels: dict[int, int]
    points: int


def argkp_cases(split: str, embed: Embed) -> list[Case]:
    """One case an argument; the key points of its topic and stance are the targets. Empty when ../shared is absent."""
    if not ARGKP.is_file():
        return []
    with ARGKP.open(encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["split"] == split]
    groups: dict[tuple[str, int], list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        groups[row["topic"], row["stance"]].append(row)
    embed([row[key] for row in rows for key in ("argument", "key_point")])
    return [case for (topic, _), group in groups.items() for case in topic_cases(topic, group, embed)]


def topic_cases(topic: str, rows: list[dict[str, str]], embed: Embed) -> Iterator[Case]:
    """The cases of one topic and stance."""
    key_points = dict(sorted((row["kp_id"], row["key_point"]) for row in rows))
    reference = make_reference(topic, tuple(Target(key, (text,)) for key, text in key_points.items()), embed)
    places = {key: place for place, key in enumerate(key_points)}
    labels: dict[str, dict[int, int]] = defaultdict(dict)
    for row in rows:
        labels[row["argument"]][places[row["kp_id"]]] = int(row["label"])
    for argument, found in labels.items():
        yield Case("argkp", topic, argument, reference, plain_windows(argument, embed), found, len(places))


def plain_windows(text: str, embed: Embed) -> Windows:
    """Windows over all sentences that have any word left after introductions are taken out."""
    sentences = read_answer(text).sentences
    good = [bool(sentence.words) for sentence in sentences]
    return make_windows(sentences, good, embed)


def load_questions() -> list[Question]:
    """The bank's questions that can be read, by id; a half-written file is left out with a word about it."""
    found = []
    for path in sorted((BANK / "questions").glob("*/*.yaml")):
        try:
            found.append(Question.model_validate_json(json.dumps(yaml.safe_load(path.read_text("utf-8")), default=str)))
        except ValueError as error:
            print(f"left out {path.name}: {str(error).splitlines()[0]}")
    return sorted(found, key=lambda question: question.id)


def load_splits() -> dict[str, str]:
    """Question id to train, dev or test; empty when nothing was divided yet."""
    splits: dict[str, str] = json.loads(SPLITS.read_text("utf-8")) if SPLITS.is_file() else {}
    return splits


def in_parts(questions: Iterable[Question], *parts: str) -> list[Question]:
    """The questions that belong to any of the parts. One that belongs to none is nobody's: divide it first."""
    splits = load_splits()
    return [question for question in questions if splits.get(question.id) in parts]


def load_answers(folder: Path) -> list[AnswerFile]:
    """Labelled answers of a folder, deep; an unreadable file is left out with a word about it."""
    found = []
    for path in sorted(folder.glob("**/*.yaml")):
        try:
            found.append(AnswerFile.model_validate_json(json.dumps(yaml.safe_load(path.read_text("utf-8")))))
        except ValueError as error:
            print(f"left out {path.name}: {str(error).splitlines()[0]}")
    return found


def question_case(kind: str, question: Question, text: str, labels: dict[int, int], embed: Embed) -> Case:
    """An answer to a bank question, cut as the scorer cuts it."""
    source = source_of(question)
    sentences = read_answer(text).sentences
    good = [usable(sentence, source) for sentence in sentences]
    windows = make_windows(sentences, good, embed)
    reference = question_reference(question, embed)
    return Case(kind, question.id, text, reference, windows, labels, len(question.points))


def model_answer_cases(questions: Iterable[Question], embed: Embed) -> Iterator[Case]:
    """Each model answer covers the points expected at its level; what it says of later points nobody has judged."""
    for question in questions:
        for answer in question.model_answers:
            expected = question.points_at(answer.level)
            labels = {place: 1 for place, point in enumerate(question.points) if point in expected}
            yield question_case("model", question, answer.text, labels, embed)


def distractor_cases(questions: list[Question], embed: Embed) -> Iterator[Case]:
    """The model answers of the next questions of the same skill, and one of another: no point is covered."""
    for place, question in enumerate(questions):
        later = questions[place + 1 :] + questions[:place]
        near = [other for other in later if other.skill == question.skill][:DISTRACTORS]
        far = [other for other in later if other.skill != question.skill][:1]
        for other in (*near, *far):
            labels = dict.fromkeys(range(len(question.points)), 0)
            yield question_case("other", question, other.model_answers[-1].text, labels, embed)


def labelled_cases(
    questions: Iterable[Question], files: Iterable[AnswerFile], kind: str, embed: Embed
) -> Iterator[Case]:
    """Answers of believable candidates with a person's labels, points and pitfalls."""
    by_id = {question.id: question for question in questions}
    for file in files:
        question = by_id.get(file.question)
        if question is None:
            continue
        ids = [*(point.id for point in question.points), *(pitfall.id for pitfall in question.pitfalls)]
        for answer in file.answers:
            said = {label.id for label in (*answer.covered, *answer.pitfalls)}
            labels = {place: int(key in said) for place, key in enumerate(ids)}
            yield question_case(kind, question, answer.text, labels, embed)


def composed_cases(questions: list[Question], draws: int, seed: int, embed: Embed) -> Iterator[Case]:
    """Pseudo-answers: one phrasing each of half of the points, among sentences about something else, in random order.

    Every point gives up one phrasing, so that what is said is never among what it is compared with. These are the only
    cases with many answers in which some points of a question are made and the others, just as close to it, are not.
    """
    random = Random(seed)
    for question in questions:
        others = [other for other in questions if other.id != question.id]
        for _ in range(draws):
            yield composed_case(question, others, random, embed)


def composed_case(question: Question, others: list[Question], random: Random, embed: Embed) -> Case:
    """One pseudo-answer."""
    held_out = {point.id: random.choice(point.phrasings) for point in question.points}
    said = random.sample(question.points, k=len(question.points) // 2)
    filler = [sentence for other in random.sample(others, k=2) for sentence in some_sentences(other, random)]
    pieces = [held_out[point.id] for point in said] + filler
    random.shuffle(pieces)
    points = tuple(
        point.model_copy(update={"phrasings": tuple(text for text in point.phrasings if text != held_out[point.id])})
        for point in question.points
    )
    labels = {place: int(point in said) for place, point in enumerate(question.points)}
    return question_case("composed", question.model_copy(update={"points": points}), " ".join(pieces), labels, embed)


def some_sentences(question: Question, random: Random) -> list[str]:
    """Two neighbouring sentences of the question's model answer."""
    text = question.model_answers[-1].text
    spans = [sentence.span for sentence in read_answer(text).sentences]
    start = random.randrange(max(len(spans) - 1, 1))
    return [text[span.start : span.end] for span in spans[start : start + 2]]
