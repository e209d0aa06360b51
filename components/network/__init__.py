"""The page of one network: its picture, its panel, its figures, its tables."""
