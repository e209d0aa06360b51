"""What service users say through a link: made, answered, counted."""
