"""What people said: to which themes it was coded, by whom, and how far the two who code agree."""
