"""The contact sheet: selected pictures with what made them, on pages for a client."""
