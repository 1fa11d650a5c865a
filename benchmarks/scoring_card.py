"""The model card, in Hugging Face's layout: `make model-card`. Writes docs/model-card.md.

Every number is read from benchmarks/results and from the cards beside the weights; what they lack is said to be
missing. The words around the numbers are in scoring_card.md.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any

import yaml

from benchmarks.scoring_data import PROJECT
from skillprep.scoring.head import Head

CARD = PROJECT / "docs/model-card.md"
WORDS = PROJECT / "benchmarks/scoring_card.md"
RESULTS = "benchmarks/results"
HEAD = "skillprep/scoring/head.json"
OURS = "SkillPrep"
WHO_SPEAKS = "who speaks"
"""The family of benchmarks/attacks in which only the speaker changes."""
METADATA = {
    "language": ["en"],
    "license": "apache-2.0",
    "library_name": "sentence-transformers",
    "pipeline_tag": "text-classification",
    "tags": ["short-answer-scoring", "interview-practice", "key-point-matching", "calibrated", "cpu"],
    "base_model": "sentence-transformers/all-MiniLM-L6-v2",
    "base_model_relation": "finetune",
    "datasets": [
        "IBM/KPA_2021_shared_task",
        "myrosia/semeval-2013-task7",
        "dmlls/cannot-dataset",
        "nyu-mll/multi_nli",
        "stanfordnlp/snli",
    ],
}
METRICS = {
    "AUC": "roc_auc",
    "AP": "average_precision",
    "F1": "f1",
    "macro-F1": "f1_macro",
    "accuracy": "accuracy",
    "ECE": "expected_calibration_error",
    "strict mAP": "mean_average_precision_strict",
    "relaxed mAP": "mean_average_precision_relaxed",
    "Pearson": "pearsonr",
    "RMSE": "rmse",
    "kappa": "quadratic_weighted_kappa",
}
"""Measures that stand in the metadata, by the type they have there."""
MADE = ("made_by", "made_on", "base", "encoder", "rank", "epochs", "learning_rate", "seeds", "seed", "weights")
"""What of a part's card tells how it was made, in order."""
NOT_MEASURED = (
    "agreement with ratings by professional interviewers, and any relation to performance in a job",
    "differences between groups of real candidates",
    "answers by people who speak English as a further language, apart from made perturbations",
    "the test parts of ArgKP, SciEntsBank, Beetle and SAF, which are kept apart for an outside check",
    "how figures move over several seeds of the whole chain",
    "questions outside the bank's skills, written by others",
)
NOTHING = "-"
Json = dict[str, Any]


@dataclass(frozen=True)
class Sources:
    """The files that the card is made of; a file that is absent is an empty dict."""

    scoring: Json
    attacks: Json
    latency: Json
    encoder: Json
    polarity: Json
    head: Json
    star: Json
    disowning: Json
    head_sha256: str
    features: int


def main() -> None:
    """Write the card."""
    CARD.parent.mkdir(exist_ok=True)
    CARD.write_text(render(read_sources(PROJECT)), "utf-8")
    print(f"wrote {CARD.relative_to(PROJECT)}")


def read_sources(root: Path) -> Sources:
    """Everything that was measured and written down."""
    head = Head.from_json((root / HEAD).read_text("utf-8"))
    return Sources(
        scoring=read(root / RESULTS / "scoring.json"),
        attacks=read(root / RESULTS / "attacks.json"),
        latency=read(root / RESULTS / "latency.json"),
        encoder=read(root / "skillprep/semantic/tuned.json"),
        polarity=read(root / "skillprep/semantic/polarity.json"),
        head=dict(head.card),
        star=read(root / "skillprep/scoring/star.json").get("card", {}),
        disowning=read(root / "skillprep/scoring/disowning.json").get("card", {}),
        head_sha256=head.sha256,
        features=len(head.features),
    )


def read(path: Path) -> Json:
    """A file of JSON; empty when it is absent."""
    found: Json = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    return found


def render(found: Sources) -> str:
    """The whole card."""
    metadata = METADATA | {"model-index": [{"name": "skillprep-scorer", "results": list(index_results(found))}]}
    return Template(WORDS.read_text("utf-8")).substitute(
        front_matter=yaml.safe_dump(metadata, sort_keys=False, allow_unicode=True, width=120),
        features=found.features,
        training_data=training_data(found),
        procedure=procedure(found),
        evaluation=evaluation(found),
        attacks=attacks(found),
        cost=cost(found),
        bias=bias(found),
        not_measured=not_measured(found),
    )


def index_results(found: Sources) -> Iterator[Json]:
    """One result for each set on which the scorer has a row."""
    for row in found.scoring.get("rows", []):
        if row["judge"] == OURS:
            metrics = [
                {"type": METRICS[name], "name": name, "value": round(figure["value"], 4)}
                for name, figure in row["figures"].items()
                if name in METRICS
            ]
            kind = re.sub(r"[^a-z0-9]+", "-", row["data"].lower())
            yield {
                "task": {"type": "text-classification", "name": "Is the expected point made?"},
                "dataset": {"name": row["data"], "type": kind},
                "metrics": metrics,
            }


