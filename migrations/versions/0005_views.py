"""Roles, moves and people as any tool reads them, without joins.

A later migration that rebuilds a table which a view reads drops the views first and makes them
again: neither database alters a table under a view.
"""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    cited = {"role": "role_id", "move": "transition_id", "stated": "transition_id"}
    status = {fact: STATUS.format(fact=fact, cited_by=column) for fact, column in cited.items()}
    joined = "group_concat" if op.get_bind().dialect.name == "sqlite" else "string_agg"
    for view in (ROLES, MOVES, PEOPLE):
        op.execute(view.format(joined=joined, **status))


# By hand, else what the citations give, else reported.
STATUS = """COALESCE(
        {fact}.status,
        (
            SELECT CASE said.stance WHEN 'disputes' THEN 'denied'
                   ELSE COALESCE(said.status, 'reported') END
            FROM citations AS said JOIN sources AS source ON source.id = said.source_id
            WHERE said.{cited_by} = {fact}.id
                AND (said.stance = 'supports' OR source.published_latest IS NOT NULL)
            ORDER BY
                source.published_latest IS NULL,
                source.published_latest DESC,
                CASE WHEN said.stance = 'disputes' THEN 0
                     ELSE CASE COALESCE(said.status, 'reported')
                          WHEN 'denied' THEN 0 WHEN 'rumoured' THEN 1 WHEN 'reported' THEN 2
                          ELSE 3 END END DESC
            LIMIT 1
        ),
        'reported'
    )"""

ROLES = """
CREATE VIEW v_roles AS
SELECT
    role.id,
    role.person_id,
    person.name AS person,
    role.organisation_id,
    organisation.name AS organisation,
    role.title,
    role.kind,
    role.started,
    role.started_earliest,
    role.started_latest,
    role.ended,
    role.ended_earliest,
    role.ended_latest,
    role.seen,
    {role} AS status,
    (SELECT COUNT(*) FROM citations WHERE citations.role_id = role.id) AS citations
FROM roles AS role
JOIN people AS person ON person.id = role.person_id
JOIN organisations AS organisation ON organisation.id = role.organisation_id
"""

# newest: each renamed organisation with the one whose name it bears now.
# told: every move with its status. A derived one that a recorded move tells already is left out,
# as is what happens inside one organisation or only follows its split into successors.
MOVES = """
CREATE VIEW v_moves AS
WITH RECURSIVE
chain (old_id, new_id, depth) AS (
    SELECT organisation_id, other_id, 1 FROM organisation_links WHERE kind = 'renamed'
    UNION
    SELECT chain.old_id, link.other_id, chain.depth + 1
    FROM chain JOIN organisation_links AS link ON link.organisation_id = chain.new_id
    WHERE link.kind = 'renamed' AND chain.depth < 20
),
newest (old_id, new_id) AS (
    SELECT old_id, MIN(new_id) FROM chain
    WHERE new_id NOT IN (SELECT organisation_id FROM organisation_links WHERE kind = 'renamed')
    GROUP BY old_id
),
split (from_id, to_id, began) AS (
    SELECT
        COALESCE(origin.new_id, link.other_id),
        COALESCE(successor.new_id, link.organisation_id),
        link.started_earliest
    FROM organisation_links AS link
    LEFT JOIN newest AS origin ON origin.old_id = link.other_id
    LEFT JOIN newest AS successor ON successor.old_id = link.organisation_id
    WHERE link.kind = 'split-from'
),
told AS (SELECT move.*, {move} AS said FROM transitions AS move),
visible AS (
    SELECT
        told.*,
        COALESCE(origin.new_id, told.from_organisation_id, twin_origin.new_id,
                 twin.from_organisation_id) AS from_id,
        COALESCE(destination.new_id, told.to_organisation_id, twin_destination.new_id,
                 twin.to_organisation_id) AS to_id,
        COALESCE(told.from_title, twin.from_title) AS left_title,
        COALESCE(told.to_title, twin.to_title) AS joined_title,
        COALESCE(told.continuity, twin.continuity,
                 CASE WHEN told.date IS NULL THEN 'presumed' ELSE 'direct' END) AS meeting,
        CASE told.origin WHEN 'derived' THEN told.gap_days ELSE twin.gap_days END AS gap
    FROM told
    LEFT JOIN transitions AS twin ON twin.twin_of_id = told.id
    LEFT JOIN newest AS origin ON origin.old_id = told.from_organisation_id
    LEFT JOIN newest AS destination ON destination.old_id = told.to_organisation_id
    LEFT JOIN newest AS twin_origin ON twin_origin.old_id = twin.from_organisation_id
    LEFT JOIN newest AS twin_destination ON twin_destination.old_id = twin.to_organisation_id
    WHERE told.said IN ('reported', 'confirmed')
        AND NOT (
            told.origin = 'derived'
            AND EXISTS (
                SELECT 1 FROM transitions AS stated
                WHERE stated.id = told.twin_of_id AND {stated} <> 'rumoured'
            )
        )
)
SELECT
    visible.id,
    visible.person_id,
    person.name AS person,
    visible.from_id AS from_organisation_id,
    origin.name AS from_organisation,
    visible.to_id AS to_organisation_id,
    destination.name AS to_organisation,
    visible.date,
    visible.date_earliest,
    visible.date_latest,
    visible.left_title AS from_title,
    visible.joined_title AS to_title,
    visible.meeting AS continuity,
    visible.gap AS gap_days,
    visible.origin,
    visible.manner,
    visible.said AS status,
    (
        SELECT COUNT(*) FROM citations
        WHERE citations.transition_id = visible.id
            OR (visible.origin = 'derived'
                AND citations.role_id IN (visible.from_role_id, visible.to_role_id))
    ) AS citations
FROM visible
JOIN people AS person ON person.id = visible.person_id
LEFT JOIN organisations AS origin ON origin.id = visible.from_id
LEFT JOIN organisations AS destination ON destination.id = visible.to_id
WHERE (visible.from_id IS NULL OR visible.to_id IS NULL OR visible.from_id <> visible.to_id)
    AND NOT EXISTS (
        SELECT 1 FROM split
        WHERE split.from_id = visible.from_id AND split.to_id = visible.to_id
            AND (split.began IS NULL OR visible.date_latest IS NULL
                 OR split.began <= visible.date_latest)
    )
"""

