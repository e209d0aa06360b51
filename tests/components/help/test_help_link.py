"""A link to an entry of the help page."""

from components.help.help_link import help_link
from tests.components.tree import text


def test_a_word_leads_to_its_entry():
    made = help_link("gap", "About the gap")
    assert (made.href, text(made)) == ("/help#gap", "About the gap")
