"""Characters as their author would have typed them: Unicode, width, spaces, script."""
