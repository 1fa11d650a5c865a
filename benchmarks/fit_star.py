"""Fit skillprep/scoring/star.json, which tells the parts of a story apart. `make fit-star` runs it.

Fitted to the bank's STAR-tagged model answers, whole and with parts left out, and to the labelled answers of candidates
(star_labels.json), of train and dev questions only. Thresholds come from judges that never saw the question (5 folds).
The figures are of test questions, which decided nothing.
"""

import argparse
import datetime
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

from benchmarks.scoring_data import PROJECT
from benchmarks.star_data import CANDIDATE, LABELS, PARTS, WEIGHTS, WHOLE, StarCase, chosen, star_cases
from skillprep.bank.vocabulary import Kind, StarTag
from skillprep.scoring.star import Star
from skillprep.scoring.star_features import NAMES, PLACE, star_features
from skillprep.validity.interval import Figure

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Measure = Callable[[Ints, Ints], float]

STAR = PROJECT / "skillprep/scoring/star.json"
RESULTS = PROJECT / "benchmarks/results/star.json"
SEED = 0
FOLDS = 5
STRENGTH = 0.03
"""Of scikit-learn's C: small, because there are far more coefficients than questions."""
CHAIN = 0.5
ROUNDS = 1000
NAMED_RIGHTLY = 0.8
FALSE_ALARMS = 0.05
PLAIN = {"unclear": 0.0, "absent": {tag.value: 0.0 for tag in StarTag}}


def main() -> None:
    """Fit, measure and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dry-run", action="store_true", help="print the figures without writing anything")
    options = parser.parse_args()
    cases = star_cases()
    known, tests = chosen(cases, tests=False), chosen(cases, tests=True)
    limits = thresholds(known, held_out(known))
    star = fitted(known, NAMES).model_copy(update=limits)
    figures = measured(tests, star, fitted(known, PLACE))
    print(json.dumps(figures, indent=1))
    star = star.model_copy(update={"card": card(known, figures)})
    if not options.dry_run:
        STAR.write_text(star.model_dump_json(indent=1, exclude={"sha256"}) + "\n", "utf-8")
        sha256 = Star.from_json(STAR.read_text("utf-8")).sha256
        RESULTS.write_text(
            json.dumps({"star_sha256": sha256, "seed": SEED, "figures": figures}, indent=1) + "\n", "utf-8"
        )
        print(f"wrote {STAR.relative_to(PROJECT)}, sha256 {sha256[:12]}, and {RESULTS.relative_to(PROJECT)}")


def fitted(cases: Sequence[StarCase], names: Sequence[str]) -> Star:
    """The classifier over the features `names`; the others get no coefficient."""
    rows = np.vstack([star_features(case.words) for case in cases])
    labels = np.concatenate([case.labels for case in cases])
    weights = np.concatenate([np.full(len(case.labels), case.weight) for case in cases])
    used = np.isin(NAMES, names)
    mean, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    scaled = (rows - mean) / scale * used
    found = LogisticRegression(C=STRENGTH, max_iter=5000).fit(scaled, labels, sample_weight=weights)
    return Star(
        parts=PARTS,
        features=NAMES,
        mean=numbers(mean),
        scale=numbers(scale),
        coefficients=tuple(numbers(row * used) for row in found.coef_),
        intercepts=numbers(found.intercept_),
        prior=numbers(np.bincount(labels, weights=weights, minlength=len(PARTS)) / weights.sum()),
        transitions=tuple(numbers(row) for row in transitions(cases)),
        chain=CHAIN,
        card={},
        **PLAIN,
    )


def transitions(cases: Sequence[StarCase]) -> Floats:
    """How often a sentence of one part is followed by one of another, each pair seen once more than it was."""
    counts = np.ones((len(PARTS), len(PARTS)))
    for case in cases:
        np.add.at(counts, (case.labels[:-1], case.labels[1:]), case.weight)
    return np.asarray(counts / counts.sum(axis=1, keepdims=True))


def numbers(values: Floats) -> tuple[float, ...]:
    """Plain numbers, short enough to read."""
    return tuple(round(float(value), 6) for value in values)


def held_out(cases: Sequence[StarCase]) -> list[Floats]:
    """Each case's probabilities by a judge that saw no answer to its question."""
    names = sorted({case.question for case in cases})
    np.random.default_rng(SEED).shuffle(names)
    folds = {name: place % FOLDS for place, name in enumerate(names)}
    judges = [fitted([case for case in cases if folds[case.question] != fold], NAMES) for fold in range(FOLDS)]
    return [judges[folds[case.question]].probabilities(star_features(case.words)) for case in cases]