# As `query people`: the spell that runs, or where the latest recorded move led to, or a role
# without dates that has not ended. No day in the record lies after its own last day, so today
# gives the same answer as the day to which the record speaks.
PEOPLE = r"""
CREATE VIEW v_people AS
WITH
each_position AS (
    SELECT
        spell.person_id, spell.organisation_id, last.title, spell.started,
        COALESCE(spell.started_earliest, spell.started_latest) AS began,
        last.seen_latest AS seen
    FROM spells AS spell JOIN roles AS last ON last.id = spell.last_role_id
    WHERE (spell.started_earliest IS NULL OR spell.started_earliest <= CURRENT_DATE)
        AND NOT COALESCE(spell.state = 'closed' AND spell.ended_latest <= CURRENT_DATE, FALSE)
        AND NOT COALESCE(spell.state = 'unknown' AND spell.presumed_end <= CURRENT_DATE, FALSE)
        AND spell.left_by_id IS NULL
    UNION ALL
    SELECT
        move.person_id, move.to_organisation_id, move.to_title, move.date,
        COALESCE(move.date_earliest, move.date_latest), NULL
    FROM transitions AS move
    WHERE move.origin = 'recorded'
        AND move.to_organisation_id IS NOT NULL
        AND (move.date_earliest IS NULL OR move.date_earliest <= CURRENT_DATE)
        AND {move} IN ('reported', 'confirmed')
        AND move.id NOT IN (SELECT joined_by_id FROM spells WHERE joined_by_id IS NOT NULL)
        AND NOT EXISTS (
            SELECT 1 FROM transitions AS later
            WHERE later.person_id = move.person_id AND later.origin = 'recorded'
                AND later.from_organisation_id = move.to_organisation_id
                AND (move.date IS NULL OR later.date_latest >= move.date_earliest)
        )
    UNION ALL
    SELECT
        role.person_id, role.organisation_id, role.title, role.started,
        role.started_earliest, role.seen_latest
    FROM roles AS role
    WHERE role.started IS NULL
        AND (role.ended = '..' OR (role.ended IS NULL AND role.seen IS NOT NULL))
        AND role.kind IN ('employment', 'founder', 'academic')
        AND {role} IN ('reported', 'confirmed')
        AND NOT EXISTS (
            SELECT 1 FROM transitions AS moved
            WHERE moved.person_id = role.person_id AND moved.origin = 'recorded'
                AND moved.from_organisation_id = role.organisation_id
        )
),
numbered AS (
    SELECT
        each_position.*,
        ROW_NUMBER() OVER (
            PARTITION BY person_id
            ORDER BY began IS NULL, began DESC, seen IS NULL, seen DESC,
                     organisation_id, title IS NULL, title
        ) AS place
    FROM each_position
)
SELECT
    person.id,
    person.name AS person,
    position.organisation_id,
    organisation.name AS organisation,
    position.title,
    position.started,
    (
        SELECT {joined}(REPLACE(mark, '|', '\|'), ' | ') FROM (
            SELECT scheme || ':' || value AS mark FROM identifiers
            WHERE identifiers.person_id = person.id ORDER BY 1
        ) AS marks
    ) AS identifiers,
    (
        SELECT {joined}(REPLACE(tag, '|', '\|'), ' | ') FROM (
            SELECT tag FROM tags WHERE tags.person_id = person.id ORDER BY 1
        ) AS words
    ) AS tags,
    person.note
FROM people AS person
LEFT JOIN numbered AS position ON position.person_id = person.id AND position.place = 1
LEFT JOIN organisations AS organisation ON organisation.id = position.organisation_id
"""
