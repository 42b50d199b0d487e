"""What can be seen of the centre at a glance: charts, each bar with its cases."""
