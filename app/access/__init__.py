"""Who may do what: signing in, passwords, and a second person's word."""
