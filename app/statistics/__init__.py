"""What is seen at a glance of a stretch of time: figures as the month's report defines them, each
with the cases it was counted of."""
