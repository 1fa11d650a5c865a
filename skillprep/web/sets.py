"""/sets: sets of questions for interviews, from wishes to a kit to print."""

import json

from flask import Blueprint as Area
from flask import make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from skillprep.actions.build_set import build_set
from skillprep.bank.vocabulary import Kind, Level
from skillprep.errors import InvalidInputError, NotFoundError, ScorerUnavailableError, SkillPrepError
from skillprep.http import STATUS, Who, access, current_owner, limiter, owner_id, owner_or_guest_id, services
from skillprep.semantic.documents import plain
from skillprep.sets.assemble import Conflict
from skillprep.sets.blueprint import Blueprint
from skillprep.sets.export import set_as_csv, set_as_json
from skillprep.sets.read_blueprint import read_blueprint
from skillprep.store.sets import SetView, get_set, list_sets
from skillprep.web.set_form import LIKENESS, USES, Fields, blueprint_from, fields_from, first_fields
from skillprep.web.set_page import measured, name_of

LISTED = 100
BUILDS = "30 per minute"

sets = Area("sets", __name__)


@sets.get("/sets")
@access(Who.ANYBODY)
def index() -> ResponseReturnValue:
    """Every set of the visitor; an invitation when there is none yet."""
    owner = current_owner()
    found: list[SetView] = []
    if owner:
        with services().db.reading() as session:
            found = list_sets(session, owner.id, LISTED)
    return render_template("sets.html", sets=found)


@sets.get("/sets/new")
@access(Who.ANYBODY)
def new() -> ResponseReturnValue:
    """The form, empty or with the wishes of an earlier set."""
    earlier = request.args.get("from", "")
    if not earlier:
        return form_page(first_fields(request.args.get("skill", "")))
    blueprint = own_set(earlier).blueprint
    fields = fields_from(blueprint)
    return form_page(fields or first_fields(""), text="" if fields else as_yaml(blueprint))


@sets.post("/sets")
@limiter.limit(BUILDS)
@access(Who.ANYBODY)
def build() -> ResponseReturnValue:
    """Build the set; a visitor becomes a guest by it. What clashes comes back with an offer."""
    text = request.form.get("blueprint", "")
    try:
        blueprint = read_blueprint(text) if text.strip() else blueprint_from(request.form)
    except InvalidInputError as error:
        return form_page(request.form, text, error), 422
    return built_from(blueprint, request.form, text)


@sets.get("/sets/<id:set_id>")
@access(Who.OWNER)
def show(set_id: str) -> ResponseReturnValue:
    """The set to read, with the reason for each question."""
    found = own_set(set_id)
    return render_template("set.html", set=found, measured=measured(found.built), name_of=name_of)


@sets.post("/sets/<id:set_id>/without")
@limiter.limit(BUILDS)
@access(Who.OWNER)
def without(set_id: str) -> ResponseReturnValue:
    """The same wishes without one of the questions, as a new set."""
    blueprint, unwanted = own_set(set_id).blueprint, request.form.get("question", "")
    names = {
        "must_have": [one for one in blueprint.must_have if one != unwanted],
        "must_not": [*(one for one in blueprint.must_not if one != unwanted), unwanted],
    }
    changed = read_blueprint(json.dumps(blueprint.model_dump(mode="json") | names))
    return built_from(changed, fields_from(changed) or first_fields(""), as_yaml(changed))


@sets.get("/sets/<id:set_id>/kit")
@access(Who.OWNER)
def kit(set_id: str) -> ResponseReturnValue:
    """One form as an interview kit to print."""
    found = own_set(set_id)
    letter = request.args.get("form", "A")
    form = next((one for one in found.built.forms if one.letter == letter), None)
    if form is None:
        raise NotFoundError(f"This set has no form {letter[:5]}.")
    return render_template("kit.html", set=found, form=form)


@sets.get("/sets/<id:set_id>/set.json")
@access(Who.OWNER)
def as_json_file(set_id: str) -> ResponseReturnValue:
    """Wishes, set and reasons as a file."""
    found = own_set(set_id)
    body = set_as_json(found.blueprint, found.built, services().bank.questions, plain)
    stored = {"id": found.id, "created_at": found.created_at.isoformat(), "bank_version": found.bank_version}
    return download(json.dumps(stored | body, indent=2, ensure_ascii=False), "application/json", found, "json")


@sets.get("/sets/<id:set_id>/set.csv")
@access(Who.OWNER)
def as_csv_file(set_id: str) -> ResponseReturnValue:
    """The questions as a table. The mark at the beginning tells spreadsheets that it is UTF-8."""
    found = own_set(set_id)
    return download("\ufeff" + set_as_csv(found.built, services().bank.questions, plain), "text/csv", found, "csv")


def own_set(set_id: str) -> SetView:
    """The visitor's set. Raises NotFoundError, NotSignedInError."""
    with services().db.reading() as session:
        return get_set(session, owner_id(), set_id)


def built_from(blueprint: Blueprint, fields: Fields, text: str) -> ResponseReturnValue:
    """To the new set; back to the form when there is none."""
    try:
        found = build_set(services(), owner_or_guest_id(), blueprint)
    except (InvalidInputError, ScorerUnavailableError) as error:
        return form_page(fields, text, error), STATUS[type(error)]
    if isinstance(found, Conflict):
        return form_page(fields, text, conflict=found), 422
    return redirect(url_for("sets.show", set_id=found), 303)


def form_page(
    fields: Fields, text: str = "", error: SkillPrepError | None = None, conflict: Conflict | None = None
) -> str:
    """The form with what was asked for so far, and what is wrong with it."""
    bank = services().bank
    return render_template(
        "set_new.html",
        skills=bank.skills_in_order(),
        levels=list(Level),
        kinds=list(Kind),
        likeness=LIKENESS,
        uses=USES,
        tags=sorted({tag for question in bank.ready_questions() for tag in question.tags}),
        fields=fields,
        text=text,
        error=error,
        conflict=conflict,
        offered=as_yaml(conflict.relaxed) if conflict and conflict.relaxed else "",
    )


def as_yaml(blueprint: Blueprint) -> str:
    """The wishes that differ from the usual, a line each; every line of JSON is YAML."""
    written = blueprint.model_dump(mode="json", exclude_defaults=True)
    return "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in written.items())


def download(text: str, mimetype: str, found: SetView, suffix: str) -> ResponseReturnValue:
    """A file to keep."""
    response = make_response(text)
    response.mimetype = mimetype
    response.headers["Content-Disposition"] = f'attachment; filename="question-set-{found.id[:8]}.{suffix}"'
    response.headers["Cache-Control"] = "no-store"
    return response
