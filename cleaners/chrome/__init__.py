"""Which lines the site wrote and which the document, and where the document begins and ends."""
