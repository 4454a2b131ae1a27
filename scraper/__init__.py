"""Sources, fetcher, collections and the command line: all that touches the world."""
