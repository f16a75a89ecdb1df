"""How does the record become a page that people publish? (docs/reports.md)"""
