"""Fit what tells a sentence that takes back the others: `make fit-disowning` (a minute).

Writes skillprep/scoring/disowning.json. benchmarks/disowned holds such sentences, and others that only sound like them,
of people who stand by what they say; and two files of sentences in which people say who they are, or make small talk:
nobody may be sent to a person for that. They were written one by one by language models, a file a writer, who had not
seen the scorer, the attacks (benchmarks/attacks) or each other. The rest of what is not disowned are the sentences of
the bank's model answers and labelled answers, train and development questions.
"""

import argparse
import datetime
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from benchmarks.scoring_data import (
    BANK,
    PROJECT,
    in_parts,
    labelled_cases,
    load_answers,
    load_questions,
    model_answer_cases,
    plain_windows,
)
from benchmarks.scoring_encoder import tuned_encoder
from skillprep.scoring.disowning import Disowning, runs_of
from skillprep.scoring.meaning import singles
from skillprep.scoring.values import Embed
from skillprep.scoring.windows import Windows

Floats = NDArray[np.float64]

FOLDER = PROJECT / "benchmarks/disowned"
ARTEFACT = PROJECT / "skillprep/scoring/disowning.json"
REGULARISATION = 16.0
FEWEST_SENTENCES = 5
"""A run of words in fewer of the sentences by hand is one writer's, or chance."""
FLAGGED = 0.02
"""Of honest answers, for nothing: each costs a person a look, and a sentence that was not seen costs the score."""
FOLDS = 5


@dataclass(frozen=True)
class Text:
    """Sentences with their vectors; who wrote them, or to which question; and whether they take back others."""

    group: str
    sentences: tuple[str, ...]
    vectors: Floats
    disowns: bool = False


def main() -> None:
    """Fit, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", type=Path, help="file (.npz) that keeps encoded texts between runs")
    embed = tuned_encoder(parser.parse_args().cache)
    by_hand, answers = written(embed), honest_answers(embed)
    embed.save()
    threshold = round(float(np.quantile(highest(by_hand, answers), 1.0 - FLAGGED)), 3)
    figures = with_new_writers(by_hand, answers, threshold)
    print(json.dumps(figures, indent=1))
    about = card(by_hand, answers, figures)
    model = fitted(by_hand, answers).model_copy(
        update={"threshold": threshold, "encoder_sha256": embed.sha256, "card": about}
    )
    ARTEFACT.write_text(model.model_dump_json(indent=1, exclude={"sha256"}) + "\n", "utf-8")
    print(f"wrote {ARTEFACT.relative_to(PROJECT)}, {len(model.runs):,} runs of words")


def written(embed: Embed) -> list[Text]:
    """Every sentence of the folder."""
    rows = [(path.stem, json.loads(line)) for path in sorted(FOLDER.glob("*.jsonl")) for line in lines_of(path)]
    embed([row["text"] for _, row in rows])
    return [text_of(writer, plain_windows(row["text"], embed), bool(row["disowns"])) for writer, row in rows]


def lines_of(path: Path) -> list[str]:
    """The lines of a file."""
    return path.read_text("utf-8").splitlines()


def text_of(group: str, windows: Windows, disowns: bool = False) -> Text:
    """The single sentences of windows."""
    places = singles(windows)
    return Text(group, tuple(windows.texts[place] for place in places), windows.vectors[places], disowns)


def honest_answers(embed: Embed) -> list[Text]:
    """Answers of people who mean what they say."""
    questions = in_parts(load_questions(), "train", "dev")
    labelled = labelled_cases(questions, load_answers(BANK / "answers"), "labelled", embed)
    cases = [*model_answer_cases(questions, embed), *labelled]
    return [text_of(case.group, case.windows) for case in cases if len(case.windows)]


def highest(by_hand: Sequence[Text], answers: Sequence[Text]) -> Floats:
    """The log odds of each answer's most suspicious sentence, by fits that saw no answer to its question."""
    found = np.zeros(len(answers))
    for seen, unseen in GroupKFold(FOLDS).split(answers, groups=[one.group for one in answers]):
        model = fitted(by_hand, [answers[place] for place in seen])
        found[unseen] = [best(model, answers[place]) for place in unseen]
    return found


