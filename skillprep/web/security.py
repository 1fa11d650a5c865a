"""Headers that tell the browser what a page may do."""

import secrets

from flask import Flask, Response, g, request

YEAR_SECONDS = 31_536_000


def protect(app: Flask) -> None:
    """Add the headers to every response that does not bring its own."""
    app.after_request(add_headers)


def nonce() -> str:
    """This request's nonce, for the one inline script of the frame."""
    if "nonce" not in g:
        g.nonce = secrets.token_urlsafe(16)
    return str(g.nonce)


def policy() -> str:
    """The content security policy. `data:` images are Bootstrap's own arrows and ticks."""
    inline = f"'self' 'nonce-{nonce()}'"
    return (
        f"default-src 'self'; script-src {inline}; style-src {inline}; img-src 'self' data:; object-src 'none'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


def add_headers(response: Response) -> Response:
    """Set what is missing; the API and its documentation page may have set their own."""
    headers = response.headers
    headers.setdefault("Content-Security-Policy", policy())
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("Referrer-Policy", "same-origin")
    headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    headers.setdefault(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(self), payment=(), usb=(), browsing-topics=()"
    )
    if (request.endpoint or "").rpartition(".")[2] == "static" and "v" in request.args:
        headers["Cache-Control"] = f"public, max-age={YEAR_SECONDS}, immutable"
    elif response.mimetype == "text/html":
        # A shared computer must not show somebody's answers from its cache after they signed out.
        headers["Cache-Control"] = "no-store"
    return response
