"""Offers, works with their credits, published figures; and what sources say of them."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

OLD = (
    "role_id",
    "transition_id",
    "organisation_link_id",
    "person_name_id",
    "organisation_name_id",
)
NEW = {"offer_id": "offers", "work_id": "works", "credit_id": "credits", "figure_id": "figures"}
STATUSES = "'denied', 'rumoured', 'reported', 'confirmed'"


def upgrade() -> None:
    _offers()
    _works()
    _figures()
    if op.get_bind().dialect.name == "sqlite":
        _citations_anew()
    else:
        for column, target in NEW.items():
            op.add_column("citations", sa.Column(column, sa.Integer(), nullable=True))
            op.create_foreign_key(
                op.f(f"fk_citations_{column}"),
                "citations",
                target,
                [column],
                ["id"],
                deferrable=True,
                initially="DEFERRED",
            )
        op.drop_constraint(op.f("ck_citations_exactly_one"), "citations", type_="check")
        op.create_check_constraint(op.f("ck_citations_exactly_one"), "citations", _exactly_one())
    for column in NEW:
        _index_where_set("citations", column)


def _offers() -> None:
    op.create_table(
        "offers",
        _id(),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("at_organisation_id", sa.Integer(), nullable=True),
        sa.Column("at_least", sa.BigInteger(), nullable=True),
        sa.Column("at_most", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        *_date("date"),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        _change_set(),
        sa.CheckConstraint(
            "kind IN ('signing', 'first-year', 'total', 'annual', 'counter-offer', 'retention')",
            name=op.f("ck_offers_kind"),
        ),
        sa.CheckConstraint(
            "outcome IN ('accepted', 'declined', 'countered', 'pending', 'unknown')",
            name=op.f("ck_offers_outcome"),
        ),
        sa.CheckConstraint(f"status IN ({STATUSES})", name=op.f("ck_offers_status")),
        sa.CheckConstraint(
            "at_least >= 0 AND at_most >= 0 AND at_least <= at_most", name=op.f("ck_offers_amount")
        ),
        _key("offers", "organisation_id", "organisations"),
        _key("offers", "person_id", "people"),
        _key("offers", "at_organisation_id", "organisations"),
        _key("offers", "change_set_id", "change_sets"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offers")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_offers_organisation_id"), "offers", ["organisation_id"])
    _index_where_set("offers", "person_id")
    _index_where_set("offers", "at_organisation_id")


def _works() -> None:
    op.create_table(
        "works",
        _id(),
        sa.Column("name", _code_point_text(), nullable=False),
        sa.Column("name_key", _code_point_text(), nullable=False),
        sa.Column("search_key", _code_point_text(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        *_date("date"),
        sa.Column("makers_known", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        _change_set(),
        sa.CheckConstraint("makers_known IN ('some', 'all')", name=op.f("ck_works_makers_known")),
        _key("works", "organisation_id", "organisations"),
        _key("works", "change_set_id", "change_sets"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_works")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_works_name_key"), "works", ["name_key"])
    op.create_index(op.f("ix_works_search_key"), "works", ["search_key"])
    op.create_index(op.f("ix_works_organisation_id"), "works", ["organisation_id"])
    op.create_table(
        "credits",
        _id(),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.Column("credited_as", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        _change_set(),
        sa.CheckConstraint(f"status IN ({STATUSES})", name=op.f("ck_credits_status")),
        _key("credits", "person_id", "people"),
        _key("credits", "work_id", "works"),
        _key("credits", "change_set_id", "change_sets"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_credits")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_credits_person_id"), "credits", ["person_id"])
    op.create_index(op.f("ix_credits_work_id"), "credits", ["work_id"])


def _figures() -> None:
    op.create_table(
        "figures",
        _id(),
        sa.Column("metric", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("counterpart_id", sa.Integer(), nullable=True),
        sa.Column("published", sa.Double(), nullable=False),
        sa.Column("qualifier", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=True),
        *_date("since"),
        *_date("until"),
        sa.Column("note", sa.Text(), nullable=True),
        _change_set(),
        sa.CheckConstraint(
            "metric IN ('ratio', 'moves', 'headcount', 'retention')",
            name=op.f("ck_figures_metric"),
        ),
        sa.CheckConstraint(
            "qualifier IN ('exact', 'about', 'at_least', 'at_most')",
            name=op.f("ck_figures_qualifier"),
        ),
        sa.CheckConstraint("published >= 0", name=op.f("ck_figures_published")),
        sa.CheckConstraint("n > 0", name=op.f("ck_figures_n")),
        sa.CheckConstraint("until_latest >= since_earliest", name=op.f("ck_figures_window")),
        sa.CheckConstraint(
            "organisation_id <> counterpart_id", name=op.f("ck_figures_two_organisations")
        ),
        _key("figures", "organisation_id", "organisations"),
        _key("figures", "counterpart_id", "organisations"),
        _key("figures", "change_set_id", "change_sets"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_figures")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_figures_organisation_id"), "figures", ["organisation_id"])
    _index_where_set("figures", "counterpart_id")


def _citations_anew() -> None:
    """SQLite changes no CHECK in place: the table is made again, with its rows, under its views."""
    bind = op.get_bind()
    views = bind.execute(
        sa.text("SELECT name, sql FROM sqlite_schema WHERE type = 'view' ORDER BY rowid")
    ).all()
    last = bind.scalar(sa.text("SELECT seq FROM sqlite_sequence WHERE name = 'citations'"))
    for name, _ in views:
        op.execute(f"DROP VIEW {name}")
    references = {
        "role_id": "roles",
        "transition_id": "transitions",
        "organisation_link_id": "organisation_links",
        "person_name_id": "person_names",
        "organisation_name_id": "organisation_names",
        **NEW,
        "source_id": "sources",
        "via_source_id": "sources",
        "change_set_id": "change_sets",
    }
    facts = (sa.Column(name, sa.Integer(), nullable=True) for name in (*OLD, *NEW))
    texts = ("status", "field", "value", "quote", "locator", "said_by")
    op.create_table(
        "citations_new",
        _id(),
        *facts,
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("stance", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=True) for name in texts),
        sa.Column("via_source_id", sa.Integer(), nullable=True),
        _change_set(),
        sa.CheckConstraint("stance IN ('supports', 'disputes')", name=op.f("ck_citations_stance")),
        sa.CheckConstraint(f"status IN ({STATUSES})", name=op.f("ck_citations_status")),
        sa.CheckConstraint("(field IS NULL) = (value IS NULL)", name=op.f("ck_citations_claim")),
        sa.CheckConstraint(_exactly_one(), name=op.f("ck_citations_exactly_one")),
        sa.CheckConstraint("via_source_id <> source_id", name=op.f("ck_citations_via")),
        *(_key("citations", column, target) for column, target in references.items()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_citations")),
        sqlite_autoincrement=True,
    )
    kept = ", ".join(("id", *OLD, "source_id", "stance", *texts, "via_source_id", "change_set_id"))
    op.execute(f"INSERT INTO citations_new ({kept}) SELECT {kept} FROM citations")
    op.drop_table("citations")
    op.rename_table("citations_new", "citations")
    if last is not None:  # the id of a citation that is gone is not given out again
        op.execute("DELETE FROM sqlite_sequence WHERE name = 'citations'")
        op.execute(f"INSERT INTO sqlite_sequence (name, seq) VALUES ('citations', {int(last)})")
    for column in OLD:
        _index_where_set("citations", column)
    op.create_index(op.f("ix_citations_source_id"), "citations", ["source_id"])
    for _, statement in views:
        op.execute(statement)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), autoincrement=True, nullable=False)


def _change_set() -> sa.Column[int]:
    return sa.Column("change_set_id", sa.Integer(), nullable=False)


def _code_point_text() -> sa.Text:
    return sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql")


def _date(name: str) -> tuple[sa.Column[str], sa.Column[object], sa.Column[object]]:
    return (
        sa.Column(name, sa.Text(), nullable=True),
        sa.Column(f"{name}_earliest", sa.Date(), nullable=True),
        sa.Column(f"{name}_latest", sa.Date(), nullable=True),
    )


def _key(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column],
        [f"{target}.id"],
        name=op.f(f"fk_{table}_{column}"),
        initially="DEFERRED",
        deferrable=True,
    )


def _exactly_one() -> str:
    counted = (f"CASE WHEN {column} IS NULL THEN 0 ELSE 1 END" for column in (*OLD, *NEW))
    return " + ".join(counted) + " = 1"


def _index_where_set(table: str, column: str) -> None:
    present = sa.text(f"{column} IS NOT NULL")
    op.create_index(
        f"ix_{table}_{column}",
        table,
        [column],
        unique=False,
        sqlite_where=present,
        postgresql_where=present,
    )
