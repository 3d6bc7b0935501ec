"""What an edit is, in plain values; standard library only."""
