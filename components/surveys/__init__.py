"""Links for service users, as coordinators see them."""
