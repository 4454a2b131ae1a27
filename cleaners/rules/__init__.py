"""What sites write, and how: the general rules as tables, and how lines are compared with them."""
