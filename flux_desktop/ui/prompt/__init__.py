"""The words of the next edit, and what a run of them would do."""
