"""The services that make the pictures; the only package that speaks HTTP. Every module here is one provider."""
