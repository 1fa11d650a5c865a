"""/tools: tools, frameworks, laws and methods, with when to use what."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from skillprep.bank.tool import ToolKind
from skillprep.http import Who, access, services

tools = Blueprint("tools", __name__)


@tools.get("/tools")
@access(Who.ANYBODY)
def index() -> ResponseReturnValue:
    """Every tool, by kind."""
    return render_template("tools.html", tools=services().bank.tools_in_order(), kinds=list(ToolKind))


@tools.get("/tools/<tool_id>")
@access(Who.ANYBODY)
def show(tool_id: str) -> ResponseReturnValue:
    """One tool, and the skills and projects that use it."""
    return render_template("tool.html", tool=services().bank.tool(tool_id))
