"""Answers for bench_latency, each in as many wordings as there are measurements: nothing may come from a cache."""

from collections.abc import Sequence
from dataclasses import dataclass

from skillprep.bank.assemble import Loaded
from skillprep.bank.question import Question
from skillprep.scoring.answer import read_answer

WORDS = (
    "apple river stone table window garden market winter summer doctor engine letter mirror number office paper"
    " picture planet pocket record school season signal silver spirit square station street teacher theory ticket"
    " tower travel valley village weather wonder yellow bridge button camera castle coffee corner cotton desert"
    " dinner dollar finger flower forest friend guitar hammer island jacket kitchen lawyer leader master metal"
    " moment monkey mother museum number orange parent people person pepper police potato prison rabbit reader"
    " report ribbon rocket sailor second secret shadow singer sister soccer spider spring summer supper sweater"
    " target temple tennis throat thumb tongue turkey turtle uncle wagon wallet whale wheel wife wolf worker"
)
"""Common words of one word piece each, so that every wording is as long as the others."""
TYPICAL_SENTENCES = range(6, 11)
LONG_WORDS = 2_000
MANY_POINTS = 20


@dataclass(frozen=True)
class Case:
    """A question and an answer to it."""

    question: Question
    text: str

    def wording(self, number: int) -> str:
        """The answer with one word more in each sentence: a new text for every number, always of the same length."""
        pieces = [self.text[span.start : span.end] for span in (s.span for s in read_answer(self.text).sentences)]
        words = WORDS.split()
        first, second = words[number % len(words)], words[number // len(words) % len(words)]
        return " ".join(piece.replace(" ", f" {first} {second} ", 1) for piece in pieces)


def sentences(text: str) -> list[str]:
    """What of an answer is encoded."""
    return list(dict.fromkeys(sentence.text for sentence in read_answer(text).sentences))


def typical(loaded: Loaded, count: int) -> list[Case]:
    """Labelled answers of an ordinary length, to as many questions."""
    cases = [
        Case(question, answer.text)
        for question in loaded.bank.ready_questions()
        for answer in loaded.answers[question.id].answers[:1]
        if len(read_answer(answer.text).sentences) in TYPICAL_SENTENCES
    ]
    return (cases * (count // len(cases) + 1))[:count]


def long(loaded: Loaded) -> Case:
    """Model answers in a row until there are 2,000 words."""
    questions = loaded.bank.ready_questions()
    words: list[str] = []
    for question in questions:
        words += [] if len(words) >= LONG_WORDS else question.model_answers[-1].text.split()
    return Case(questions[0], " ".join(words))


def many_points(loaded: Loaded, case: Case) -> Case:
    """The same answer to a question of twenty points, borrowed from its neighbours."""
    others: Sequence[Question] = loaded.bank.ready_questions(skill=case.question.skill)
    points = [point for question in (case.question, *others) for point in question.points][:MANY_POINTS]
    named = tuple(point.model_copy(update={"id": f"point-{place}"}) for place, point in enumerate(points))
    return Case(case.question.model_copy(update={"points": named}), case.text)
