"""Local worker processes."""
