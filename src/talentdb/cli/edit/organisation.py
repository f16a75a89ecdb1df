"""`talentdb edit organisation`: an organisation's name and what describes it."""

from talentdb.cli import fields, options
from talentdb.cli.asked import word_asked
from talentdb.cli.edit.changing import by_name, change_record, values_given


def edit_organisation(
    organisation: options.OneOrganisation,
    name: fields.NewName = None,
    kind: fields.OneOrganisationKind = None,
    country: fields.Country = None,
    website: fields.Website = None,
    remark: options.Note = None,
    clear: fields.Clear = None,
) -> None:
    """Mend an organisation's name, kind, country, website or note.

    Example: talentdb edit organisation Acme --kind lab
    """
    from talentdb.schema.words import ORGANISATION_KINDS

    given = {
        "name": name,
        "kind": word_asked("kind of organisation", kind, ORGANISATION_KINDS),
        "country": country,
        "website": website,
        "note": remark,
    }
    values = values_given(given, clear, ("kind", "country", "website", "note"))
    change_record("organisations", by_name("organisation", organisation), values)
