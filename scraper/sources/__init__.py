"""What can be read without a network; each source yields pages."""
