"""Every error that SkillPrep raises on purpose. Messages may be shown to whoever caused them."""


class SkillPrepError(Exception):
    """Root of all; `str(error)` is a sentence that says what happened and what to do."""


class InvalidInputError(SkillPrepError):
    """The request makes no sense as it stands. `field` names the part to change."""

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class NotFoundError(SkillPrepError):
    """No such thing for this owner. Says nothing about what other owners have."""


class ConflictError(SkillPrepError):
    """The thing has moved on: already answered, finished, or changed elsewhere."""


class NotAllowedError(SkillPrepError):
    """Known caller, but not permitted to do this."""


class NotSignedInError(SkillPrepError):
    """No valid credentials came with the request."""


class TooManyAttemptsError(SkillPrepError):
    """Slow down; `retry_after_seconds` says for how long."""

    def __init__(self, message: str, retry_after_seconds: int) -> None:
        super().__init__(message)
        self.retry_after_seconds = retry_after_seconds


class ScorerUnavailableError(SkillPrepError):
    """The model is not loaded yet, is missing, or is corrupt: scores come later, never invented ones."""


class SettingError(SkillPrepError):
    """A setting has a value that cannot be used."""


class BankError(SkillPrepError):
    """The question bank cannot be served at all."""
