"""Puts the application together: server, guards, Dash with its pages, shell."""

import dash
from flask import Flask
from flask_compress import Compress
from werkzeug.middleware.proxy_fix import ProxyFix

from dashboard.answered import count_answered
from dashboard.bodies import check_bodies
from dashboard.commands import add_commands
from dashboard.csrf import add_csrf
from dashboard.errors import answer_errors, on_error
from dashboard.export_command import export_command
from dashboard.gate import guard_pages, guard_requests
from dashboard.headers import add_headers
from dashboard.import_command import import_command
from dashboard.index import Dashboard
from dashboard.language import add_languages
from dashboard.routes import add_routes
from dashboard.security import protect_pages
from dashboard.settings import Settings, read_settings
from dashboard.shell import connect, shell
from dashboard.upkeep import add_upkeep
from dashboard.user import add_login
from dashboard.watching import add_watching
from data_layer.accounts.sign_in import ABSOLUTE
from data_layer.engine import bind, make_engine

MAX_BODY = 1024 * 1024


def create_app(name: str, settings: Settings | None = None) -> dash.Dash:
    """The dashboard as a Dash app; `name` is the caller's `__name__`, so that pages and assets lie beside it.

    Opens no database: the first request does. One app per process, since Dash keeps its pages in the process.
    """
    settings = settings or read_settings()
    bind(make_engine(settings.database_url))
    server = _server(name, settings)
    guard_requests(server)
    add_csrf(server, secure=settings.production)
    app = Dashboard(
        name,
        server=server,  # type: ignore[arg-type]
        use_pages=True,
        assets_ignore=r".*\.(css|js)",
        suppress_callback_exceptions=True,
        enable_mcp=False,
        serve_locally=True,
        on_error=on_error,
        update_title="",
        title="",
    )
    protect_pages(dash.page_registry)
    app.layout = shell
    connect()
    guard_pages(server, app)
    check_bodies(server, app)
    _finish(app)
    _register_scripts(app)
    return app


def _finish(app: dash.Dash) -> None:
    """Let Dash set itself up now: with the first request it would be too late.

    Dash does it within that request, and what another thread is asked meanwhile is answered from what is there by then: a browser got a
    list without callbacks, kept it, and its pages did nothing.
    """
    with app.server.test_request_context("/login", base_url=f"http://{_own_host(app.server)}"):
        app.server.preprocess_request()


def _register_scripts(app: Dashboard) -> None:
    """Dash serves a script only after a document named it; with several workers the other one may be asked first."""
    with app.server.test_request_context("/login", base_url=f"http://{_own_host(app.server)}"):
        app.index()
        app.register_libraries()


def _own_host(server: Flask) -> str:
    """A host name that the server answers to."""
    return next(iter(server.config["TRUSTED_HOSTS"] or ()), "localhost").removeprefix(".")


def _server(name: str, settings: Settings) -> Flask:
    server = Flask(name, static_folder=None, template_folder="dashboard/templates")
    server.config.update(
        SETTINGS=settings,
        SECRET_KEY=settings.secret_key,
        SESSION_COOKIE_NAME="__Host-sid" if settings.production else "sid",
        SESSION_COOKIE_SECURE=settings.production,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=ABSOLUTE,
        SESSION_REFRESH_EACH_REQUEST=False,
        MAX_CONTENT_LENGTH=MAX_BODY,
        TRUSTED_HOSTS=list(settings.trusted_hosts) or None,
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_BR_LEVEL=4,
        COMPRESS_MIMETYPES=["application/json", "application/javascript", "text/javascript", "text/css", "image/svg+xml"],
    )
    if settings.proxies:
        server.wsgi_app = ProxyFix(server.wsgi_app, settings.proxies, settings.proxies, settings.proxies)  # type: ignore[method-assign]
    count_answered(server)
    Compress(server)
    add_headers(server, secure=settings.production)
    add_login(server)
    add_watching(server)
    add_languages(server, time_zone=settings.time_zone)
    answer_errors(server)
    add_routes(server)
    add_commands(server)
    server.cli.add_command(export_command)
    server.cli.add_command(import_command)
    add_upkeep(server)
    return server
