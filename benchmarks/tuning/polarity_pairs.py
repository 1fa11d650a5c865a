"""Pairs of sentences for the polarity model: the second follows from the first, is open, or is contradicted by it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from random import Random

from benchmarks.held_out import answer_part, part_of
from benchmarks.scoring_data import BANK, in_parts, load_answers, load_questions
from benchmarks.tuning.batches import lines
from benchmarks.tuning.contrasts import Contrast, contrasts
from benchmarks.tuning.denying import NUMBER, affirmed, denied, other_numbers, other_order, other_role
from skillprep.bank.labelled import LabelledAnswer
from skillprep.bank.question import Question
from skillprep.scoring.answer import read_answer

FOLLOWS, OPEN, CONTRADICTED = 0, 1, 2
ALIKE = 3
"""Texts of a point that each of a reader's finds is held against."""
LEAST_SHARED = 0.15
NLI = {"entailment": FOLLOWS, "neutral": OPEN, "contradiction": CONTRADICTED}
SHORT_ANSWER = {"correct": FOLLOWS, "incorrect": OPEN, "contradictory": CONTRADICTED}
AFFIRMATIONS = (
    "{}",
    "{}",
    "I would say that {}",
    "In my experience {}",
    "What matters here is that {}",
    "Not everybody knows it, but {}",
    "I never forget that {}",
    "There is no doubt that {}",
    "Without a question, {}",
)


@dataclass(frozen=True)
class Pair:
    """`label`: FOLLOWS, OPEN or CONTRADICTED; `source` says where it comes from."""

    source: str
    said: str
    point: str
    label: int


def pairs(part: str, random: Random) -> list[Pair]:
    """All pairs of a part: train, or test (never trained on; NLI has no test part: it is used up by training)."""
    found = [*negations(part), *short_answers("scientsbank", part), *short_answers("beetle", part)]
    found += [*swapped(found, random), *agreed(found, random)]
    if part == "train":
        found += [*inference(), *key_points(random), *bank_pairs(random)]
    return found


def inference() -> Iterator[Pair]:
    """The development parts of MultiNLI and SNLI."""
    for row in lines("nli_pairs.jsonl"):
        if row["premise"] and row["hypothesis"]:
            yield Pair(row["part"], row["premise"], row["hypothesis"], NLI[row["label"]])


def key_points(random: Random) -> Iterator[Pair]:
    """People's arguments against the key points that others found in them or did not: ArgKP's training part, the pairs
    that do not match thinned to as many as match."""
    rows = [row for row in lines("argkp2021_train_dev.jsonl") if row["split"] == "train"]
    matching = sum(int(row["label"]) for row in rows)
    for row in rows:
        if int(row["label"]):
            yield Pair("argkp", row["argument"], row["key_point"], FOLLOWS)
        elif random.random() < matching / (len(rows) - matching):
            yield Pair("argkp", row["argument"], row["key_point"], OPEN)


def negations(part: str) -> Iterator[Pair]:
    """CANNOT, divided by the first sentence; its `sentiment` part is kept back whole, as wording of another origin."""
    for row in lines("cannot_pairs.jsonl"):
        if row["premise"] and row["hypothesis"]:
            kept_back = row["part"] == "sentiment" or part_of(row["premise"]) == "test"
            if kept_back == (part == "test"):
                yield Pair(row["part"], row["premise"], row["hypothesis"], CONTRADICTED if row["negated"] else FOLLOWS)


def short_answers(name: str, part: str) -> Iterator[Pair]:
    """Pupils' answers against the (best) reference answer, divided by question."""
    for row in lines(f"{name}_3way_train.jsonl"):
        found = answer_part(row["question_id"], row["module"], row["answer_id"])
        if (found == "train") if part == "train" else found in ("unseen-question", "unseen-domain"):
            matched = [one["text"] for one in row["references"] if one["id"] == row["answer_match"]]
            yield Pair(name, row["answer"], (matched or [row["references"][0]["text"]])[0], SHORT_ANSWER[row["label3"]])


def swapped(found: list[Pair], random: Random) -> Iterator[Pair]:
    """Sentences of `found` against themselves with another number, or with two sides changed over."""
    for text in sorted({pair.point for pair in found if pair.source in ("wikifactcheck", "beetle")}):
        if random.random() < 0.5 and NUMBER.search(text):
            yield Pair("number", other_numbers(text, random), text, CONTRADICTED)
        elif turned := other_order(text):
            yield Pair("sides", turned, text, CONTRADICTED)


