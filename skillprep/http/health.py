"""/livez says that the process answers; /readyz says whether it can do its work, and what it cannot."""

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import SQLAlchemyError

from skillprep.http.access import Who, access
from skillprep.http.owners import services

health = Blueprint("health", __name__)


@health.get("/livez")
@access(Who.ANYBODY)
def livez() -> ResponseReturnValue:
    """The process is up."""
    return jsonify(status="ok")


@health.get("/readyz")
@access(Who.ANYBODY)
def readyz() -> ResponseReturnValue:
    """200 when answers can be stored. A model that is not there is reported, but answers wait safely for it."""
    found = services()
    database = database_state()
    model = found.model_health()
    body = {
        "status": "ok" if database == "ok" else "unavailable",
        "database": database,
        "model": model.state,
        "bank": {"version": found.bank.version, "problems": len(found.live_bank.problems)},
    }
    return jsonify(body), 200 if database == "ok" else 503


def database_state() -> str:
    """ok, or unavailable; the reason is in the log."""
    try:
        services().db.check()
    except SQLAlchemyError:
        return "unavailable"
    return "ok"
