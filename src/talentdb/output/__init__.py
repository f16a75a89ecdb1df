"""How does every result leave the program?"""
