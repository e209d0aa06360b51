"""Hashes as strong as ever, but each password of the tests is hashed once per process: that takes longer than many a test."""

from argon2 import PasswordHasher


class RememberingHasher(PasswordHasher):
    """Gives the same hash for the same password; what it did not hash itself it verifies like any other."""

    def __init__(self) -> None:
        super().__init__()
        self.known: dict[str | bytes, str] = {}

    def hash(self, password: str | bytes, *, salt: bytes | None = None) -> str:
        """The first hash of this password."""
        if password not in self.known:
            self.known[password] = super().hash(password, salt=salt)
        return self.known[password]

    def verify(self, hash: str | bytes, password: str | bytes) -> bool:  # noqa: A002 (the library's own name)
        """Whether the password belongs to the hash; raises as the library does when not."""
        return self.known.get(password) == hash or super().verify(hash, password)
