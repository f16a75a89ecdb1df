"""Which words may stand where the ledger takes only some? (design.md §2 gives their meaning.)"""

ORGANISATION_KINDS = (
    "company",
    "lab",
    "team",
    "department",
    "university",
    "nonprofit",
    "government",
    "fund",
    "other",
)
MAIN_ROLE_KINDS = ("employment", "founder", "academic")
SIDE_ROLE_KINDS = (
    "advisor",
    "board",
    "affiliate",
    "visiting",
    "contractor",
    "intern",
    "volunteer",
    "student",
)
ROLE_KINDS = MAIN_ROLE_KINDS + SIDE_ROLE_KINDS
LINK_KINDS = ("part-of", "renamed", "merged-into", "split-from", "acquired", "invested-in")
MANNERS = ("hired", "acquired", "founded", "returned", "laid_off", "retired", "other")
STANCES = ("supports", "disputes")
# From least to most sure; a denied fact is counted nowhere.
STATUSES = ("denied", "rumoured", "reported", "confirmed")
ORIGINS = ("recorded", "derived")
CONTINUITIES = ("direct", "gap", "presumed", "overlap", "unordered")
COUNTED_CONTINUITIES = ("direct", "gap", "presumed")
STATES = ("closed", "open", "unknown")
OFFER_KINDS = ("signing", "first-year", "total", "annual", "counter-offer", "retention")
OUTCOMES = ("accepted", "declined", "countered", "pending", "unknown")
MAKERS_KNOWN = ("some", "all")
FIGURE_METRICS = ("ratio", "moves", "headcount", "retention")
QUALIFIERS = ("exact", "about", "at_least", "at_most")
