"""Home visits (上门服务): asked for, planned without clashes, done, followed up, counted."""
