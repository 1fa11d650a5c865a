"""Answers that were scored before are scored by the scorer of now."""

import datetime
import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Row, Select, and_, func, or_, select

from skillprep.actions.score_answer import append, scorer_identity
from skillprep.actions.warm_up import silent
from skillprep.bank.bank import Bank
from skillprep.bank.vocabulary import Level
from skillprep.errors import NotFoundError, ScorerUnavailableError, SkillPrepError
from skillprep.scoring.receipt import make_receipt
from skillprep.scoring.values import PointState, Score
from skillprep.semantic.encoder import EncoderState
from skillprep.services import Services
from skillprep.store.tables import Answer, ScoreRow, Turn

log = logging.getLogger(__name__)

PAGE = 32
"""Answers scored at a time: enough to fill the encoder's batches, few enough to lose when the process is killed."""
NOTICEABLE = 0.05


@dataclass(frozen=True)
class RescoreWish:
    """Which answers, and whether anything is stored. `limit` bounds how many are scored, not how many are looked at."""

    question_id: str | None = None
    since: datetime.datetime | None = None
    dry_run: bool = False
    limit: int | None = None


@dataclass(frozen=True)
class Change:
    """An answer's score before and after, and the points that became plainly covered or ceased to be."""

    answer_id: str
    question_id: str
    before: float | None
    after: float | None
    gained: frozenset[str]
    lost: frozenset[str]

    @property
    def by(self) -> float | None:
        """How far the score moved; None where one of the two is no number."""
        return None if self.before is None or self.after is None else self.after - self.before


@dataclass
class Rescored:
    """What a run did. `earlier` counts the changes that an earlier run with the same scorer had stored already."""

    changes: list[Change] = field(default_factory=list)
    earlier: int = 0
    first_scores: int = 0
    failures: list[tuple[str, str]] = field(default_factory=list)

    @property
    def moves(self) -> list[float]:
        """How far each score moved that is a number before and after."""
        return [change.by for change in self.changes if change.by is not None]

    @property
    def mean_move(self) -> float:
        """The mean move; 0 for none."""
        return sum(self.moves) / len(self.moves) if self.moves else 0.0

    @property
    def noticeable_share(self) -> float:
        """Share of scores that moved by more than .05."""
        return sum(abs(move) > NOTICEABLE for move in self.moves) / len(self.moves) if self.moves else 0.0

    def largest(self, count: int) -> list[Change]:
        """The changes that moved most; those to or from 'cannot be judged' come first."""
        return sorted(self.changes, key=lambda one: (-abs(1.0 if one.by is None else one.by), one.answer_id))[:count]


Found = Row[tuple[str, str, datetime.datetime, str, str, str, dict[str, object], int]]


def rescore(services: Services, wish: RescoreWish, progress: Callable[[int, int], None] = silent) -> Rescored:
    """Append a score by the bank, model and head of now to every chosen answer whose newest score is by others.

    Each answer's score is committed on its own, and answers that have theirs are passed over: killed half-way and run
    again it doubles nothing, and the changes it reports are those of both runs. An answer that cannot be scored (its
    question has left the bank) keeps its scores and is listed. Raises ScorerUnavailableError while there is no model.
    """
    if services.encoder.state is not EncoderState.READY:
        raise ScorerUnavailableError(services.encoder.failure or "The language model is still loading.")
    done, scored, total, bank = Rescored(), 0, count(services, wish), services.bank
    seen = 0
    for page in pages(services, wish):
        current = {row.id for row in page if is_current(services, bank, row)}
        stale = [row for row in page if row.id not in current]
        note_earlier(services, [row for row in page if row.id in current], done)
        left = len(stale) if wish.limit is None else wish.limit - scored
        take(services, bank, stale[:left], wish, done)
        scored, seen = scored + len(stale[:left]), seen + len(page)
        progress(seen, total)
        if len(stale) > left:
            break
    return done


