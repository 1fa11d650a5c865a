"""The form of a blueprint: from fields to wishes, and from wishes back to fields."""

from typing import Any

from pydantic import ValidationError
from werkzeug.datastructures import MultiDict

from skillprep.bank.vocabulary import Kind, Level
from skillprep.errors import InvalidInputError
from skillprep.sets.amount import Amount
from skillprep.sets.blueprint import Blueprint
from skillprep.sets.read_blueprint import in_words
from skillprep.text import checked

Fields = MultiDict[str, str]

LIKENESS = (
    ("0.7", "Very different: under .70"),
    ("0.8", "No near-duplicates: under .80"),
    ("", "No limit"),
)
USES = (("", "As often as it likes"), ("0", "Never used by you before"), ("1", "At most once before"))
GROUPS = {"skills": "skill", "levels": "level", "kinds": "kind"}
"""The wishes about groups, with the name of their fields: `skill` ticks one, `count-skill-<id>` says how many."""

DEFAULTS: tuple[tuple[str, str], ...] = (
    ("questions", "6"),
    ("minutes", "45"),
    ("similarity", "0.8"),
    ("forms", "1"),
    ("overlap", "0"),
    ("topics_at_least", "1"),
)
LONGEST = 4000


def blueprint_from(fields: Fields) -> Blueprint:
    """What the form asks for. Raises InvalidInputError in words, with the field to change."""
    wishes: dict[str, Any] = {"title": checked(fields.get("title", ""), "title", 120)}
    for group, field in GROUPS.items():
        wishes[group] = {name: amount(fields.get(f"count-{field}-{name}", ""), group) for name in fields.getlist(field)}
    wishes["questions"] = whole(fields.get("questions", ""), "questions")
    wishes["minutes"] = whole(fields.get("minutes", ""), "minutes")
    wishes["target"] = fields.get("target") or None
    wishes["must_have"], wishes["must_not"] = words(fields, "must_have"), words(fields, "must_not")
    if tags := words(fields, "topics"):
        wishes["topics"] = [{"tags": tags, "at_least": whole(fields.get("topics_at_least", ""), "topics") or 1}]
    wishes["similarity_below"] = number(fields.get("similarity", ""))
    wishes["max_uses"] = whole(fields.get("max_uses", ""), "max_uses")
    count, overlap = whole(fields.get("forms", ""), "forms"), whole(fields.get("overlap", ""), "forms")
    wishes["forms"] = {"count": count or 1, "overlap": overlap or 0}
    try:
        return Blueprint.model_validate(wishes)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise InvalidInputError(in_words(first).capitalize(), str((*first["loc"], "title")[0])) from error


def fields_from(blueprint: Blueprint) -> Fields | None:
    """The form filled in; None when the blueprint says more than the form can."""
    written = blueprint.model_dump(mode="json")
    found: Fields = MultiDict({"title": blueprint.title})
    for group, field in GROUPS.items():
        wishes: dict[str, Amount] = getattr(blueprint, group)
        if any(one.low != one.high or one.share is not None for one in wishes.values()):
            return None
        for name, one in wishes.items():
            found.add(field, str(name))
            found[f"count-{field}-{name}"] = "" if one.is_any else str(one.low)
    if len(blueprint.topics) > 1 or any(
        isinstance(written[one], dict | list) for one in ("questions", "minutes", "target")
    ):
        return None
    for name in ("questions", "minutes", "target", "max_uses"):
        found[name] = "" if written[name] is None else str(written[name])
    found["similarity"] = "" if blueprint.similarity_below is None else f"{blueprint.similarity_below:g}"
    found["must_have"], found["must_not"] = "\n".join(blueprint.must_have), "\n".join(blueprint.must_not)
    for topic in blueprint.topics:
        found["topics"], found["topics_at_least"] = ", ".join(topic.tags), str(topic.at_least)
    found["forms"], found["overlap"] = str(blueprint.forms.count), str(blueprint.forms.overlap)
    return found


def first_fields(skill: str) -> Fields:
    """The form as it is first shown: every level and kind, one skill if a guide named it."""
    found: Fields = MultiDict(DEFAULTS)
    found.setlist("level", [level.value for level in Level])
    found.setlist("kind", [kind.value for kind in Kind])
    if skill:
        found.add("skill", skill)
    return found


def amount(text: str, field: str) -> int | str:
    """So many, or any when nothing is said."""
    found = whole(text, field)
    return "any" if found is None else found


def whole(text: str, field: str) -> int | None:
    """A whole number, None for nothing. Raises InvalidInputError."""
    plain = text.strip()
    if not plain:
        return None
    if not plain.isascii() or not plain.isdigit() or len(plain) > 4:
        raise InvalidInputError(f"“{plain[:20]}” is not a whole number.", field)
    return int(plain)


def number(text: str) -> float | None:
    """A cosine of the list, None for no limit. Raises InvalidInputError."""
    if not text:
        return None
    try:
        return float(text[:10])
    except ValueError as error:
        raise InvalidInputError("Choose how alike two questions may be.", "similarity_below") from error


def words(fields: Fields, name: str) -> list[str]:
    """Names separated by blanks, commas or line ends."""
    return checked(fields.get(name, ""), name, LONGEST).replace(",", " ").split()
