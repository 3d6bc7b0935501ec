"""Runs written as code."""
