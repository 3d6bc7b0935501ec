"""What every release has, whatever the system: its stamp, its notes, its checksums and the list of its parts."""
