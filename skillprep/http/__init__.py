"""What the edges that speak HTTP share."""

from skillprep.http.access import Access, Who, access, access_of, caller, enforce_access
from skillprep.http.health import health
from skillprep.http.owners import (
    current_owner,
    forget_owner,
    guest_id,
    owner_id,
    owner_or_guest_id,
    remember_owner,
    services,
)
from skillprep.http.request_log import log_requests
from skillprep.http.statuses import STATUS, is_api, limiter, public_message

__all__ = [
    "STATUS",
    "Access",
    "Who",
    "access",
    "access_of",
    "caller",
    "current_owner",
    "enforce_access",
    "forget_owner",
    "guest_id",
    "health",
    "is_api",
    "limiter",
    "log_requests",
    "owner_id",
    "owner_or_guest_id",
    "public_message",
    "remember_owner",
    "services",
]
