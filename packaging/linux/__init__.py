"""Everything Linux: the .deb, the AppImage, the wheel, and what makes the program at home on a desktop."""
