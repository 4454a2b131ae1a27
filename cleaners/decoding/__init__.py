"""How bytes become text: as browsers decode, then checked."""
