"""Page numbers, running heads and feet of the document's own pages."""
