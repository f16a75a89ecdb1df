"""What is every error that a user can mend?"""


class TalentdbError(Exception):
    """Something that the user can mend. `exit_code` is what the process ends with."""

    exit_code = 4
