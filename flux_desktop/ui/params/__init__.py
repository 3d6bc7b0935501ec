"""The sidebar of parameters, built from a model's declaration, and the choice of the model."""
