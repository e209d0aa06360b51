"""Tells those who compute for long that somebody is being answered."""

from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIEnvironment

from flask import Flask

from data_layer.giving_way import answered


def count_answered(server: Flask) -> None:
    """Count each request while it is answered; around everything else, so that none is left out and none is counted for good."""
    answer = server.wsgi_app

    def counted(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        with answered.one():
            return answer(environ, start_response)

    server.wsgi_app = counted  # type: ignore[method-assign]
