"""/projects: practice projects and case studies."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from skillprep.http import Who, access, services

projects = Blueprint("projects", __name__)


@projects.get("/projects")
@access(Who.ANYBODY)
def index() -> ResponseReturnValue:
    """Every project, by skill and level."""
    return render_template("projects.html", projects=services().bank.ready_projects())


@projects.get("/projects/<project_id>")
@access(Who.ANYBODY)
def show(project_id: str) -> ResponseReturnValue:
    """One project with its steps."""
    return render_template("project.html", project=services().bank.project(project_id))
