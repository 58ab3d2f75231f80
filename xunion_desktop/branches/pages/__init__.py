"""What the page of the unions is made of: the form of a union and the pages beside it."""
