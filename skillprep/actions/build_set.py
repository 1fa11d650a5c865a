"""A hiring manager has a set of questions built and kept."""

from skillprep.actions.assemble_set import assemble_set
from skillprep.errors import ConflictError
from skillprep.services import Services
from skillprep.sets.assemble import USUAL, Conflict
from skillprep.sets.blueprint import Blueprint
from skillprep.sets.programme import Limits
from skillprep.store.sets import count_sets
from skillprep.store.tables import StoredSet
from skillprep.text import checked

SETS_MAX = 500


def build_set(services: Services, owner_id: str, blueprint: Blueprint, limits: Limits = USUAL) -> str | Conflict:
    """Store the set and return its id; a conflict is returned and nothing stored.

    Raises what `assemble_set` raises, InvalidInputError for a title that cannot be stored, and ConflictError when the
    owner keeps as many sets as there is room for.
    """
    title = checked(blueprint.title, "title", 120)
    with services.db.reading() as session:
        if count_sets(session, owner_id) >= SETS_MAX:
            raise ConflictError(f"You keep {SETS_MAX} sets, which is as many as there is room for.")
    bank_version = services.bank.version
    found = assemble_set(services, blueprint, owner_id, limits)
    if isinstance(found, Conflict):
        return found
    with services.db.writing() as session:
        row = StoredSet(
            owner_id=owner_id,
            title=title,
            blueprint=blueprint.model_dump(mode="json"),
            built=found.model_dump(mode="json"),
            bank_version=bank_version,
            created_at=services.clock(),
        )
        session.add(row)
        session.flush()
        return row.id
