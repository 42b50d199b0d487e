"""Cases: how one is filled in, registered, corrected, listed and seen."""
