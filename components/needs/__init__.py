"""What the page on needs and events is made of."""
