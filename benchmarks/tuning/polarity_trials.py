"""Trials of the polarity model on the bank: wordings of denial that no training pair uses, and honest answers."""

import re
from collections.abc import Callable, Iterator
from random import Random

from benchmarks.scoring_data import BANK, in_parts, load_answers, load_questions
from benchmarks.tuning.contrasts import contrasts
from benchmarks.tuning.polarity_pairs import CONTRADICTED, FOLLOWS, Pair, most_alike
from skillprep.scoring.answer import read_answer

VERB = re.compile(r"\b(is|are|was|were|should|must|can|will|has|have|need|needs)\b")
FRAMES = (
    "It is false that {}",
    "I would never accept that {}",
    "It's a myth that {}",
    "People claim that {}, and they are mistaken",
    "I strongly disagree with the idea that {}",
    "On no account: {}",
)
"""None of them is among denying.FRAMES."""
HARDLY = re.compile(r"\b(is|are|was|were|should|must|can|will|has|have)\b")


def framed(text: str, random: Random) -> str:
    """The sentence inside a denial."""
    return random.choice(FRAMES).format(text[0].lower() + text[1:].rstrip("."))


def negated(text: str, _: Random) -> str:
    """'not' after the first verb that takes it; empty where there is none."""
    return VERB.sub(r"\1 not", text, count=1) if VERB.search(text) else ""


def hardly(text: str, random: Random) -> str:
    """'hardly ever' and its like after the first verb that takes them: no training sentence is denied like this."""
    word = random.choice(("hardly ever", "rarely", "by no means", "least of all"))
    return HARDLY.sub(rf"\1 {word}", text, count=1) if HARDLY.search(text) else ""


KINDS: dict[str, Callable[[str, Random], str]] = {
    "bank: framed as false": framed,
    "bank: not inserted": negated,
    "bank: hardly ever": hardly,
}


def trials(part: str, random: Random) -> Iterator[Pair]:
    """Phrasings denied against the statement and against themselves, the same phrasings plain, and labelled sentences
    of honest answers. What is scored lies between: a sentence is held against the nearest of a point's texts."""
    answers = {file.question: file.answers for file in load_answers(BANK / "answers")}
    for question in in_parts(load_questions(), part):
        for point in question.points:
            said = random.choice(point.phrasings)
            for source, deny in KINDS.items():
                if denied := deny(said, random):
                    yield Pair(source, denied, point.statement, CONTRADICTED)
                    yield Pair(source, said, point.statement, FOLLOWS)
                    yield Pair(f"{source}, same words", denied, said, CONTRADICTED)
                    yield Pair(f"{source}, same words", said, said, FOLLOWS)
        statements = {point.id: point.statement for point in question.points}
        for answer in answers.get(question.id, ()):
            sentences = [sentence.text for sentence in read_answer(answer.text).sentences]
            for label in answer.covered:
                spoken = [sentences[number - 1] for number in label.sentences[:2] if number <= len(sentences)]
                yield Pair("honest answers", ". ".join(spoken), statements[label.id], FOLLOWS)
    yield from written(part)


def written(part: str) -> Iterator[Pair]:
    """Points turned round by hand, and made among negations, against the text of the point worded most alike."""
    texts = {
        (question.id, point.id): (point.statement, *point.phrasings)
        for question in in_parts(load_questions(), part)
        for point in question.points
    }
    for found in contrasts(part):
        point = texts[found.question, found.point]
        for kind, said in found.denials.items():
            yield Pair(f"by hand: {kind}", said, most_alike(said, point)[0], CONTRADICTED)
            yield Pair(f"by hand: {kind}", found.affirmed, most_alike(found.affirmed, point)[0], FOLLOWS)
