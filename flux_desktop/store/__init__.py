"""What is kept on this computer: the library, the images, the settings, the keys."""