def training_data(found: Sources) -> str:
    """Which data shaped which part, under which licence."""
    rows = [
        (part, one["name"], one["licence"], f"{one['pairs']:,}")
        for part, card in (("encoder", found.encoder), ("polarity model", found.polarity))
        for one in card.get("data", [])
    ]
    pairs = found.head.get("pairs", {})
    rows += [("head", f"{key}: {words}", "", counted(key, pairs)) for key, words in found.head.get("data", {}).items()]
    rows += [("structure (STAR)", f"{key}: {words}", "", "") for key, words in found.star.get("data", {}).items()]
    sentences = found.disowning.get("sentences", {})
    rows += [
        ("sentences taken back", f"sentences that {kind}", "Apache-2.0", f"{n:,}") for kind, n in sentences.items()
    ]
    missing = [name for name, card in (("encoder", found.encoder), ("polarity model", found.polarity)) if not card]
    lines = [table(("part", "data", "licence", "pairs"), rows)]
    lines += [
        f"The {name} has no card beside its weights yet: what shaped it is not recorded here." for name in missing
    ]
    return "\n\n".join(lines)


def counted(key: str, pairs: Mapping[str, int]) -> str:
    """How many pairs a line of the head's data stands for; a line may name several kinds."""
    total = sum(pairs.get(kind.strip(), 0) for kind in key.split(","))
    return f"{total:,}" if total else ""


def procedure(found: Sources) -> str:
    """How each part was made, from its own card."""
    parts = (
        ("Encoder", found.encoder),
        ("Polarity model", found.polarity),
        ("Head", found.head),
        ("Structure (STAR)", found.star),
    )
    told = [
        f"**{name}.** " + "; ".join(f"{key.replace('_', ' ')}: {plain(card[key])}" for key in MADE if key in card) + "."
        for name, card in parts
        if card
    ]
    if figures := found.disowning.get("figures_with_writers_left_out"):
        told.append(
            f"**Sentences taken back.** made by: {found.disowning['made_by']}; writers: {found.disowning['writers']};"
            f" threshold: {found.disowning['threshold']}. Of writers left out of the fit, {figures['found']:.2f} of the"
            f" sentences that take back others are found, and {figures['called_that_only_sound_like_it']:.2f} of those"
            " that only sound like it are called so; of sentences that say who somebody is, which the fit then lacked,"
            f" {figures['called_of_personal']:.2f}, and of small talk {figures['called_of_talk']:.2f}."
        )
    measured = [
        f"Measured when the {name} was made ({card.get('measure', 'shares flagged, and the AUC between the two')}):\n\n"
        f"{nested_table(card['figures'])}"
        for name, card in (("encoder", found.encoder), ("polarity model", found.polarity))
        if card.get("figures")
    ]
    return "\n\n".join([*told, *measured])


def plain(value: object) -> str:
    """A value of a card in words."""
    if isinstance(value, dict):
        return ", ".join(f"{key} {plain(one)}" for key, one in value.items())
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def evaluation(found: Sources) -> str:
    """The table of `make bench-scoring`, with what is no row of it."""
    rows = found.scoring.get("rows", [])
    if not rows:
        return "Not measured yet: `make bench-scoring` does."
    head, day = found.scoring["head_sha256"], found.scoring.get("measured_on", "an unknown day")
    told = f"`make bench-scoring` on {day}, head `{head[:12]}`."
    if head != found.head_sha256:
        told += "\n\n**These figures are of another head** than the one that ships: run `make bench-scoring` again."
    names = dict.fromkeys(row["data"] for row in rows)
    sets = [set_table(name, [row for row in rows if row["data"] == name]) for name in names]
    return "\n\n".join([told, *sets, *certainty(found.scoring)])


def set_table(data: str, rows: Sequence[Json]) -> str:
    """One set: a line for each measure, a column for each judge."""
    judges = [row["judge"] for row in rows]
    names = dict.fromkeys(name for row in rows for name in row["figures"])
    lines = [(name, *(interval(row["figures"].get(name)) for row in rows)) for name in names]
    return f"**{data}** ({rows[0]['n']:,} judgements)\n\n{table(('measure', *judges), lines)}"


