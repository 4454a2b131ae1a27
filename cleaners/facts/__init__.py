"""What badges, labels, paths and objects for machines state of a document."""
