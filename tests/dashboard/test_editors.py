"""Several editors at once, on two real workers: nothing is lost, nobody is turned away."""

import pytest
import sqlalchemy as sa

from data_layer.accounts.account import add_account
from data_layer.engine import bare_session
from data_layer.models import Network, Stakeholder
from tests.bench.editors import Editor, edit_together, lost
from tests.bench.servers import dashboard
from tests.points_of_view import HERE, PASSWORD

EDITORS, SAVES, ROWS = 4, 12, 2


@pytest.fixture
def done(sample_database):
    """What the editors did, and on which rows."""
    with bare_session(write=True) as session:
        for number in range(EDITORS):
            add_account(session, email=f"editor{number}@example.org", password=PASSWORD, role="coordinator", networks=[HERE])
        row_ids = list(
            session.scalars(
                sa.select(Stakeholder.id).join(Network, Network.id == Stakeholder.network_id).where(Network.name == HERE).limit(ROWS)
            )
        )
        session.commit()
    with dashboard(sample_database) as server:
        editors = [Editor(server.address, f"editor{number}@example.org", PASSWORD) for number in range(EDITORS)]
        return edit_together(editors, row_ids, saves=SAVES), row_ids


def test_nothing_is_lost_and_nobody_is_turned_away(done):
    work, row_ids = done
    assert lost(work, row_ids) == []
    assert [one.failed for one in work] == [[]] * EDITORS
    assert sum(len(one.accepted) + one.refused for one in work) == EDITORS * SAVES
