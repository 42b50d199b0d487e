"""Which program this is, for reports, logs and stores."""

VERSION = "0.1.0"
