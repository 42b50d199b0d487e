"""Finding: by number, phone, name, initials or any words of a case."""
