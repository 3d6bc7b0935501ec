"""Servers that behave as the providers' documents say, or worse: real HTTP on this computer, for tests."""
