"""/about/scoring: how scoring works, how well it was measured to work, and what it cannot do."""

from pathlib import Path

from flask import Blueprint, current_app, render_template
from flask.typing import ResponseReturnValue

from skillprep.errors import NotFoundError
from skillprep.http import Who, access
from skillprep.web.attacked import ATTACKED, find_attacks
from skillprep.web.measured import MEASURED, columns, find_measured
from skillprep.web.told import TOLD, find_told

about = Blueprint("about", __name__)
MODEL_CARD = Path(__file__).resolve().parents[2] / "docs/model-card.md"


@about.get("/about/scoring")
@access(Who.ANYBODY)
def scoring() -> ResponseReturnValue:
    """The page that every score links to."""
    measured = find_measured(current_app.config.get("MEASURED_FILE", MEASURED))
    attacks = find_attacks(current_app.config.get("ATTACKS_FILE", ATTACKED))
    told = find_told(current_app.config.get("TOLD_FILE", TOLD))
    return render_template("about_scoring.html", measured=measured, columns=columns, attacks=attacks, told=told)


@about.get("/about/model-card")
@access(Who.ANYBODY)
def model_card() -> ResponseReturnValue:
    """The model card as it is kept in the project, as plain text."""
    path: Path = current_app.config.get("MODEL_CARD_FILE", MODEL_CARD)
    if not path.is_file():
        raise NotFoundError("The model card was not installed here. It is docs/model-card.md in the project.")
    return current_app.response_class(path.read_text("utf-8"), mimetype="text/plain")
