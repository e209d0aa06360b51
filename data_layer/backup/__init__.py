"""Back-ups of the database: made while people write, checked, and put back."""
