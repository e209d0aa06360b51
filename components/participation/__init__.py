"""What the participation page says and shows beside its pictures."""
