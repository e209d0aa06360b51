"""What each role can do here."""

import pytest

from components.help.role_guide import role_guide
from tests.components.tree import of_type, text

WORK = ["/", "/network", "/needs", "/micro-projects", "/funding", "/participation"]


@pytest.mark.parametrize(
    ("role", "places"),
    [
        ("coordinator", [*WORK, "/data", "/data/import", "/history", "/account"]),
        ("leader", [*WORK, "/outcomes", "/account"]),
        ("funder", ["/outcomes", "/account"]),
        ("administrator", ["/admin", "/account"]),
    ],
)
def test_the_guide_leads_only_where_the_role_may_go(role, places):
    assert [link.href for link in of_type(role_guide(role), "Link")] == places


def test_the_guide_names_the_role():
    assert "Your role: funder." in text(role_guide("funder"))
