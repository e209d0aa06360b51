"""What tests of downloads share."""

import shutil

import pytest
import sqlalchemy as sa

from data_layer.engine import bare_session, bind, bound, make_engine
from data_layer.models import Network
from tests.data_layer.exports.awkward_network import NAME, make_awkward_network


@pytest.fixture(scope="session")
def awkward_template(empty_template, tmp_path_factory):
    """A database file with the awkward network: it takes seconds to make, so all tests copy one."""
    path = tmp_path_factory.mktemp("awkward") / "awkward.db"
    shutil.copy(empty_template, path)
    bind(make_engine(f"sqlite:///{path}"))
    with bare_session(write=True) as session:
        make_awkward_network(session)
        session.commit()
    bound().dispose()
    return path


@pytest.fixture
def database(request, empty_template, tmp_path):
    """A fresh database, bound; with the awkward network in it where a test asks for that one."""
    template = request.getfixturevalue("awkward_template") if "awkward" in request.fixturenames else empty_template
    path = tmp_path / "test.db"
    shutil.copy(template, path)
    bind(make_engine(f"sqlite:///{path}"))
    yield f"sqlite:///{path}"
    bound().dispose()


@pytest.fixture
def awkward(session):
    """A network with every awkward text in every text column, and notes on all tables."""
    return session.scalars(sa.select(Network).where(Network.name == NAME)).one()
