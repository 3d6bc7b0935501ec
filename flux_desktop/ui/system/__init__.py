"""What the program has to do with the system that it runs on: its bus, its task bar, its end, other instances."""
