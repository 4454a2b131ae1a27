"""Which words are the title of a document, and what of them."""