def thresholds(cases: Sequence[StarCase], found: Sequence[Floats]) -> dict[str, object]:
    """unclear: the lowest step from which on NAMED_RIGHTLY of the named sentences of candidates are named rightly.
    absent: the highest step up to .5 at which at most FALSE_ALARMS of the behavioural answers that have the part are
    told that they do not, among model answers and among candidates' answers alike."""
    rows = [(case, row) for case, row in zip(cases, found, strict=True) if case.kind is Kind.BEHAVIOURAL]
    said = np.vstack([row for case, row in rows if case.form == CANDIDATE])
    labels = np.concatenate([case.labels for case, _ in rows if case.form == CANDIDATE])
    sure, right = said.max(axis=1), said.argmax(axis=1) == labels
    unclear = next(step for step in np.arange(0.3, 0.9, 0.05) if right[sure >= step].mean() >= NAMED_RIGHTLY)
    return {
        "unclear": round(float(unclear), 2),
        "absent": {tag.value: absent_below(tag.value, rows) for tag in StarTag},
    }


def absent_below(part: str, rows: Sequence[tuple[StarCase, Floats]]) -> float:
    """The threshold of one part."""
    best = {
        spoken: np.array(
            [r[:, PARTS.index(part)].max() for c, r in rows if c.has(part) and (c.form == CANDIDATE) == spoken]
        )
        for spoken in (False, True)
    }
    steps = [
        step for step in np.arange(0.05, 0.55, 0.05) if all((b < step).mean() <= FALSE_ALARMS for b in best.values())
    ]
    return round(float(max(steps, default=0.0)), 2)


def measured(tests: Sequence[StarCase], star: Star, by_place: Star) -> dict[str, object]:
    """Figures of test questions beside calling everything an action, and beside judging by the place alone."""
    incomplete = [case for case in chosen(tests, kind=Kind.BEHAVIOURAL) if case.form not in (WHOLE, CANDIDATE)]
    groups = {f"model answers, {kind.value}": chosen(tests, form=WHOLE, kind=kind) for kind in Kind}
    groups |= {
        "model answers with parts left out, behavioural": [case for case in incomplete if case.form != "RSTA"],
        "model answers told from the result on, behavioural": chosen(incomplete, form="RSTA"),
    }
    groups |= {"candidates' answers, behavioural": chosen(tests, form=CANDIDATE)}
    sets: dict[str, object] = {name: described(group, star, by_place) for name, group in groups.items()}
    whole = chosen(tests, form=WHOLE, kind=Kind.BEHAVIOURAL)
    alarms = {"model answers": [*whole, *incomplete], "candidates": chosen(tests, form=CANDIDATE)}
    return {"parts": sets, "missing": {name: alarms_of(group, star) for name, group in alarms.items()}}


def described(cases: Sequence[StarCase], star: Star, by_place: Star) -> dict[str, object]:
    """How well the sentences of one set are told apart, with 90 % intervals over questions."""
    found = np.vstack([star.probabilities(star_features(case.words)) for case in cases])
    judges = {"SkillPrep": found.argmax(axis=1)}
    judges["place alone"] = np.concatenate(
        [by_place.probabilities(star_features(c.words)).argmax(axis=1) for c in cases]
    )
    labels = np.concatenate([case.labels for case in cases])
    judges["most frequent part"] = np.full(len(labels), np.bincount(labels).argmax())
    groups = np.concatenate([[case.question] * len(case.labels) for case in cases])
    sure = found.max(axis=1) >= star.unclear
    right = judges["SkillPrep"] == labels
    return {
        "answers": len(cases),
        "sentences": len(labels),
        "judges": {name: both(labels, judged, groups) for name, judged in judges.items()},
        "named": round(float(sure.mean()), 4),
        "named_rightly": round(float(right[sure].mean()), 4),
        "calibration_error": round(calibration_error(found.max(axis=1), right), 4),
    }


