"""Money: the catalogue of sources, the cases, who gave to whom."""
