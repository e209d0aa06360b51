"""Passwords: hashed with Argon2id, and refused when others would guess them."""

from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from zxcvbn.frequency_lists import FREQUENCY_LISTS

from data_layer.problem import Problem

MIN_LENGTH = 10
MAX_LENGTH = 200
# Each hash takes 64 MiB, so four at a time bound what an attacker can make us spend.
_turns = BoundedSemaphore(4)
_hasher = PasswordHasher()
_common = {word for name in ("passwords", "us_tv_and_film", "english_wikipedia") for word in FREQUENCY_LISTS[name]}
CONTEXT = ("sempre", "empowerment", "dashboard", "micro project")


def check_password(password: str, *, email: str) -> None:
    """Raise Problem when the password is too short, too long, widely used, or made of the account's own words."""
    if len(password) < MIN_LENGTH:
        raise Problem("password_short", "password", least=MIN_LENGTH)
    if len(password) > MAX_LENGTH:
        raise Problem("password_long", "password", most=MAX_LENGTH)
    plain = password.lower()
    if plain in _common or len(set(plain)) < 4:
        raise Problem("password_common", "password")
    if email.partition("@")[0].lower() in plain or any(word in plain for word in CONTEXT):
        raise Problem("password_context", "password")


def hash_password(password: str) -> str:
    """The Argon2id hash of a password, with salt and parameters."""
    with _turns:
        return _hasher.hash(password)


def matches(password_hash: str, password: str) -> bool:
    """Whether the password belongs to the hash; False for a broken hash."""
    with _turns:
        try:
            return _hasher.verify(password_hash, password)
        except (VerificationError, InvalidHashError):
            return False


def is_outdated(password_hash: str) -> bool:
    """Whether the hash was made with weaker parameters than today's."""
    return _hasher.check_needs_rehash(password_hash)
