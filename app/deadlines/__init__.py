"""Dates: the work calendar, the time rules, and the clocks of a case."""
