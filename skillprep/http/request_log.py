"""One structured line per request: what was asked and how long it took, never what was written."""

import logging
import secrets
import time

from flask import Flask, Response, g, request

log = logging.getLogger("skillprep.request")
QUIET = frozenset({"health.livez", "health.readyz"})


def log_requests(app: Flask) -> None:
    """Give every request an id, log it when it ends, and return the id in a header."""
    app.before_request(begin)
    app.after_request(end)


def begin() -> None:
    """Start the clock."""
    g.request_id = secrets.token_hex(8)
    g.started = time.perf_counter()


def end(response: Response) -> Response:
    """Log the route rather than the address, which may carry a search text."""
    response.headers["X-Request-Id"] = g.get("request_id", "")
    endpoint = request.endpoint or "unknown"
    level = logging.DEBUG if endpoint in QUIET or endpoint.endswith("static") else logging.INFO
    log.log(
        level,
        "request",
        extra={
            "request_id": g.get("request_id"),
            "method": request.method,
            "route": str(request.url_rule) if request.url_rule else "unknown",
            "status": response.status_code,
            "milliseconds": round((time.perf_counter() - g.get("started", time.perf_counter())) * 1000, 1),
        },
    )
    return response
