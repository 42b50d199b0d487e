"""The desk: what waits, what is out of the ordinary, what goes to a colleague."""
