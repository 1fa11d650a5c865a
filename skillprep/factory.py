"""Composition root: settings become services, services become the app or the command line."""

import datetime
import os
import secrets
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib import resources
from pathlib import Path

from flask import Flask
from flask_bootstrap import Bootstrap5
from flask_openapi3.models.info import Info
from flask_openapi3.openapi import OpenAPI
from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from skillprep import api, cli, web
from skillprep.actions.warm_up import warm_up
from skillprep.bank.live import LiveBank
from skillprep.bank.question import Question
from skillprep.bank.vocabulary import Level
from skillprep.config import Settings
from skillprep.http import enforce_access, health, limiter, log_requests
from skillprep.logs import log_as_json
from skillprep.scoring.disowning import Disowning
from skillprep.scoring.head import Head
from skillprep.scoring.score import score_answer
from skillprep.scoring.star import Star
from skillprep.scoring.values import Score, ScoringModel
from skillprep.semantic.batching import BatchingEncoder, BatchingPairs
from skillprep.semantic.open_encoder import Encoder, open_encoder, open_tuned_encoder
from skillprep.semantic.polarity import LocalPolarity
from skillprep.semantic.search import Search
from skillprep.semantic.spelling import Spelling
from skillprep.semantic.vectors import VectorCache
from skillprep.services import Scorer, Services
from skillprep.store.engine import Database

BODY_BYTES = 512 * 1024
REMEMBERED = datetime.timedelta(days=180)
SCORED_AT_ONCE = 32
"""They mostly wait for the encoder, which takes all of them in one batch."""


def build_services(settings: Settings, live_bank: LiveBank | None = None) -> Services:
    """Open everything the settings name, or serve a bank that is open already. The model is not loaded yet."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    bank = live_bank or LiveBank(settings.bank_dir, settings.bank_check_seconds, time.monotonic)
    plain = BatchingEncoder(open_encoder(settings.encoder, settings.encoder_threads))
    passages = VectorCache(plain, settings.data_dir / "vectors")
    tuned = open_tuned_encoder(settings.encoder_threads) if settings.encoder == "packaged" else None
    encoder = BatchingEncoder(tuned) if tuned else plain
    vectors = VectorCache(encoder, settings.data_dir / "vectors") if tuned else passages
    model = build_model(encoder, vectors, tuned.polarity if tuned else None)
    return Services(
        db=Database(settings.resolved_database_url),
        live_bank=bank,
        encoder=encoder,
        vectors=vectors,
        search_encoder=plain,
        passages=passages,
        scorer=build_scorer(model),
        scoring_model=model,
        search=Search(bank.current, stored=passages, fresh=plain),
        clock=lambda: datetime.datetime.now(datetime.UTC),
        background=ThreadPoolExecutor(max_workers=SCORED_AT_ONCE, thread_name_prefix="scoring"),
        score_wait_seconds=settings.score_wait_seconds,
    )


def build_model(encoder: Encoder, vectors: VectorCache, polarity: LocalPolarity | None) -> Callable[[], ScoringModel]:
    """What the scorer computes with, by its packaged artefacts. A model that was not tuned has a head of its own."""
    fitted = "head.json" if polarity else "head-stock.json"
    head = Head.from_json(packaged(fitted))
    star = Star.from_json(packaged("star.json"))
    disowning = Disowning.from_json(packaged("disowning.json")) if polarity else None

    infer = BatchingPairs(polarity, lambda: polarity.sha256) if polarity else None
    spelling = Spelling()

    def model() -> ScoringModel:
        # Hashes are read at each call, because they are known only once the weights are loaded.
        second = (infer, polarity.sha256) if polarity else (None, "")
        names = (encoder.name, encoder.sha256)
        return ScoringModel(
            encoder, vectors, head, *names, star, *second, correct=spelling, spelling=spelling.name, disowning=disowning
        )

    return model


def packaged(name: str) -> str:
    """An artefact of the scorer, as text."""
    return (resources.files("skillprep.scoring") / name).read_text("utf-8")


def build_scorer(model: Callable[[], ScoringModel]) -> Scorer:
    """The scorer by a model that may still be loading."""

    def score(question: Question, text: str, level: Level, bank_version: str) -> Score:
        return score_answer(question, text, level, model(), bank_version)

    return score


def build_app(settings: Settings, services: Services) -> Flask:
    """The web application over services that are already there."""
    app = OpenAPI(
        "skillprep",
        info=Info(title="SkillPrep", version="1.0.0"),
        security_schemes=api.SECURITY_SCHEMES,
        validation_error_callback=api.validation_problem,
        doc_prefix="/api/v1",
        static_folder="web/static",
        template_folder="web/templates",
    )
    app.config.update(flask_config(settings))
    app.extensions["skillprep"] = services
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    log_requests(app)
    app.before_request(enforce_access)
    Bootstrap5(app)
    csrf = CSRFProtect(app)
    limiter.init_app(app)
    app.register_blueprint(health)
    web.register(app)
    api.register(app, csrf)
    return app


def flask_config(settings: Settings) -> dict[str, object]:
    """Flask's own settings."""
    secure = settings.cookie_secure
    return {
        "SECRET_KEY": settings.secret_key or kept_secret(settings.data_dir / "secret_key"),
        "SESSION_COOKIE_NAME": "__Host-skillprep" if secure else "skillprep",
        "SESSION_COOKIE_SECURE": secure,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "PERMANENT_SESSION_LIFETIME": REMEMBERED,
        "MAX_CONTENT_LENGTH": BODY_BYTES,
        "MAX_FORM_MEMORY_SIZE": BODY_BYTES,
        "MAX_FORM_PARTS": 100,
        "WTF_CSRF_TIME_LIMIT": None,
        "WTF_CSRF_SSL_STRICT": secure,
        "BOOTSTRAP_SERVE_LOCAL": True,
        "RATELIMIT_STORAGE_URI": "memory://",
        "RATELIMIT_HEADERS_ENABLED": False,
        "TEMPLATES_AUTO_RELOAD": False,
    }


def kept_secret(path: Path) -> str:
    """The secret of this installation, made on first use and readable by its owner alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with open(path, "x", opener=private, encoding="utf-8") as stream:
            stream.write(secrets.token_urlsafe(48))
    except FileExistsError:
        pass
    return path.read_text("utf-8")


def private(path: str, flags: int) -> int:
    """Open a file that nobody else may read."""
    return os.open(path, flags, 0o600)


def create_app(settings: Settings | None = None) -> Flask:
    """The app with its model loading in the background; what `flask run` and gunicorn call."""
    settings = settings or Settings.from_env()
    log_as_json(settings.log_level)
    services = build_services(settings)
    app = build_app(settings, services)
    work = cli.keep_scoring if settings.worker else warm_up
    threading.Thread(target=work, args=(services,), name="background", daemon=True).start()
    return app


def main() -> None:
    """The `skillprep` command."""
    cli.run(
        cli.Runtime(
            listen=lambda: listen(Settings.from_env()),
            bank_dir=lambda: Settings.from_env().bank_dir,
            services=lambda: build_services(Settings.from_env()),
            app=create_app,
            log=lambda: log_as_json(Settings.from_env().log_level),
        )
    )


def listen(settings: Settings) -> cli.Listen:
    """What the web server needs to know."""
    return cli.Listen(settings.host, settings.port, settings.web_threads, settings.shutdown_seconds)
