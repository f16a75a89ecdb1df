"""Does `talentdb sql` refuse whatever is more than a question?"""

import pytest

from tests.cli.lines import CommandLine, everything

WRITES = (
    "insert into tags (tag) values ('x')",
    "  /* a question? */ -- select\n UPDATE people SET name = 'x'",
    "delete from people",
    "with x as (select 1) delete from people",
    "with x as (select 1) insert into tags (tag) select 'x'",
    "create table x (id integer)",
    "drop view v_moves",
    "alter table people add column x text",
    "attach 'x.db' as x",
    "detach main",
    "pragma writable_schema=on",
    "pragma query_only=off",
    "vacuum into 'x.db'",
    "vacuum",
    "reindex",
    "analyze",
    "begin",
    "commit",
    "savepoint x",
    "select 1; delete from people",
    "select 1; select 2",
    "select load_extension('x')",
    "select writefile('x', 'y')",
    "select readfile('x')",
    "select \"load_extension\" /* hidden */ ('x')",
)
WRITES_ON_THE_SERVER = (
    "set transaction read write",
    "set role postgres",
    "reset all",
    "copy people to program 'cat'",
    "copy (select 1) to '/tmp/x'",
    " -- x\rcopy (select 1) to program 'cat' /*\nselect 1 */",
    "/* /* */ select */ copy (select 1) to program 'cat'",
    "do $$ begin delete from people; end $$",
    "call x()",
    "select * into x from people",
    "with gone as (delete from people returning *) select * from gone",
    "select * from people for update",
    "select set_config('transaction_read_only', 'off', false)",
    "select lo_import('/etc/passwd')",
    "select pg_read_file('/etc/passwd')",
    "select pg_terminate_backend(1)",
    "select U&\"\\006co_import\"('/etc/passwd')",
    "explain analyze delete from people",
    "table people",
    "lock people",
    "notify x",
    "select nextval('people_id_seq')",
    "select 1; commit; delete from people",
)


def refused(talentdb: CommandLine, url: str, statement: str) -> None:
    before = everything(url)
    said = talentdb("sql", statement)
    assert (said.code, said.out) == (4, ""), said
    assert said.err.startswith("talentdb: `talentdb sql` only reads: "), said
    assert said.err.count("\n") == 1
    assert everything(url) == before


@pytest.mark.parametrize("statement", WRITES)
def test_whatever_does_more_than_read_is_refused(
    summer: CommandLine, ledger_url: str, statement: str
) -> None:
    refused(summer, ledger_url, statement)


@pytest.mark.parametrize("databases", ["postgresql"], indirect=True)
@pytest.mark.parametrize("statement", WRITES_ON_THE_SERVER)
def test_whatever_escapes_a_server_is_refused(
    summer: CommandLine, ledger_url: str, statement: str
) -> None:
    refused(summer, ledger_url, statement)
