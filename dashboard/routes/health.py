"""For machines: does the database answer?"""

from typing import Any

import sqlalchemy as sa
from flask import Blueprint, jsonify
from sqlalchemy.exc import SQLAlchemyError

from data_layer.engine import bare_session
from data_layer.models import Account

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def healthz() -> Any:
    """200 when the accounts can be read, 503 otherwise."""
    try:
        with bare_session() as session:
            session.execute(sa.select(Account.id).limit(1))
    except SQLAlchemyError:
        return jsonify(status="unavailable"), 503
    return jsonify(status="ok")
