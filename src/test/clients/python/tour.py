"""What a program in Python does with the service, and gets back unharmed."""

import sys
from pathlib import Path

from numeric_claims import ApiClient, ApiException, Claim, ClaimFile, ClaimPatch, ClaimsApi, Configuration

service, key = sys.argv[1:]

claims = ClaimsApi(ApiClient(Configuration(host=service, access_token=key)))

page = claims.list_claims(claimant=["ukraine"], unit=["people"], figure_gte=100000, limit=2)
while page.next:
    page = claims.list_claims(claimant=["ukraine"], unit=["people"], figure_gte=100000, limit=2, cursor=page.next)

words = Claim(figure_text="over 818,000", unit="people", claimant="Ukraine", date="2025-01-21", source="In Python")
added = claims.add_claim_with_http_info(words)
changed = claims.change_claim(str(added.data.id), added.headers["ETag"], ClaimPatch(quote="Over 818,000 of them."))
try:
    claims.change_claim(str(added.data.id), added.headers["ETag"], ClaimPatch(quote="Too late."))
except ApiException as refused:
    problem = refused.data

file = ClaimFile.from_json(Path("src/test/clients/claims.json").read_text())
report = claims.import_claims(file, dry_run=True)

assert (problem.status, problem.code) == (412, "stale"), problem
assert (report.read, report.failed, report.dry_run) == (2, 0, True), report
assert (added.data.low, added.data.high, added.data.figure) == (818001, None, 818000), added.data


def walk(**filters):
    """All claims that match, page by page."""
    page = claims.list_claims(**filters)
    yield from page.items
    while page.next:
        page = claims.list_claims(**filters, cursor=page.next)
        yield from page.items


mine = {"source": ["In Python"]}
for figure in 123456789012345, 0.123456789012345, -2.5:
    exact = Claim(figure=figure, unit="km", claimant="Python", date="2025", source="In Python")
    claim = claims.add_claim(exact)
    assert claims.get_claim(str(claim.id)).figure == figure, claim
ids = [claim.id for claim in walk(**mine, limit=2)]
assert len(ids) == len(set(ids)) == 4, ids
assert claims.list_claims(**mine, count="exact").count == 4

picked = claims.list_claims(**mine, fields=["figure"], sort="figure").items[0]
assert (picked.figure, picked.unit) == (-2.5, None), picked
told = claims.list_claims(**mine, in_unit="m", sort="figure").items[0]
assert (told.figure, told.stated_figure, told.stated_unit) == (-2500, -2.5, "km"), told

assert (changed.quote, changed.figure_text, changed.source) == ("Over 818,000 of them.", "over 818,000", "In Python")
id = str(changed.id)
assert claims.change_claim(id, "*", ClaimPatch(quote=None)).quote is None
assert claims.change_claim(id, "*", ClaimPatch(note="Read twice.")).figure_text == "over 818,000"

read = claims.get_claim_with_http_info(id)
read.data.note = "Read three times."
replaced = claims.replace_claim(id, read.headers["ETag"], read.data)
assert (replaced.note, replaced.figure, replaced.version) == ("Read three times.", 818000, read.data.version + 1)
claims.withdraw_claim(id, "*")
assert claims.get_claim(id).status == "withdrawn"

try:
    claims.add_claim(Claim(figure=1, unit="people", claimant="Python", date="2025-02-30", source="In Python"))
    raise AssertionError("The thirtieth of February was taken.")
except ApiException as refused:
    assert (refused.status, refused.data.errors[0].pointer) == (422, "/date"), refused
try:
    claims.get_claim("no-claim")
    raise AssertionError("There is such a claim.")
except ApiException as refused:
    assert (refused.status, refused.data.code) == (404, "not_found"), refused

claims.import_claims(file)
again = claims.import_claims(file)
assert (again.created, again.duplicates) == (0, 2), again
