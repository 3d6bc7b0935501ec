"""Recipes in the files of other programs, as far as they can be mapped on the parameters of this one."""
