"""Bringing files in: choosing one, saying where its columns go, and looking at each row before anything is done."""
