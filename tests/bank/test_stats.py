"""bank_stats: what there is, what is missing, and what is not served."""

from skillprep.bank.load import load_bank
from skillprep.bank.stats import bank_stats
from skillprep.bank.vocabulary import Kind, Level, Status
from tests.bank.build import BankFiles
from tests.bank.content import OTHER_SKILL, QUESTION, SKILL, question

ASKED = f"questions/{SKILL}/{QUESTION}.yaml"


def test_ready_questions_are_counted_by_skill_level_and_kind(files: BankFiles) -> None:
    files.write(f"questions/{SKILL}/another-one.yaml", question("another-one"))
    stats = bank_stats(load_bank(files.directory).bank)
    assert stats.questions[SKILL, Level.INTERMEDIATE, Kind.BEHAVIOURAL] == 2
    assert stats.questions[OTHER_SKILL, Level.INTERMEDIATE, Kind.BEHAVIOURAL] == 1
    assert stats.ready_questions == 3
    assert stats.minutes == 15
    assert stats.points_per_question == {4: 3}
    assert (stats.skills, stats.projects, stats.careers, stats.tools, stats.terms) == (2, 1, 1, 2, 2)


def test_gaps_show_as_zero(files: BankFiles) -> None:
    stats = bank_stats(load_bank(files.directory).bank)
    assert stats.questions[SKILL, Level.BEGINNER, Kind.CASE] == 0
    assert len(stats.gaps) == 2 * len(Level) * len(Kind) - 2


def test_statuses_count_what_is_not_served_too(files: BankFiles) -> None:
    files.change(ASKED, lambda content: content.update(status="draft"))
    stats = bank_stats(load_bank(files.directory).bank)
    assert stats.statuses == {Status.DRAFT: 1, Status.REVIEW: 0, Status.READY: 1, Status.RETIRED: 0}
    assert stats.ready_questions == 1
