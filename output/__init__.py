"""Writers: a document becomes something that lasts."""
