"""Files of strangers: recognised by what is in them, read in a process of their own into plain tables of text."""
