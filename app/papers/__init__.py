"""Papers: what stands on each of them, and the record of those given out."""
