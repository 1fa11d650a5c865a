"""The head's artefact."""

import hashlib

import numpy as np
import pytest
from pydantic import ValidationError

from skillprep.config import ROOT
from skillprep.scoring.features import NAMES
from skillprep.scoring.head import Head, Joined
from skillprep.semantic.open_encoder import PACKAGED_SHA256
from skillprep.semantic.tuned import joined_sha256, sha256_of, shipped
from tests.scoring.making import HEAD

ARTEFACT = ROOT / "skillprep/scoring/head-stock.json"
TUNED = Head.from_json((ROOT / "skillprep/scoring/head.json").read_text("utf-8"))


@pytest.mark.parametrize("head", [HEAD, TUNED], ids=["stock", "tuned"])
def test_the_shipped_heads_fit_the_features_the_scorer_computes(head: Head) -> None:
    assert set(head.features) <= set(NAMES)


def test_the_head_was_fitted_to_the_encoder_that_is_shipped() -> None:
    assert TUNED.encoder_sha256 == joined_sha256(PACKAGED_SHA256, sha256_of(shipped("encoder")))


def test_its_hash_is_that_of_its_own_text() -> None:
    text = ARTEFACT.read_text("utf-8")
    assert HEAD.sha256 == hashlib.sha256(text.strip().encode()).hexdigest()
    assert Head.from_json(text.strip()).sha256 == HEAD.sha256


def test_its_card_says_what_it_was_made_from_and_how_good_it_is() -> None:
    assert {"made_on", "made_by", "data", "seed", "pairs", "figures", "not_measured"} <= HEAD.card.keys()


def test_more_of_a_feature_with_a_positive_coefficient_means_higher_odds() -> None:
    rows = np.tile(np.asarray(HEAD.mean), (2, 1))
    place = int(np.argmax(HEAD.coefficients))
    rows[1, place] += 1.0
    low, high = HEAD.logits(rows)
    assert low == pytest.approx(HEAD.intercept)
    assert high > low


@pytest.mark.parametrize("change", [{"mean": (0.0,)}, {"scale": (0.0,) * len(HEAD.features)}])
def test_a_head_that_cannot_be_computed_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Head.model_validate(HEAD.model_dump() | change)


def test_thresholds_out_of_order_are_refused() -> None:
    with pytest.raises(ValidationError, match="unsure_low"):
        Head.model_validate(HEAD.model_dump() | {"thresholds": HEAD.thresholds.model_dump() | {"covered": 0.1}})


def test_only_the_head_of_the_tuned_encoder_which_has_a_second_model_joins_the_odds_of_both() -> None:
    assert HEAD.joined is None
    assert TUNED.joined is not None
    assert TUNED.joined.own > 0
    assert TUNED.joined.follows > 0


def test_a_target_is_the_likelier_the_more_it_follows() -> None:
    joined = Joined(own=0.5, follows=0.4, intercept=-0.1)
    assert joined.logit(2.0, 1.0) == pytest.approx(1.3)
    assert joined.logit(2.0, 1.5) > joined.logit(2.0, 1.0)
