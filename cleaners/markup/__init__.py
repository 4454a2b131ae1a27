"""A tree of HTML becomes lines and the boxes that hold them, in one pass."""
