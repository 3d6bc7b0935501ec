"""Small widgets that several panels and the window are made of."""
