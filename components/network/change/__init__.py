"""A network on two days, block by block."""
