"""Fit skillprep/scoring/head.json. `make fit-head` runs it.

Data: ArgKP-2021 train and the development questions of SciEntsBank and Beetle (from ../shared, never copied), the
bank's model answers (positives) and the same answers set against other questions (negatives), the bank's labelled
answers and the golden answers. Thresholds and figures come from heads that never saw the question they judge (6 folds
by question). The encoder was tuned on training questions, so calibration and thresholds rest on development questions
and golden answers alone. For targets that are thinly described the head's odds are joined with those that the target
follows from its window (benchmarks/scoring_joined.py), fitted on SciEntsBank's and Beetle's development questions, on
the bank's with every point stripped to its statement, and on ArgKP train.
"""

import argparse
import datetime
import json
from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.scoring_data import (
    BANK,
    GOLDEN,
    PROJECT,
    Case,
    argkp_cases,
    distractor_cases,
    in_parts,
    labelled_cases,
    load_answers,
    load_questions,
    model_answer_cases,
)
from benchmarks.scoring_encoder import RememberingEncoder, shipped_polarity, tuned_encoder
from benchmarks.scoring_fit import KIND_WEIGHTS, Fit, Pair, fit_head, held_out_logits, pairs_of, platt
from benchmarks.scoring_joined import fit_joined, thinned
from benchmarks.scoring_keypoints import training_cases
from benchmarks.scoring_sets import short_answer_cases
from skillprep.scoring.features import NAMES
from skillprep.scoring.head import Head, Thresholds
from skillprep.validity.measures import accuracy_at, auc, average_precision, calibration_error, macro_f1

Floats = NDArray[np.float64]

HEAD = PROJECT / "skillprep/scoring/head.json"
SEED = 0
FOLDS = 6
JUDGED_BY_PEOPLE = ("golden", "labelled")
MADE_BUT_CALLED_MISSED = 0.08
NOT_MADE_BUT_CALLED_MADE = 0.05
JUST_INSIDE = 0.01
PRECISION = 0.9
NEARLY = 0.01
ARGUMENTS_THINNED = 8
"""Of ArgKP's training arguments every eighth is enough for three numbers."""
SET_BY_HAND = {
    "pitfall": 0.85,
    "off_topic": 0.38,
    "passed": 0.6,
    "contradicted": 0.95,
    "contradicted_negated": 0.3,
    "contradicted_together": 0.4,
    "opposed": 0.4,
}


def main() -> None:
    """Fit, measure and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", type=Path, help="file (.npz) that keeps encoded texts between runs")
    parser.add_argument("--dry-run", action="store_true", help="print the figures without writing head.json")
    options = parser.parse_args()
    embed = tuned_encoder(options.cache)
    short = [short_answer_cases(name, "dev", embed) for name in ("scientsbank", "beetle")]
    fixed = pairs_of([*argkp_cases("train", embed), *chain(*short)])
    split = pairs_of(bank_cases(embed))
    embed.save()
    raw = held_out_logits(fixed, split, FOLDS, SEED)
    kept = never_tuned_on(split)
    slope, level = platt(raw[kept], np.array([split[place].label for place in kept]))
    logits = slope * raw + level
    fit = fit_head([*fixed, *split]).rescaled(slope, level)
    figures = measured(split, logits) | {"argkp_dev": argkp_figures(fit, embed)}
    print(json.dumps(figures, indent=1))
    limits, described_limits = thresholds(split, logits)
    print(limits, described_limits)
    about = card(fixed, split, figures) | {"bands": described_limits, "platt": [round(slope, 3), round(level, 3)]}
    head = make_head(fit, limits, about, embed.sha256)
    head = head.model_copy(update={"joined": fit_joined([*short, *thin_cases(embed)], head, shipped_polarity())})
    print(head.joined)
    if not options.dry_run:
        HEAD.write_text(head.model_dump_json(indent=1, exclude={"sha256"}) + "\n", "utf-8")
        print(f"wrote {HEAD.relative_to(PROJECT)}, sha256 {Head.from_json(HEAD.read_text('utf-8')).sha256[:12]}")


def bank_cases(embed: RememberingEncoder) -> list[Case]:
    """Every kind of case made from the bank's questions for fitting and the golden answers. Test is never looked at."""
    questions = in_parts(load_questions(), "train", "dev")
    return [
        *model_answer_cases(questions, embed),
        *distractor_cases(questions, embed),
        *labelled_cases(questions, load_answers(BANK / "answers"), "labelled", embed),
        *labelled_cases(questions, load_answers(GOLDEN), "golden", embed),
    ]


