"""The fetcher: polite, bounded, safe."""
