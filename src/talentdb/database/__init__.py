"""The only code that knows which database holds the ledger."""
