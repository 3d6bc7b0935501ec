"""The disk image for macOS: the frozen program as an app bundle, signed and notarised where that can be done."""
