"""The parts of the page on indicators."""