def thin_cases(embed: RememberingEncoder) -> list[list[Case]]:
    """Answers to questions with many thinly described targets: some of the bank, some of ArgKP."""
    answers = labelled_cases(in_parts(load_questions(), "dev"), load_answers(BANK / "answers"), "labelled", embed)
    return [list(thinned(answers, embed)), training_cases(embed, ARGUMENTS_THINNED)]


def probabilities(logits: Floats) -> Floats:
    """1 / (1 + exp(-x))."""
    return np.asarray(1.0 / (1.0 + np.exp(-logits)))


def measured(split: Sequence[Pair], logits: Floats) -> dict[str, dict[str, float]]:
    """Held-out figures for each kind, and for all that people judged."""
    kinds = np.array([pair.kind for pair in split])
    labels = np.array([pair.label for pair in split])
    chosen = {kind: kinds == kind for kind in sorted(set(kinds))}
    chosen["model_and_other"] = np.isin(kinds, ["model", "other"])
    chosen["judged_by_people"] = np.isin(kinds, JUDGED_BY_PEOPLE)
    return {name: described(probabilities(logits[rows]), labels[rows]) for name, rows in chosen.items() if rows.any()}


def described(found: Floats, labels: NDArray[np.int64]) -> dict[str, float]:
    """The measures that make sense: with one class only, the share accepted."""
    figures = {"n": float(len(labels)), "positive": labels.mean(), "accepted": (found >= 0.5).mean()}
    figures |= {"accuracy": accuracy_at(0.5)(found, labels), "calibration_error": calibration_error(found, labels)}
    if 0 < labels.mean() < 1:
        figures |= {"auc": auc(found, labels), "average_precision": average_precision(found, labels)}
    return {name: round(float(value), 4) for name, value in figures.items()}


def argkp_figures(fit: Fit, embed: RememberingEncoder) -> dict[str, float]:
    """Figures on ArgKP's development topics, none of which is in its training part."""
    pairs = pairs_of(argkp_cases("dev", embed))
    if not pairs:
        return {}
    found = probabilities(np.array([fit.logit(pair) for pair in pairs]))
    return described(found, np.array([pair.label for pair in pairs]))


def never_tuned_on(split: Sequence[Pair]) -> list[int]:
    """Places of the points that readers judged in golden answers and those to development questions."""
    development = {question.id for question in in_parts(load_questions(), "dev")}
    return [
        place
        for place, pair in enumerate(split)
        if not pair.pitfall and (pair.kind == "golden" or (pair.kind == "labelled" and pair.group in development))
    ]


