"""Agreement between two readers."""

from benchmarks.scoring_readers import agreement
from skillprep.bank.labelled import AnswerFile, Label, LabelledAnswer, Quality, Reading
from tests.scoring.making import question

TEXT = "We compared the error rates of the groups and told the owner what we had found in them."


def file(first: set[str], second: set[str] | None) -> AnswerFile:
    def labels(ids: set[str]) -> tuple[Label, ...]:
        return tuple(Label(id=one, sentences=(1,)) for one in sorted(ids))

    again = None if second is None else Reading(covered=labels(second))
    answer = LabelledAnswer(quality=Quality.STRONG, text=TEXT, covered=labels(first), second=again)
    return AnswerFile(question=question().id, answers=(answer,))


def test_readers_who_name_the_same_points_agree_and_each_difference_lowers_it() -> None:
    asked, ids = {question().id: question()}, [point.id for point in question().points]
    same = agreement(asked, [file({ids[0]}, {ids[0]})], 10)[0]
    other = agreement(asked, [file({ids[0]}, {ids[1]})], 10)[0]
    assert (same.about, same.answers, same.n, same.same.value, same.kappa.value) == ("points", 1, len(ids), 1.0, 1.0)
    assert other.same.value == 1 - 2 / len(ids)
    assert other.kappa.value < 0


def test_answers_that_were_read_once_say_nothing_about_agreement() -> None:
    asked = {question().id: question()}
    assert agreement(asked, [file({question().points[0].id}, None)], 10) == []