def certainty(scoring: Json) -> Iterator[str]:
    """States, calibration, coverage and evidence deletion, each where it was measured."""
    if states := scoring.get("states"):
        rows = [(one["state"], one["n"], one["made"], share(one["made"], one["n"])) for one in states]
        yield "**What the states of points are worth** (labelled answers to the test questions)\n\n" + table(
            ("state", "points", "of which made", "share"), rows
        )
    for one in scoring.get("certainty", []):
        bins = [(f"{b['mean_score']:.2f}", f"{b['mean_label']:.2f}", b["n"]) for b in one["bins"]]
        yield (
            f"**Calibration and coverage, {one['data']}** ({one['n']:,} judgements). Accuracy when the most certain"
            f" 80 % are decided: {interval(one['accuracy_at_80'])}. Outside the unsure band:"
            f" {interval(one['band_coverage'])} of the judgements; accuracy there: {interval(one['band_accuracy'])}."
            f"\n\n{table(('said', 'true', 'n'), bins)}"
        )
    if gone := scoring.get("deletion"):
        yield (
            f"**Evidence deletion** ({gone['fell']['n']:,} covered points). Without the sentences shown as evidence the"
            f" probability falls for {interval(gone['fell'])} of them, by {interval(gone['mean_fall'])} in the mean;"
            f" {interval(gone['no_longer_covered'])} are no longer covered. A point's probability is that of its best"
            " sentences, so only the size of the fall could have surprised."
        )
    if readers := scoring.get("readers"):
        rows = [
            (one["about"], one["answers"], one["n"], interval(one["same"]), interval(one["kappa"])) for one in readers
        ]
        yield (
            "**What two readers agree on** (answers to the test questions, read twice; the second reader saw no label"
            " of the first. All readers were language models of one family, so people would agree less)\n\n"
            + table(("about", "answers", "judgements", "same", "kappa"), rows)
        )


def attacks(found: Sources) -> str:
    """How many demands of `make bench-attacks` are met, and which are not."""
    rows = [row for row in found.attacks.get("rows", []) if row["passed"] is not None]
    if not rows:
        return "Not measured yet: `make bench-attacks` does."
    met = [
        f"{sum(row['passed'] for row in some)} of {len(some)} demands on {half} attacks"
        for half in ("development", "held-out")
        if (some := [row for row in rows if row["half"] == half])
    ]
    failed = [
        (row["name"], row["half"], row["demand"], row["limit"], interval(row["figure"]))
        for row in rows
        if not row["passed"]
    ]
    told = f"Met on {found.attacks['n_questions']} {found.attacks['questions']} questions: {' and '.join(met)}."
    if not failed:
        return told
    return f"{told} Not met:\n\n" + table(("attack", "half", "demand", "limit", "measured"), failed)


def bias(found: Sources) -> str:
    """What changing who speaks does to a score, and what that does not show."""
    rows = [row for row in found.attacks.get("rows", []) if row["family"] == WHO_SPEAKS]
    if not rows:
        return "That was not measured yet."
    lines = [(row["name"], row["half"], row["n"], interval(row["figure"])) for row in rows]
    return table(("what was changed", "half", "answers", "mean change of the score"), lines)


def cost(found: Sources) -> str:
    """What scoring takes: one answer, many at once, memory."""
    answers = found.latency.get("one_answer", {})
    if not answers:
        return "Not measured yet: `make bench-latency` does."
    rows = [
        (name, one["sentences"], f"{one['score_ms']:.0f}", f"{one['score_ms_p95']:.0f}", f"{one['of_encoder']:.2f}")
        for name, one in answers.items()
    ]
    heads = ("answer", "sentences", "median ms", "95th percentile ms", "times the encoder alone")
    many, memory = found.latency["at_once"], max(one["resident_mib"] for one in found.latency["workers"])
    return (
        f"One answer, on the {found.latency['cores']} cores that measured it:\n\n{table(heads, rows)}\n\n"
        f"{many['candidates']} candidates at once get {many['share_of_batch']:.2f} of the sentences a second that one "
        f"batch gets. A worker takes {memory:.0f} MiB."
    )


def not_measured(found: Sources) -> str:
    """What no file says anything about."""
    cards = (found.encoder, found.polarity, found.head, found.star, found.disowning)
    more = [str(card["not_measured"]) for card in cards if card.get("not_measured")]
    return "\n".join(f"- {line[:1].upper()}{line[1:].rstrip('.')}." for line in (*NOT_MEASURED, *more))


def share(part: int, whole: int) -> str:
    """A share of counts; a dash for none."""
    return f"{part / whole:.2f}" if whole else NOTHING


def interval(figure: Json | None) -> str:
    """A value with its interval; a dash where there is none."""
    if figure is None or figure["value"] is None:
        return NOTHING
    return f"{figure['value']:.3f} [{figure['low']:.3f}, {figure['high']:.3f}]"


def nested_table(figures: Mapping[str, Any]) -> str:
    """Figures of figures as a table; deeper ones are joined."""
    flat = {name: flattened(one) for name, one in figures.items() if isinstance(one, dict)}
    names = list(dict.fromkeys(key for one in flat.values() for key in one))
    return table(("", *names), [(name, *(one.get(key, NOTHING) for key in names)) for name, one in flat.items()])


def flattened(one: Mapping[str, Any]) -> dict[str, str]:
    """Names to what stands in a cell; an interval is one cell."""
    found: dict[str, str] = {}
    for key, value in one.items():
        if isinstance(value, dict) and {"value", "low", "high"} <= value.keys():
            found[key] = interval(value)
        elif isinstance(value, dict):
            found |= {f"{key} {inner}": words for inner, words in flattened(value).items()}
        else:
            found[key] = f"{value:.3f}" if isinstance(value, float) else str(value)
    return found


def table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(str(cell).replace("|", "\\|") for cell in line) + " |" for line in lines)


if __name__ == "__main__":
    main()
