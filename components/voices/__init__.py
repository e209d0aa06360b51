"""The parts of the page on what people said."""
