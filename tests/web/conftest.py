"""Fixtures of the page tests: a sitting that has begun, and a service whose model is broken."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from skillprep.config import Settings
from skillprep.errors import ScorerUnavailableError
from skillprep.factory import build_app
from skillprep.semantic.encoder import EncoderState
from skillprep.services import Services
from tests.web.flow import start


@dataclass(frozen=True)
class AbsentEncoder:
    """An encoder whose model cannot be loaded, or is not loaded yet."""

    state: EncoderState
    failure: str = ""
    name: str = "absent"
    sha256: str = ""

    def load(self) -> None:
        """It stays as it is."""

    def __call__(self, texts: object) -> object:
        raise ScorerUnavailableError("The model is not there.")


@pytest.fixture
def question(client: FlaskClient) -> str:
    """The address of the first question of a fresh sitting."""
    return start(client)


@pytest.fixture
def without_model(settings: Settings, services: Services) -> Callable[[EncoderState], Flask]:
    """An app that cannot score, its model in the given state."""

    def build(state: EncoderState) -> Flask:
        def refuse(*_: object) -> object:
            raise ScorerUnavailableError("The model is not there.")

        broken = replace(services, encoder=AbsentEncoder(state), scorer=refuse)
        built = build_app(settings, broken)
        built.config.update(WTF_CSRF_ENABLED=False)
        return built

    return build
