"""Collections: folders that grow every night."""
