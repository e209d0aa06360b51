"""Addresses of surveys and keys of forms: signed, so that they need not be kept, and nobody can make one up."""

import hashlib
import hmac
import re
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime

from flask import current_app, request

SIGNATURE_BYTES = 18
TOKEN = re.compile(r"([1-9]\d{0,14})-(0|[1-9]\d{0,2})-([\w-]{24})", re.ASCII)
KEY = re.compile(r"([\w-]{22})\.([\w-]{24})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Link:
    """What stands in an address: which survey, which slip (0: the link for everybody), and what proves it."""

    survey_id: int
    slip: int
    proof: str


def read_link(token: str) -> Link | None:
    """The parts of an address; None for what cannot be one. Nothing is proved yet."""
    found = TOKEN.fullmatch(token)
    return Link(int(found[1]), int(found[2]), found[3]) if found else None


def is_genuine(link: Link, made_at: datetime, slips: int) -> bool:
    """Whether we made this address, for a slip that there is."""
    there = link.slip == 0 if slips == 0 else 1 <= link.slip <= slips
    return hmac.compare_digest(_proof(link.survey_id, made_at, link.slip), link.proof) and there


def address_of(survey_id: int, made_at: datetime, slip: int = 0) -> str:
    """The whole address of a survey, or of one of its slips, as people reach us."""
    settings = current_app.config["SETTINGS"]
    base = settings.public_url or request.host_url.rstrip("/")
    return f"{base}/respond/{survey_id}-{slip}-{_proof(survey_id, made_at, slip)}"


def new_form_key(token: str) -> str:
    """The key of a form that is handed out; it says nothing of when or to whom."""
    name = secrets.token_urlsafe(16)
    return f"{name}.{signed('form', token, name)}"


def form_hash(token: str, slip: int, key: str) -> str | None:
    """What is kept of a form that was sent in; None for a key that we did not hand out. A slip is one form, however often it is opened."""
    found = KEY.fullmatch(key)
    if found is None or not hmac.compare_digest(signed("form", token, found[1]), found[2]):
        return None
    return slip_hash(token) if slip else hashlib.sha256(f"form {found[1]}".encode()).hexdigest()


def slip_hash(token: str) -> str:
    """What is kept of a slip that was sent in; its address cannot be told from it."""
    return hashlib.sha256(f"slip {token}".encode()).hexdigest()


def _proof(survey_id: int, made_at: datetime, slip: int) -> str:
    return signed("respond", str(survey_id), made_at.isoformat(), str(slip))


def signed(purpose: str, *parts: str) -> str:
    """What proves that we put these parts together for this purpose; 24 signs."""
    key = hmac.digest(str(current_app.config["SECRET_KEY"]).encode(), purpose.encode(), "sha256")
    return urlsafe_b64encode(hmac.digest(key, "\n".join(parts).encode(), "sha256")[:SIGNATURE_BYTES]).decode()
