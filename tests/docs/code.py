"""What does the code hold that the documentation must speak of?"""

import talentdb.errors
from talentdb.errors import TalentdbError


def error_classes() -> list[type[TalentdbError]]:
    """Every error that a command can end with; the one above them all is none itself."""
    public = [getattr(talentdb.errors, name) for name in talentdb.errors.__all__]
    return [
        kind for kind in public if issubclass(kind, TalentdbError) and kind is not TalentdbError
    ]
