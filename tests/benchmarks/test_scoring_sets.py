import json
from pathlib import Path

import pytest

from benchmarks.held_out import answer_part, part_of
from benchmarks.scoring_sets import SAF, SETS, SHORT_ANSWERS, pieces, saf_cases, short_answer_cases
from skillprep.semantic.hashing import HashingEncoder

EMBED = HashingEncoder()
QUESTION = {"module": "EM", "question": "How did you separate the salt from the water?"}
REFERENCES = [{"text": "The water was evaporated, leaving the salt."}, {"text": "By evaporation of the water."}]
PARTS = ("train", "dev", "unseen-answer", "unseen-question", "unseen-domain")


def short_row(question_id: str, answer_id: str, label: str, module: str = "EM") -> dict[str, object]:
    answer = {"answer_id": answer_id, "answer": "We let the water evaporate.", "label3": label}
    return QUESTION | answer | {"question_id": question_id, "references": REFERENCES, "module": module}


def written(folder: Path, name: str, rows: list[dict[str, object]]) -> Path:
    (folder / name).write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return folder


def test_every_short_answer_belongs_to_exactly_one_part(tmp_path: Path) -> None:
    rows = [short_row(f"q{q}", f"q{q}.{a}", "correct", "LF" if q == 0 else "EM") for q in range(12) for a in range(6)]
    folder = written(tmp_path, SHORT_ANSWERS["scientsbank"], rows)
    found = {part: short_answer_cases("scientsbank", part, EMBED, folder=folder) for part in PARTS}
    assert sum(map(len, found.values())) == len(rows)
    assert {case.group for case in found["unseen-domain"]} == {"q0"}
    assert len(short_answer_cases("scientsbank", "unseen-domain", EMBED, every=4, folder=folder)) == 2
    trained_on = {case.group for case in found["train"]}
    assert not trained_on & {case.group for part in ("dev", "unseen-question") for case in found[part]}


def test_a_short_answer_has_one_target_whose_texts_are_the_references(tmp_path: Path) -> None:
    labels = ("correct", "contradictory", "incorrect")
    rows = [short_row("q1", str(place), label, "MS") for place, label in enumerate(labels)]
    folder = written(tmp_path, SHORT_ANSWERS["beetle"], rows)
    cases = short_answer_cases("beetle", "unseen-domain", EMBED, folder=folder)
    assert [case.labels for case in cases] == [{0: 1}, {0: 0}, {0: 0}]
    assert [case.label3 for case in cases] == list(labels)
    assert [target.texts for target in cases[0].reference.targets] == [tuple(r["text"] for r in REFERENCES)]
    assert cases[0].reference.prompt == QUESTION["question"]
    assert len(cases[0].windows) == 1


def test_saf_answers_keep_their_score_and_no_point_is_labelled(tmp_path: Path) -> None:
    row = {"question": "What is DHCP?", "reference": "It assigns addresses. It replaced RARP in most networks."}
    rows = [row | {"question_id": f"q{q}", "answer": "It gives out addresses.", "score": 0.75} for q in range(20)]
    folder = written(tmp_path, SAF, rows)
    found = {part: saf_cases(part, EMBED, folder=folder) for part in ("train", "dev", "test")}
    assert sum(map(len, found.values())) == 20
    assert {case.group for case in found["test"]} == {f"q{q}" for q in range(20) if part_of(f"q{q}") == "test"}
    case = found["train"][0]
    assert (case.score, case.labels, case.points) == (0.75, {}, 2)


def test_a_reference_is_cut_into_sentences_and_list_items() -> None:
    listed = "1.A bridge table maps stations. 2.It is initially empty. Fields: -Sequence number -Urgent pointer"
    assert pieces(listed) == [
        "A bridge table maps stations.",
        "It is initially empty.",
        "Sequence number",
        "Urgent pointer",
    ]


def test_a_reference_of_which_no_piece_says_anything_is_one_piece() -> None:
    assert pieces("BCA.") == ["BCA."]


def test_without_the_shared_folder_there_are_no_cases(tmp_path: Path) -> None:
    assert short_answer_cases("beetle", "dev", EMBED, folder=tmp_path) == []
    assert saf_cases("dev", EMBED, folder=tmp_path) == []


def test_no_answer_of_the_real_sets_is_both_trained_on_and_measured() -> None:
    if not SETS.is_dir():
        pytest.skip("the labelled answers of other projects are not on this machine (../shared/data/scoring)")
    for name in SHORT_ANSWERS.values():
        rows = [json.loads(line) for line in (SETS / name).read_text("utf-8").splitlines()]
        parts = {row["answer_id"]: answer_part(row["question_id"], row["module"], row["answer_id"]) for row in rows}
        questions = {part: {row["question_id"] for row in rows if parts[row["answer_id"]] == part} for part in PARTS}
        others = set().union(*(questions[part] for part in ("dev", "unseen-question", "unseen-domain")))
        assert questions["train"].isdisjoint(others)
        assert questions["unseen-answer"] <= questions["train"]
