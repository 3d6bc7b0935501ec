"""The services that make the pictures; the only package that speaks HTTP. A provider is one module in here."""
