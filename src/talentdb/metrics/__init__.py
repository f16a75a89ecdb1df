"""Numbers about movement: one file a metric, its definition in the docstring."""
