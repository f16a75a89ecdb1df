"""A ledger of talent movement: who held which role where, who moved, on whose word."""

__version__ = "0.1.0"
