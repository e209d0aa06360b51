"""How a micro project comes to stand alone, block by block."""
