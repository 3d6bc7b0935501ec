"""Real pixel edits by formula: light, colour, grain, paint, shape, pictures made of nothing. No model, no network."""
