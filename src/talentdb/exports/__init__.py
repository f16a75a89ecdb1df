"""How does a ledger become files? (design.md §8)"""