def take(services: Services, bank: Bank, rows: Sequence[Found], wish: RescoreWish, done: Rescored) -> None:
    """Score some answers side by side, so that their sentences share the encoder's batches, then append one by one."""
    for row, found in zip(rows, services.background.map(lambda row: attempt(services, bank, row), rows), strict=True):
        if isinstance(found, str):
            done.failures.append((row.id, found))
            continue
        before = Score.model_validate(row.score)
        if wish.dry_run or append(services, row.id, found):
            done.changes.append(change(row, before, found))


def attempt(services: Services, bank: Bank, row: Found) -> Score | str:
    """The new score, or why there is none. A model that is gone is gone for all: that error is passed on."""
    try:
        return services.scorer(bank.question(row.question_id), row.text, Level(row.level), bank.version)
    except ScorerUnavailableError:
        raise
    except SkillPrepError as error:
        return str(error)
    except Exception as error:
        log.exception("rescoring_failed", extra={"answer_id": row.id})
        return f"The scorer failed on it ({type(error).__name__}); the log says more."


def is_current(services: Services, bank: Bank, row: Found) -> bool:
    """Whether the newest score is by the scorer of now."""
    try:
        question = bank.question(row.question_id)
    except NotFoundError:
        return False
    scorer: str = row.scorer
    return scorer == scorer_identity(make_receipt(question, "", services.scoring_model(), bank.version))


def note_earlier(services: Services, rows: Sequence[Found], done: Rescored) -> None:
    """Changes that are stored already: the newest score is of now, the one before it is not."""
    followed = {row.id: row for row in rows if row.number > 1}
    done.first_scores += len(rows) - len(followed)
    if not followed:
        return
    wanted = or_(*(and_(ScoreRow.answer_id == row.id, ScoreRow.number == row.number - 1) for row in followed.values()))
    with services.db.reading() as session:
        for before in session.scalars(select(ScoreRow).where(wanted)):
            row = followed[before.answer_id]
            done.changes.append(change(row, Score.model_validate(before.score), Score.model_validate(row.score)))
    done.earlier += len(followed)


def change(row: Found, before: Score, after: Score) -> Change:
    """Two scores of one answer side by side."""
    was, now = covered(before), covered(after)
    return Change(row.id, row.question_id, before.value, after.value, now - was, was - now)


def covered(score: Score) -> frozenset[str]:
    """The points that are plainly covered."""
    return frozenset(point.point_id for point in score.points if point.state is PointState.COVERED)


def count(services: Services, wish: RescoreWish) -> int:
    """How many answers the wish looks at."""
    with services.db.reading() as session:
        return session.scalar(select(func.count()).select_from(chosen(wish).subquery())) or 0


def pages(services: Services, wish: RescoreWish) -> Iterator[Sequence[Found]]:
    """The chosen answers with their newest scores, oldest first, each page read in a transaction of its own."""
    after: Found | None = None
    while True:
        page = chosen(wish).order_by(Answer.submitted_at, Answer.id).limit(PAGE)
        if after is not None:
            same_moment = and_(Answer.submitted_at == after.submitted_at, Answer.id > after.id)
            page = page.where(or_(Answer.submitted_at > after.submitted_at, same_moment))
        with services.db.reading() as session:
            rows = session.execute(page).all()
        if not rows:
            return
        yield rows
        after = rows[-1]


def chosen(wish: RescoreWish) -> Select[tuple[str, str, datetime.datetime, str, str, str, dict[str, object], int]]:
    """Answers that have a score, with the newest. Those that still wait for their first belong to the worker."""
    counted = select(func.max(ScoreRow.number)).where(ScoreRow.answer_id == Answer.id)
    newest = counted.correlate(Answer).scalar_subquery()
    wanted = (
        select(
            Answer.id,
            Answer.text,
            Answer.submitted_at,
            Turn.question_id,
            Turn.level,
            ScoreRow.scorer,
            ScoreRow.score,
            ScoreRow.number,
        )
        .join(Turn, Turn.id == Answer.turn_id)
        .join(ScoreRow, and_(ScoreRow.answer_id == Answer.id, ScoreRow.number == newest))
    )
    if wish.question_id is not None:
        wanted = wanted.where(Turn.question_id == wish.question_id)
    return wanted if wish.since is None else wanted.where(Answer.submitted_at >= wish.since)