def agreed(found: list[Pair], random: Random) -> Iterator[Pair]:
    """Sentences that only ever occur contradicted, affirmed: or mere likeness of words would look like denial."""
    texts = sorted({pair.said for pair in found if pair.source == "wikifactcheck"})
    for text in random.sample(texts, len(texts) // 2):
        opening = random.choice(AFFIRMATIONS)
        yield Pair("agreed", opening.format(text[0].lower() + text[1:] if opening[0] != "{" else text), text, FOLLOWS)


def bank_pairs(random: Random) -> Iterator[Pair]:
    """Training questions: phrasings and labelled sentences as they are, among harmless negations, and denied; and what
    is said of one point, affirmed or denied, against another point. Without those whatever does not plainly follow
    would look contradicted."""
    answers = {file.question: file.answers for file in load_answers(BANK / "answers")}
    for question in in_parts(load_questions(), "train"):
        targets = (*question.points, *question.pitfalls)
        for target in targets:
            texts = [target.statement, *target.phrasings]
            for _ in range(2):
                said, point = random.sample(texts, 2)
                yield Pair("bank", affirmed(said, random), point, FOLLOWS)
            said, point = random.sample(texts, 2)
            yield Pair("bank", denied(said, random), random.choice((point, point, said)), CONTRADICTED)
            yield from exchanged(texts, random)
            other = random.choice([one for one in targets if one is not target])
            said, turned = random.choice([other.statement, *other.phrasings]), random.choice((affirmed, denied))
            yield Pair("bank", turned(said, random), random.choice(texts), OPEN)
        yield from labelled(question, answers.get(question.id, ()), random)
        yield from modelled(question)


def exchanged(texts: Sequence[str], random: Random) -> Iterator[Pair]:
    """A text with another role, number or order against itself as it was, and the same text among harmless words."""
    for change in (other_role, other_numbers, other_order):
        said = random.choice(texts)
        if changed := change(said, random):
            yield Pair("bank", affirmed(changed, random), said, CONTRADICTED)
            yield Pair("bank", affirmed(said, random), said, FOLLOWS)


def labelled(question: Question, answers: Sequence[LabelledAnswer], random: Random) -> Iterator[Pair]:
    """Sentences that a reader found to make a point, as they are and denied, and neighbours that make none."""
    texts = {target.id: (target.statement, *target.phrasings) for target in (*question.points, *question.pitfalls)}
    for answer in answers:
        sentences = [sentence.text for sentence in read_answer(answer.text).sentences]
        labels = (*answer.covered, *answer.pitfalls)
        speaking = {number for label in labels for number in label.sentences}
        for label in labels:
            spoken = [sentences[number - 1] for number in label.sentences[:2] if number <= len(sentences)]
            if spoken:
                said = ". ".join(spoken)
                yield Pair("answers", affirmed(said, random), random.choice(texts[label.id]), FOLLOWS)
                for text in most_alike(said, texts[label.id], ALIKE):
                    yield Pair("answers", said, text, FOLLOWS)
                yield Pair("answers", denied(spoken[0], random), random.choice(texts[label.id]), CONTRADICTED)
        silent = [sentence for number, sentence in enumerate(sentences, 1) if number not in speaking]
        for sentence in silent[:3]:
            yield Pair("answers", sentence, random.choice(question.points).statement, OPEN)


def modelled(question: Question) -> Iterator[Pair]:
    """For each point the sentence of a model answer that is worded most like one of its texts: it says nearly the same
    in other words, as what turns a point round does, too."""
    for answer in question.model_answers:
        sentences = [sentence.text for sentence in read_answer(answer.text).sentences]
        for point in question.points_at(answer.level):
            texts = (point.statement, *point.phrasings)
            said, text = max(product(sentences, texts), key=lambda pair: shared(*pair))
            if shared(said, text) >= LEAST_SHARED:
                yield Pair("answers", said, text, FOLLOWS)


def written(random: Random) -> Iterator[Pair]:
    """Training questions' points turned round, and made among negations, by hand; against other texts of the point, the
    one worded most alike among them (as scoring asks), and against a text of another point of the question."""
    questions = {question.id: question for question in in_parts(load_questions(), "train")}
    for found in contrasts("train"):
        points = {point.id: (point.statement, *point.phrasings) for point in questions[found.question].points}
        texts = points.pop(found.point)
        yield from against(found, texts, random)
        if points:
            other = random.choice(points[random.choice(sorted(points))])
            yield Pair("written", random.choice([*found.denials.values(), found.affirmed]), other, OPEN)


def against(found: Contrast, texts: Sequence[str], random: Random) -> Iterator[Pair]:
    """The pairs of one point with itself. Every sentence stands in pairs that contradict and in pairs that follow: or
    its style alone would tell, since who affirms here says 'not' more often than who denies."""
    denials = list(found.denials.values())
    for said in denials:
        for text in dict.fromkeys((random.choice(texts), *most_alike(said, texts))):
            yield Pair("written", said, text, CONTRADICTED)
    for text in dict.fromkeys((texts[0], random.choice(texts), *most_alike(found.affirmed, texts))):
        yield Pair("written", found.affirmed, text, FOLLOWS)
    denial = random.choice(denials)
    yield Pair("written", denial, found.affirmed, CONTRADICTED)
    yield Pair("written", random.choice(texts), random.choice(denials), CONTRADICTED)
    yield Pair("written", affirmed(denial, random), denial, FOLLOWS)
    for _ in range(2):
        said, text = random.sample(texts, 2)
        yield Pair("written", said, text, FOLLOWS)
        yield Pair("written", denied(said, random), random.choice((said, text)), CONTRADICTED)


def most_alike(said: str, texts: Sequence[str], most: int = 1) -> list[str]:
    """The texts that share the largest part of their words with what was said."""
    return sorted(texts, key=lambda text: -shared(said, text))[:most]


def shared(said: str, text: str) -> float:
    """Share of two texts' words that stand in both."""
    mine, theirs = set(said.lower().split()), set(text.lower().split())
    return len(mine & theirs) / max(len(mine | theirs), 1)


def second_stage(random: Random) -> list[Pair]:
    """What training ends with: the bank, turned otherwise than before, what was turned by hand, some of all else."""
    found = [*bank_pairs(random), *written(random)]
    others = [pair for pair in pairs("train", random) if pair.source not in ("bank", "answers")]
    return found + random.sample(others, len(found) // 3)
