"""What is kept of a case beside its own row: shares, talks, ends and what was thought of it."""
