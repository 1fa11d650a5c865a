"""Sentences that make a point in other words or only come near it: what training relies on."""

from benchmarks.scoring_data import in_parts, load_questions
from benchmarks.tuning.contrasts import contrasts
from benchmarks.tuning.tellings import tellings


def test_each_point_of_the_train_questions_has_them_once_and_no_other_point_does() -> None:
    points = [(question.id, point.id) for question in in_parts(load_questions(), "train") for point in question.points]
    assert sorted((one.question, one.point) for one in tellings("train")) == sorted(points)


def test_no_sentence_stands_twice_or_in_the_bank() -> None:
    texts = [text for one in tellings("train") for text in (*one.makes, *one.misses)]
    bank = {text for question in load_questions() for point in question.points for text in point.phrasings}
    by_hand = {text for one in contrasts("train") for text in (*one.denials.values(), one.affirmed)}
    assert len(set(texts)) == len(texts)
    assert (bank | by_hand).isdisjoint(texts)


def test_where_readers_disagreed_with_the_author_there_is_no_sentence() -> None:
    found = list(tellings("train"))
    left_out = [one for one in found if None in (one.told, one.plain, one.near, one.drift)]
    assert 0 < len(left_out) < 0.05 * len(found)
    assert all(len(one.makes) + len(one.misses) < 4 for one in left_out)
