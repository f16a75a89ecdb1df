"""How do files become facts? (design.md §8)"""
