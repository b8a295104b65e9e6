/** What a program in TypeScript does with the service, and gets back unharmed. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  Claim,
  ClaimFileFromJSON,
  ClaimsApi,
  Configuration,
  ListClaimsRequest,
  ListedClaim,
  Problem,
  ProblemFromJSON,
  ResponseError,
} from "../../../../target/clients/typescript/src";

const [service, key] = process.argv.slice(2);

const claims = new ClaimsApi(new Configuration({ basePath: service, accessToken: key }));

/** What the service has against it. */
async function refusal(request: Promise<unknown>): Promise<Problem> {
  const error = await request.then(() => assert.fail("It was done."), (error: unknown) => error);
  assert(error instanceof ResponseError);
  return ProblemFromJSON(await error.response.json());
}

/** All claims that match, page by page. */
async function walk(filters: ListClaimsRequest): Promise<ListedClaim[]> {
  const found: ListedClaim[] = [];
  let cursor: string | undefined;
  do {
    const page = await claims.listClaims({ ...filters, cursor });
    found.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);
  return found;
}

async function tour(): Promise<void> {
  const filters = { claimant: ["ukraine"], unit: ["people"], figureGte: 100000, limit: 2 };
  let page = await claims.listClaims(filters);
  while (page.next) {
    page = await claims.listClaims({ ...filters, cursor: page.next });
  }

  const words = { figureText: "over 818,000", unit: "people", claimant: "Ukraine", date: "2025-01-21" };
  const answer = await claims.addClaimRaw({ claim: { ...words, source: "In TypeScript" } });
  const [added, ifMatch] = [await answer.value(), answer.raw.headers.get("ETag")!];
  const quote = { id: added.id!, ifMatch, claimPatch: { quote: "Over 818,000 of them." } };
  const changed = await claims.changeClaim(quote);
  const problem = await refusal(claims.changeClaim(quote));

  const claimFile = ClaimFileFromJSON(JSON.parse(readFileSync("src/test/clients/claims.json", "utf8")));
  const report = await claims.importClaims({ claimFile, dryRun: true });

  assert(page.items.length > 0);
  assert.deepEqual([problem.status, problem.code], [412, "stale"]);
  assert.deepEqual([report.read, report.failed, report.dryRun], [2, 0, true]);
  assert.deepEqual([added.low, added.high, added.figure], [818001, null, 818000]);

  const mine = { source: ["In TypeScript"] };
  for (const figure of [123456789012345, 0.123456789012345, -2.5]) {
    const exact: Claim = { figure, unit: "km", claimant: "TypeScript", date: "2025", source: "In TypeScript" };
    const claim = await claims.addClaim({ claim: exact });
    assert.equal((await claims.getClaim({ id: claim.id! })).figure, figure);
  }
  const ids = (await walk({ ...mine, limit: 2 })).map((claim) => claim.id);
  assert.equal(ids.length, 4);
  assert.equal(new Set(ids).size, 4);
  assert.equal((await claims.listClaims({ ...mine, count: "exact" })).count, 4);

  const [picked] = (await claims.listClaims({ ...mine, fields: ["figure"], sort: "figure" })).items;
  assert.deepEqual([picked.figure, picked.unit], [-2.5, undefined]);
  const [told] = (await claims.listClaims({ ...mine, inUnit: "m", sort: "figure" })).items;
  assert.deepEqual([told.figure, told.statedFigure, told.statedUnit], [-2500, -2.5, "km"]);

  assert.deepEqual([changed.quote, changed.figureText], ["Over 818,000 of them.", "over 818,000"]);
  const id = changed.id!;
  assert.equal((await claims.changeClaim({ id, ifMatch: "*", claimPatch: { quote: null } })).quote, null);
  const noted = await claims.changeClaim({ id, ifMatch: "*", claimPatch: { note: "Read twice." } });
  assert.equal(noted.figureText, "over 818,000");

  const read = await claims.getClaimRaw({ id });
  const claim = { ...(await read.value()), note: "Read three times." };
  const replaced = await claims.replaceClaim({ id, ifMatch: read.raw.headers.get("ETag")!, claim });
  assert.deepEqual([replaced.note, replaced.figure, replaced.version], ["Read three times.", 818000, claim.version! + 1]);
  await claims.withdrawClaim({ id, ifMatch: "*" });
  assert.equal((await claims.getClaim({ id })).status, "withdrawn");

  const impossible = { figure: 1, unit: "people", claimant: "TypeScript", date: "2025-02-30", source: "In TypeScript" };
  const wrong = await refusal(claims.addClaim({ claim: impossible }));
  assert.deepEqual([wrong.status, wrong.errors![0].pointer], [422, "/date"]);
  const missing = await refusal(claims.getClaim({ id: "no-claim" }));
  assert.deepEqual([missing.status, missing.code], [404, "not_found"]);

  await claims.importClaims({ claimFile });
  const again = await claims.importClaims({ claimFile });
  assert.deepEqual([again.created, again.duplicates], [0, 2]);
}

tour();
