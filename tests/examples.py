"""How many examples does a test try: few each time, and very many where `make soak` asks?"""

from hypothesis import settings


def examples(few: int, soaked: int) -> int:
    """The first number, or the second under the profile of `make soak`."""
    return soaked if settings.get_current_profile_name() == "soak" else few
