"""What the pages on micro projects are made of."""
