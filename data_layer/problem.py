"""What a person did that cannot be: a code, the field it belongs to, and values for the sentence."""


class Problem(Exception):
    """A mistake of a person, not of the program; `dashboard/messages.py` holds one sentence per `code`."""

    def __init__(self, code: str, field: str = "", **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.values = values

    def __str__(self) -> str:
        details = ", ".join(f"{key}={value!r}" for key, value in self.values.items())
        return f"{self.code} ({self.field}) {details}".replace(" ()", "").strip()


class NotFound(Exception):
    """The row is not there, or not the caller's: both look alike."""