def both(labels: Ints, judged: Ints, groups: NDArray[np.str_]) -> dict[str, dict[str, float]]:
    """Accuracy, and F1 averaged over the parts that occur."""
    measures: dict[str, Measure] = {"accuracy": accuracy, "macro_f1": macro_f1}
    return {name: asdict(with_interval(measure, labels, judged, groups)) for name, measure in measures.items()}


def accuracy(labels: Ints, judged: Ints) -> float:
    """Share of sentences given their part."""
    return float((labels == judged).mean())


def macro_f1(labels: Ints, judged: Ints) -> float:
    """Mean F1 of the parts that occur among the labels."""
    return float(f1_score(labels, judged, labels=np.unique(labels), average="macro", zero_division=0))


def with_interval(measure: Measure, labels: Ints, judged: Ints, groups: NDArray[np.str_]) -> Figure:
    """The measure with its 5th and 95th percentile over questions drawn again."""
    random = np.random.default_rng(SEED)
    rows = [np.flatnonzero(groups == name) for name in np.unique(groups)]
    drawn = [
        np.concatenate([rows[place] for place in random.integers(len(rows), size=len(rows))]) for _ in range(ROUNDS)
    ]
    low, high = np.quantile([measure(labels[some], judged[some]) for some in drawn], [0.05, 0.95])
    return Figure(*(round(float(value), 4) for value in (measure(labels, judged), low, high)), n=len(labels))


def calibration_error(sure: Floats, right: NDArray[np.bool_]) -> float:
    """Expected calibration error over 10 equal-width bins."""
    bins = np.minimum((sure * 10).astype(int), 9)
    return float(
        sum((bins == b).mean() * abs(sure[bins == b].mean() - right[bins == b].mean()) for b in np.unique(bins))
    )


def alarms_of(cases: Sequence[StarCase], star: Star) -> dict[str, dict[str, int]]:
    """For each part: how many answers without it are told so, and how many with it are told so wrongly."""
    found: dict[str, dict[str, int]] = {}
    for tag in StarTag:
        told = [is_missing(case, tag.value, star) for case in cases]
        without = [not case.has(tag.value) for case in cases]
        found[tag.value] = {
            "without": sum(without),
            "told": sum(alarm and gap for alarm, gap in zip(told, without, strict=True)),
            "with": len(cases) - sum(without),
            "told_wrongly": sum(alarm and not gap for alarm, gap in zip(told, without, strict=True)),
        }
    return found


def is_missing(case: StarCase, part: str, star: Star) -> bool:
    """As structure.missing decides it."""
    found = star.probabilities(star_features(case.words))
    place = PARTS.index(part)
    named = (found.argmax(axis=1) == place) & (found.max(axis=1) >= star.unclear)
    return bool(not named.any() and found[:, place].max() < star.absent[part])


def card(known: Sequence[StarCase], figures: dict[str, object]) -> dict[str, object]:
    """What a person needs to know about the artefact."""
    forms = [case.form for case in known]
    return {
        "made_on": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "made_by": "benchmarks/fit_star.py",
        "seed": SEED,
        "answers": {form: forms.count(form) for form in WEIGHTS},
        "weights": dict(WEIGHTS),
        "data": {
            "model answers": "the bank's, STAR-tagged by their writers, train and dev; S T A R name the parts kept",
            "candidate": f"question_bank/answers, behavioural, train and dev, labelled in {LABELS.name} by one reader",
        },
        "thresholds": "unclear and absent: from judges that never saw the question (fit_star.thresholds)",
        "figures": figures,
        "not_measured": "agreement between labellers; transcribed speech",
    }


if __name__ == "__main__":
    main()
