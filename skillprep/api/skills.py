"""/skills: what can be practised, with the guides."""

from flask import Response

from skillprep.api.addresses import SkillPath
from skillprep.api.problem import problems
from skillprep.api.reply import as_json, gives, scope
from skillprep.api.resource import resource
from skillprep.api.shapes.skill import Skill, SkillList, card_of, skill_of
from skillprep.bank.vocabulary import Status
from skillprep.errors import NotFoundError
from skillprep.http import Who, access, services

skills = resource("skills", "What can be practised.")


@skills.get("/skills", responses={200: gives(SkillList, "Every skill.")}, security=scope("bank:read"))
@access(Who.KEY, "bank:read")
def list_skills() -> Response:
    """List the skills."""
    bank = services().bank
    return as_json(SkillList(skills=tuple(card_of(skill, bank) for skill in bank.skills_in_order())))


@skills.get(
    "/skills/<entry:skill_id>",
    responses={200: gives(Skill, "The skill with its guide."), **problems(404)},
    security=scope("bank:read"),
)
@access(Who.KEY, "bank:read")
def show_skill(path: SkillPath) -> Response:
    """Show a skill with its guide."""
    bank = services().bank
    skill = bank.skill(path.skill_id)
    if skill.status is not Status.READY:
        raise NotFoundError("There is no skill with this id.")
    return as_json(skill_of(skill, bank))
