"""Pictures in layers, written for other programs: OpenRaster and PSD."""
