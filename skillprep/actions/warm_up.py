"""The service gets ready to score and search: the model is loaded, the bank's own texts are encoded."""

import logging
from collections.abc import Callable

from skillprep.errors import ScorerUnavailableError
from skillprep.scoring.reference import reference_texts
from skillprep.semantic.encoder import EncoderState
from skillprep.services import Services

log = logging.getLogger(__name__)


def silent(_done: int, _total: int) -> None:
    """Show no progress."""


def warm_up(services: Services, progress: Callable[[int, int], None] = silent) -> bool:
    """Load the model and have the vectors of the whole bank at hand. False when the model cannot be used."""
    for encoder in (services.encoder, services.search_encoder):
        if encoder.state is not EncoderState.READY:
            encoder.load()
    try:
        services.vectors.warm(references(services), services.encoder.sha256, progress)
        services.passages.warm(services.search.catalogue().passages, services.search_encoder.sha256, progress)
    except (ScorerUnavailableError, OSError):
        log.exception("warm_up_failed")
    return services.encoder.state is EncoderState.READY


def references(services: Services) -> list[str]:
    """Every text of the bank that answers are compared with."""
    return [text for question in services.bank.ready_questions() for text in reference_texts(question)]
