"""Home visits on the screen: asked for, planned, gone on."""
