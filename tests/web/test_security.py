import re

import pytest
from flask.testing import FlaskClient

from tests.web.flow import answer


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """These pages do not depend on the kind of database."""
    return sqlite_url


def test_every_page_carries_the_headers(client: FlaskClient) -> None:
    headers = client.get("/").headers
    policy = headers["Content-Security-Policy"]
    for part in ("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"):
        assert part in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "microphone=(self)" in headers["Permissions-Policy"]
    assert headers["Cache-Control"] == "no-store"


def test_the_nonce_is_fresh_and_on_the_only_inline_script(client: FlaskClient) -> None:
    nonces = set()
    for _ in range(2):
        response = client.get("/")
        (nonce,) = set(re.findall(r"'nonce-([^']+)'", response.headers["Content-Security-Policy"]))
        inline = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>", response.get_data(as_text=True))
        assert inline == [f'<script nonce="{nonce}">']
        nonces.add(nonce)
    assert len(nonces) == 2


@pytest.mark.parametrize("address", ["/", "/practise", "/skills/responsible-deployment", "/search?q=bias", "/login"])
def test_no_inline_handlers_or_styles(client: FlaskClient, address: str) -> None:
    page = client.get(address).get_data(as_text=True)
    assert not re.search(r"<[^>]+\s(on[a-z]+|style)=", page)


def test_nor_on_the_pages_of_a_sitting(client: FlaskClient, question: str) -> None:
    pages = [client.get(question), answer(client, question), client.get("/progress")]
    assert not any(re.search(r"<[^>]+\s(on[a-z]+|style)=", page.get_data(as_text=True)) for page in pages)


def test_static_files_with_their_digest_are_kept_for_long(client: FlaskClient) -> None:
    page = client.get("/").get_data(as_text=True)
    address = next(iter(re.findall(r'href="(/static/theme\.css\?v=[0-9a-f]+)"', page)))
    with client.get(address) as response:
        assert "immutable" in response.headers["Cache-Control"]


def test_the_session_cookie_is_closed_to_scripts(client: FlaskClient) -> None:
    cookie = client.get("/").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