def thresholds(split: Sequence[Pair], logits: Floats) -> tuple[Thresholds, dict[str, float]]:
    """Bands by split-conformal prediction (Vovk et al. 2005, class-conditional), and what they come to.

    From held-out judgements of points that readers labelled: below `unsure_low` lie at most MADE_BUT_CALLED_MISSED of
    the points really made, from `unsure_high` on at most NOT_MADE_BUT_CALLED_MADE of those not made; between them the
    scorer does not say. decision: highest macro-F1, which minds points not made as well (middle_of_the_best). covered:
    the lowest threshold from which on PRECISION of the points were really made. counted: half-way
    from unsure_low to decision; from unsure_low on it would pay for what only sounds like the point. denied: just
    inside the unsure band; denied_together: counted, so that it counts nothing and stays unsure. Others by hand.
    """
    kept = never_tuned_on(split)
    found = probabilities(logits[kept])
    labels = np.array([split[place].label for place in kept])
    low = conformal(found[labels == 1], MADE_BUT_CALLED_MISSED)
    high = 1.0 - conformal(1.0 - found[labels == 0], NOT_MADE_BUT_CALLED_MADE)
    steps = np.arange(round(high, 2), 0.96, 0.01)
    precise = next((step for step in steps if labels[found >= step].mean() >= PRECISION), steps[-1])
    decision = middle_of_the_best(np.arange(low, high, 0.01), lambda step: macro_f1(found >= step, labels))
    fitted = {"decision": decision, "unsure_low": low, "unsure_high": high, "covered": max(precise, high)}
    fitted["counted"] = (low + decision) / 2
    fitted["denied"] = high - JUST_INSIDE
    fitted["denied_together"] = fitted["counted"]
    decided = (found < low) | (found >= high)
    reached = {
        "n": float(len(kept)),
        "decided": decided.mean(),
        "accuracy_decided": ((found >= high) == labels)[decided].mean(),
        "precision_covered": labels[found >= fitted["covered"]].mean(),
        "made_among_missed": labels[found < low].mean(),
    }
    rounded = {name: round(float(value), 2) for name, value in fitted.items()}
    return Thresholds(**rounded, **SET_BY_HAND), {name: round(float(value), 4) for name, value in reached.items()}


def middle_of_the_best(steps: Floats, worth: Callable[[float], float]) -> float:
    """The middle of the steps that are within .01 of the best: the best itself jumps about with every refit."""
    found = np.array([worth(float(step)) for step in steps])
    return float(np.median(steps[found >= found.max() - NEARLY]))


def conformal(scores: Floats, alpha: float) -> float:
    """The score below which at most `alpha` of exchangeable new ones fall: the floor(alpha (n + 1))-th smallest."""
    place = int(np.floor(alpha * (len(scores) + 1))) - 1
    return float(np.sort(scores)[place]) if place >= 0 else 0.0


def card(fixed: Sequence[Pair], split: Sequence[Pair], figures: dict[str, dict[str, float]]) -> dict[str, object]:
    """What a person needs to know about the head."""
    kinds = [pair.kind for pair in (*fixed, *split)]
    return {
        "made_on": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "made_by": "benchmarks/fit_head.py",
        "encoder": "sentence-transformers/all-MiniLM-L6-v2 with the changes of skillprep/semantic/encoder.safetensors",
        "seed": SEED,
        "pairs": {kind: kinds.count(kind) for kind in sorted(set(kinds))},
        "weights": dict(KIND_WEIGHTS),
        "data": {
            "argkp": "ArgKP-2021 train (Friedman et al. 2021), IBM/KPA_2021_shared_task @ 2f5e2d5, CDLA-Sharing 1.0",
            "model": "the bank's model answers against the points expected at their level",
            "other": "the bank's model answers against the points of other questions",
            "scientsbank, beetle": "SemEval-2013 task 7, development questions (benchmarks/held_out.py), CC BY-SA 3.0",
            "labelled": "question_bank/answers, labelled by readers who did not write them (language models)",
            "golden": "tests/golden/answers, written and labelled by one person before the scorer saw them",
        },
        "thresholds": "split-conformal on held-out judgements (fit_head.thresholds); some by hand",
        "figures": figures,
        "not_measured": "agreement between human labellers; speakers of other first languages; transcribed speech",
    }


def make_head(fit: Fit, limits: Thresholds, about: dict[str, object], encoder_sha256: str) -> Head:
    """The artefact, with numbers rounded to what matters."""
    rounded = [tuple(round(float(value), 6) for value in row) for row in (fit.mean, fit.scale, fit.coefficients)]
    return Head.model_validate(
        {
            "features": NAMES,
            "mean": rounded[0],
            "scale": rounded[1],
            "coefficients": rounded[2],
            "intercept": round(fit.intercept, 6),
            "thresholds": limits,
            "encoder_sha256": encoder_sha256,
            "card": about,
        }
    )


if __name__ == "__main__":
    main()
