"""Plain Flask blueprints: what needs no Dash."""

from flask import Flask

from dashboard import documents
from dashboard.routes import (
    account,
    ask,
    calendar,
    changes,
    downloads,
    edit,
    form,
    grid,
    health,
    imports,
    login,
    net_map,
    reports,
    respond,
    search,
    shared,
)


def add_routes(server: Flask) -> None:
    """Register all blueprints."""
    documents.add_template_words(server)
    server.register_blueprint(documents.blueprint)
    server.register_blueprint(account.blueprint)
    server.register_blueprint(ask.blueprint)
    server.register_blueprint(calendar.blueprint)
    server.register_blueprint(changes.blueprint)
    server.register_blueprint(downloads.blueprint)
    server.register_blueprint(edit.blueprint)
    server.register_blueprint(form.blueprint)
    server.register_blueprint(grid.blueprint)
    server.register_blueprint(health.blueprint)
    server.register_blueprint(imports.blueprint)
    server.register_blueprint(login.blueprint)
    server.register_blueprint(net_map.blueprint)
    server.register_blueprint(reports.blueprint)
    server.register_blueprint(respond.blueprint)
    server.register_blueprint(search.blueprint)
    server.register_blueprint(shared.blueprint)
