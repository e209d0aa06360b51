"""What people may change, in which form, and how: the same for grids, forms, the picture, imports and exports."""