def best(model: Disowning, text: Text) -> float:
    """The log odds of its most suspicious sentence."""
    return float(model.logits(text.sentences, text.vectors).max())


def fitted(by_hand: Sequence[Text], answers: Sequence[Text]) -> Disowning:
    """The regression. Runs of words count as 1 / sqrt(how many a sentence has)."""
    texts = [*by_hand, *answers]
    sentences = [sentence for text in texts for sentence in text.sentences]
    labels = [int(text.disowns) for text in texts for _ in text.sentences]
    vectors = np.vstack([text.vectors for text in texts])
    counts = Counter(run for text in by_hand for sentence in text.sentences for run in runs_of(sentence))
    runs = sorted(run for run, count in counts.items() if count >= FEWEST_SENTENCES)
    columns = hstack([csr_matrix(vectors), shares(sentences, runs)]).tocsr()
    model = LogisticRegression(C=REGULARISATION, max_iter=2000).fit(columns, labels)
    weights = np.round(model.coef_[0], 4).tolist()
    width = vectors.shape[1]
    return Disowning(
        coefficients=tuple(weights[:width]),
        runs=dict(zip(runs, weights[width:], strict=True)),
        intercept=round(float(model.intercept_[0]), 4),
        threshold=0.0,
        encoder_sha256="",
        card={},
    )


def shares(sentences: Sequence[str], runs: Sequence[str]) -> csr_matrix:
    """(sentences, runs) as Disowning.weight weighs them."""
    places = {run: place for place, run in enumerate(runs)}
    found = [[places[run] for run in sorted(runs_of(sentence)) if run in places] for sentence in sentences]
    starts = np.cumsum([0, *map(len, found)])
    values = np.concatenate([np.full(len(row), 1.0 / np.sqrt(max(len(row), 1))) for row in found])
    return csr_matrix((values, np.concatenate([*found, []]).astype(int), starts), shape=(len(sentences), len(runs)))


def with_new_writers(by_hand: Sequence[Text], answers: Sequence[Text], threshold: float) -> dict[str, float]:
    """The shares called by fits that did not know the writer: of what takes back, of what only sounds like it, and of
    the sentences of those who wrote nothing that takes back."""
    called: dict[str, list[bool]] = {"found": [], "called_that_only_sound_like_it": []}
    for writer in sorted({text.group for text in by_hand}):
        model = fitted([text for text in by_hand if text.group != writer], answers)
        own = [text for text in by_hand if text.group == writer]
        harmless = "called_that_only_sound_like_it" if any(text.disowns for text in own) else f"called_of_{writer}"
        for text in own:
            name = "found" if text.disowns else harmless
            called.setdefault(name, []).append(best(model, text) >= threshold)
    return {"threshold": threshold} | {name: round(float(np.mean(found)), 4) for name, found in called.items() if found}


def card(by_hand: Sequence[Text], answers: Sequence[Text], figures: dict[str, float]) -> dict[str, object]:
    """What a person needs to know about the artefact."""
    return {
        "made_on": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "made_by": "benchmarks/fit_disowning.py",
        "sentences": {
            "take back what others say": sum(text.disowns for text in by_hand),
            "only sound like it, say who somebody is, or are small talk": sum(not text.disowns for text in by_hand),
            "stand in honest answers to train and development questions": sum(len(text.sentences) for text in answers),
        },
        "writers": len({text.group for text in by_hand}),
        "threshold": f"reached by {FLAGGED:.0%} of {len(answers)} honest answers, by fits without their questions",
        "figures_with_writers_left_out": figures,
        "not_measured": "how candidates take back what they say; the sentences measured are by language models",
    }


if __name__ == "__main__":
    main()
