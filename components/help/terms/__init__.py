"""The entries of the help page, one module per group."""
