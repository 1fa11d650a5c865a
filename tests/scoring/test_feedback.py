"""What the candidate is told about a score: specific, in their own words and the bank's, with one next step."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillprep.bank.load import load_bank
from skillprep.bank.question import Question
from skillprep.bank.rubric import step_as_question
from skillprep.bank.vocabulary import Kind, Level, StarTag
from skillprep.config import ROOT
from skillprep.scoring.feedback import Feedback, NextStep, Step, feedback_on
from skillprep.scoring.guard_steps import STEPS
from skillprep.scoring.score import score_answer
from skillprep.scoring.values import (
    Effect,
    Evidence,
    Guard,
    GuardName,
    PointState,
    Score,
    SentencePart,
    Span,
    StoryPart,
    Structure,
)
from tests.scoring.making import FILLER, GOOD, HASHING, question

STORY = question().model_copy(update={"kind": Kind.BEHAVIOURAL})
PITFALL = "We simply dropped the gender column and the bias was gone."
GERMAN = "Zuerst lege ich mit der Rechtsabteilung die Gruppen fest. Danach messe ich die Quoten und suche die Ursache."
TOLD = (
    "At a bank we had a model that ranked letters.",
    "I asked two clerks what they saw.",
    "Then I counted three hundred letters.",
    "After that it was better.",
)


def scored(text: str, level: Level = Level.INTERMEDIATE, asked: Question | None = None) -> Score:
    return score_answer(asked or question(), text, level, HASHING, "test")


def told(text: str, level: Level = Level.INTERMEDIATE, asked: Question | None = None) -> Feedback:
    return feedback_on(asked or question(), scored(text, level, asked), text)


def with_states(states: dict[str, PointState], **changes: object) -> Score:
    """A score of GOOD with these states of its points, others covered; nothing is left to be reviewed."""
    counted = {PointState.COVERED: 1.0, PointState.PARTLY: 0.6, PointState.UNSURE: 0.3, PointState.MISSED: 0.0}
    score = scored(GOOD)
    points = []
    for point in score.points:
        state = states.get(point.point_id, PointState.COVERED)
        found = {"state": state, "contribution": counted[state], "evidence": evidence(0), "denied": False}
        points.append(point.model_copy(update=found if state is not PointState.MISSED else found | {"evidence": None}))
    plain = {"points": tuple(points), "guards": (), "needs_review": False, "value": 0.9, "lift_to": None, "lift": ()}
    return score.model_copy(update=plain | changes)


def evidence(place: int) -> Evidence:
    return Evidence(first=place, last=place, span=scored(GOOD).sentences[place])


def structured(*parts: StoryPart, missing: tuple[StarTag, ...] = ()) -> tuple[Score, str]:
    """A score of as many sentences of TOLD, each playing the part given."""
    text = " ".join(TOLD[: len(parts)])
    spans = [Span(start=text.index(one), end=text.index(one) + len(one)) for one in TOLD[: len(parts)]]
    found = Structure(
        sentences=tuple(SentencePart(part=part, probability=0.9) for part in parts),
        shares={part: parts.count(part) / len(parts) for part in StoryPart},
        missing=missing,
        star_sha256="0" * 64,
    )
    return with_states({}, structure=found, sentences=tuple(spans)), text


def test_what_is_covered_is_quoted_in_the_candidates_own_words() -> None:
    found = told(GOOD)
    assert [said.point_id for said in found.covered][:1] == ["groups"]
    for said in found.covered:
        assert said.quote.strip("“” …") in GOOD
        assert len(said.quote) <= 120


def test_what_is_missing_comes_with_the_banks_advice_the_heaviest_first() -> None:
    asked = question().model_copy(
        update={
            "points": tuple(
                point.model_copy(update={"weight": 2.0 if point.id == "written" else 1.0})
                for point in question().points
            )
        }
    )
    score = with_states({"errors": PointState.MISSED, "written": PointState.MISSED})
    found = feedback_on(asked, score, GOOD)
    assert [one.point_id for one in found.to_add] == ["written", "errors"]
    assert found.to_add[0].advice == asked.points[2].advice
    assert found.next_step.about is Step.POINT
    assert (found.next_step.point_id, found.next_step.text) == ("written", asked.points[2].advice)


def test_points_of_higher_levels_are_not_asked_for() -> None:
    found = feedback_on(question(), with_states({"alarm": PointState.MISSED}), GOOD)
    assert found.to_add == ()
    assert found.summary == "You covered all 3 points expected at Intermediate."


@pytest.mark.parametrize(
    ("states", "summary"),
    [
        ({"errors": PointState.MISSED}, "You covered 2 of the 3 points expected at Intermediate."),
        (
            {"errors": PointState.PARTLY, "written": PointState.UNSURE},
            "You covered 1 of the 3 points expected at Intermediate and touched 1 more."
            " About one of them the software is not sure.",
        ),
        (
            dict.fromkeys(("groups", "errors", "written"), PointState.MISSED),
            "None of the 3 points expected at Intermediate is plain yet.",
        ),
    ],
)
def test_the_summary_counts_what_was_found(states: dict[str, PointState], summary: str) -> None:
    assert feedback_on(question(), with_states(states), GOOD).summary == summary


def test_a_pitfall_is_quoted_and_explained() -> None:
    text = f"{GOOD} {PITFALL}"
    (hit,) = told(text).to_avoid
    assert hit.quote == f"“{PITFALL.rstrip('.')}”"
    assert hit.advice == question().pitfalls[0].advice


def test_when_all_is_said_the_pitfall_is_the_next_step() -> None:
    score = with_states({})
    hit = score.pitfalls[0].model_copy(update={"hit": True, "deduction": 0.1, "evidence": evidence(1)})
    step = feedback_on(question(), score.model_copy(update={"pitfalls": (hit,)}), GOOD).next_step
    assert (step.about, step.pitfall_id) == (Step.PITFALL, "deleted")
    assert step.text.startswith("Leave out “Then I measure")


def test_the_perfect_answer_is_sent_to_the_next_level_and_then_to_practice_aloud() -> None:
    upwards = with_states({"alarm": PointState.MISSED}, lift_to=Level.ADVANCED, lift=("alarm",))
    step = feedback_on(question(), upwards, GOOD).next_step
    assert (step.about, step.point_id) == (Step.LEVEL, "alarm")
    assert "Advanced" in step.text
    done = feedback_on(question(), with_states({}), GOOD).next_step
    assert done.about is Step.REHEARSE
    assert question().probes[0] in done.text


def test_what_the_software_cannot_tell_a_person_is_asked() -> None:
    states = {"errors": PointState.UNSURE, "written": PointState.UNSURE}
    step = feedback_on(question(), with_states(states, needs_review=True), GOOD).next_step
    assert step.about is Step.UNSURE
    assert "Ask somebody who knows the subject: does sentence 1, “First I would write down" in step.text
    assert question().points[1].statement in step.text


def test_unsure_without_evidence_still_says_what_to_ask() -> None:
    score = with_states({"errors": PointState.UNSURE}, needs_review=True)
    points = tuple(point.model_copy(update={"evidence": None}) for point in score.points)
    step = feedback_on(question(), score.model_copy(update={"points": points}), GOOD).next_step
    assert step.text == f"Ask somebody who knows the subject whether you say this: {question().points[1].statement}"


GUARDED = {
    GuardName.EMPTY: "  ?! ",
    GuardName.TOO_SHORT: "I would check it.",
    GuardName.NOT_PROSE: "asdf jkl qwer zxcv hjkl asdfg poiu lkjh",
    GuardName.QUESTION_COPIED: question().prompt,
    GuardName.KEYWORD_LIST: "fairness, metrics, audits, logging, monitoring, stakeholders, compliance, groups",
    GuardName.OFF_TOPIC: " ".join(FILLER),
    GuardName.MODEL_ANSWER_PASTED: question().model_answers[0].text,
    GuardName.OTHER_LANGUAGE: GERMAN,
}


def test_every_guard_has_a_next_step_of_its_own() -> None:
    steps = [step_after(name, text) for name, text in GUARDED.items()]
    assert {step.about for step in steps} == {Step.GUARD}
    assert len({step.text for step in steps}) == len(GUARDED)


def step_after(name: GuardName, text: str) -> NextStep:
    """The step when this guard alone stops the answer."""
    guard = Guard(name=name, effect=Effect.ZERO, reason="A reason.")
    return feedback_on(question(), scored(text).model_copy(update={"guards": (guard,)}), text).next_step


@pytest.mark.parametrize("name", GUARDED)
def test_what_a_guard_stops_is_summed_up_by_its_reason_and_covers_nothing(name: GuardName) -> None:
    score = scored(GUARDED[name])
    found = feedback_on(question(), score, GUARDED[name])
    stops = [guard.reason for guard in score.guards if guard.effect is not Effect.REVIEW]
    assert bool(stops) == (found.summary in stops)
    assert not stops or (found.covered, found.to_add) == ((), ())


@pytest.mark.parametrize("name", GuardName)
def test_no_guard_is_without_words(name: GuardName) -> None:
    guard = Guard(name=name, effect=Effect.REVIEW, reason="A reason.")
    assert feedback_on(question(), with_states({}, guards=(guard,)), GOOD).next_step.text
    assert name in STEPS or name in {
        GuardName.KEYWORD_LIST,
        GuardName.QUESTION_COPIED,
        GuardName.OFF_TOPIC,
        GuardName.POINTS_DENIED,
    }


def test_a_list_of_terms_is_told_which_term_to_begin_with() -> None:
    assert "“fairness”" in told(GUARDED[GuardName.KEYWORD_LIST]).next_step.text


def test_a_denied_point_is_shown_with_the_sentence_that_seems_to_deny_it() -> None:
    score = with_states({"errors": PointState.UNSURE})
    points = tuple(point.model_copy(update={"denied": point.point_id == "errors"}) for point in score.points)
    guard = Guard(name=GuardName.POINTS_DENIED, effect=Effect.REVIEW, reason="A reason.")
    step = feedback_on(question(), score.model_copy(update={"points": points, "guards": (guard,)}), GOOD).next_step
    assert "sentence 1, “First I would" in step.text
    assert question().points[1].statement.rstrip(".") in step.text


def test_a_question_that_asks_for_no_story_gets_no_word_about_the_telling() -> None:
    score, text = structured(StoryPart.SITUATION, StoryPart.ACTION, StoryPart.ACTION, missing=(StarTag.RESULT,))
    assert feedback_on(question(), score, text).story == ()
    assert feedback_on(STORY, score, text).story == ("No result found: say what changed, with a number.",)


def test_the_telling_is_the_next_step_once_the_content_passes() -> None:
    score, text = structured(StoryPart.SITUATION, StoryPart.ACTION, StoryPart.ACTION, missing=(StarTag.RESULT,))
    assert feedback_on(STORY, score, text).next_step.about is Step.STORY
    missed = {"points": with_states({"errors": PointState.MISSED}).points, "value": 0.5}
    assert feedback_on(STORY, score.model_copy(update=missed), text).next_step.about is Step.POINT


def test_a_result_without_a_number_is_quoted() -> None:
    score, text = structured(StoryPart.SITUATION, StoryPart.ACTION, StoryPart.ACTION, StoryPart.RESULT)
    assert feedback_on(STORY, score, text).story[0].startswith("Your result, “After that it was better”, has no number")
    score, text = structured(StoryPart.SITUATION, StoryPart.ACTION, StoryPart.RESULT)
    assert feedback_on(STORY, score, text).story == ()


@pytest.mark.parametrize(
    ("parts", "missing", "note"),
    [
        ((StoryPart.REMARK,) * 3, (), "Nearly all of this is said in general, such as “At a bank"),
        ((StoryPart.REMARK, StoryPart.ACTION), (), ""),
        ((StoryPart.REMARK, StoryPart.REMARK, StoryPart.ACTION), (), "67 % of your words are said in general"),
        ((StoryPart.SITUATION, StoryPart.SITUATION, StoryPart.RESULT), (StarTag.ACTION,), "No action found"),
        ((StoryPart.SITUATION,) * 3, (), "The situation takes 100 % of your words"),
        ((StoryPart.ACTION,) * 3, (StarTag.SITUATION,), "No situation found"),
        ((StoryPart.ACTION,) * 3, (StarTag.TASK,), "No task found"),
    ],
)
def test_the_telling_is_judged_by_what_was_found(
    parts: tuple[StoryPart, ...], missing: tuple[StarTag, ...], note: str
) -> None:
    score, text = structured(*parts, missing=missing)
    notes = feedback_on(STORY, score, text).story
    assert any(one.startswith(note) for one in notes) if note else notes == ()
    assert len(notes) <= 2


def test_two_answers_that_differ_get_different_feedback() -> None:
    first, second = GOOD.split(". ", 1)
    assert told(f"{first}. {FILLER[0]}") != told(f"{second} {FILLER[0]}")


def test_what_the_bank_has_dropped_since_is_left_out() -> None:
    asked = question().model_copy(update={"points": question().points[1:], "pitfalls": ()})
    found = feedback_on(asked, scored(f"{GOOD} {PITFALL}"), f"{GOOD} {PITFALL}")
    assert "groups" not in [said.point_id for said in (*found.covered, *found.to_add)]
    assert found.to_avoid == ()


def test_the_step_of_a_project_has_feedback_too() -> None:
    bank = load_bank(ROOT / "question_bank").bank
    asked = step_as_question(bank.project("loan-model-card-audit"), "impact-ratios")
    for text in ("", GOOD, "Women reach 0.89 of the approval rate of men, the young 0.74 of the older band."):
        assert told(text, asked.level, asked).next_step.text


@settings(deadline=None, max_examples=60)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from((*FILLER, GOOD, PITFALL, *TOLD))).map(" ".join)))
def test_any_answer_gets_exactly_one_next_step_and_only_its_own_words(text: str) -> None:
    found = told(text, asked=STORY)
    assert found.next_step.text
    assert found.summary
    for quote in (*(said.quote for said in found.covered), *(hit.quote for hit in found.to_avoid)):
        assert quote.strip("“” …") in " ".join(text.split())
    assert Feedback.model_validate_json(found.model_dump_json()) == found
