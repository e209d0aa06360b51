"""Addresses that are secrets: what servers log of their own troubles must not hold them."""

import logging
import re

SECRET = re.compile(r"(/(?:respond|calendar|shared)/)[^\s'\"?]+")
SERVERS = ("gunicorn.error", "waitress", "waitress.queue", "werkzeug")


class WithoutSecrets(logging.Filter):
    """Lets every record pass, with what follows /respond/ and the like left out."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always True."""
        said = record.getMessage()
        if SECRET.search(said):
            record.msg, record.args = SECRET.sub(r"\1…", said), ()
        return True


def guard_logs() -> None:
    """Put the filter on the logs of the servers that we run under; once for each process."""
    for name in SERVERS:
        logger = logging.getLogger(name)
        if not any(isinstance(each, WithoutSecrets) for each in logger.filters):
            logger.addFilter(WithoutSecrets())
