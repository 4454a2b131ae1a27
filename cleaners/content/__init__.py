"""Which boxes of a page hold its main content, where no profile says so."""
