"""How do numbers become pictures? Pure functions from data to shapes, and from shapes to SVG."""
