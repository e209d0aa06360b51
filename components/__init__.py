"""Pure builders: plain data in, Dash components out."""
