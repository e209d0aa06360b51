"""What the account page and the switches are made of."""
