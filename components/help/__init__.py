"""The words of the field, explained, and links to them."""
