"""The window. Widgets never wait and never see HTTP or SQL."""
