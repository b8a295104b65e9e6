// What a program in Go does with the service, and gets back unharmed.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"

	"numericclaims"
)

func main() {
	log.SetFlags(log.Lshortfile)
	service, key := os.Args[1], os.Args[2]

	configuration := numericclaims.NewConfiguration()
	configuration.Servers = numericclaims.ServerConfigurations{{URL: service}}
	claims := numericclaims.NewAPIClient(configuration).ClaimsAPI
	ctx := context.WithValue(context.Background(), numericclaims.ContextAccessToken, key)

	list := claims.ListClaims(ctx).Claimant([]string{"ukraine"}).Unit([]string{"people"}).FigureGte(100000).Limit(2)
	page, _, err := list.Execute()
	for err == nil && page.Next.Get() != nil {
		page, _, err = list.Cursor(*page.Next.Get()).Execute()
	}
	must(err)

	words := numericclaims.NewClaim("people", "Ukraine", "2025-01-21", "In Go")
	words.SetFigureText("over 818,000")
	added, answer, err := claims.AddClaim(ctx).Claim(*words).Execute()
	must(err)
	etag := answer.Header.Get("ETag")

	quote := numericclaims.NewClaimPatch()
	quote.SetQuote("Over 818,000 of them.")
	changed, _, err := claims.ChangeClaim(ctx, added.GetId()).IfMatch(etag).ClaimPatch(*quote).Execute()
	must(err)
	_, _, err = claims.ChangeClaim(ctx, added.GetId()).IfMatch(etag).ClaimPatch(*quote).Execute()
	problem := refusal(err)

	bytes, err := os.ReadFile("src/test/clients/claims.json")
	must(err)
	var file numericclaims.ClaimFile
	must(json.Unmarshal(bytes, &file))
	report, _, err := claims.ImportClaims(ctx).ClaimFile(file).DryRun(true).Execute()
	must(err)

	check(problem.Status == 412 && problem.Code == "stale", problem)
	check(report.GetRead() == 2 && report.GetFailed() == 0 && report.GetDryRun(), report)
	check(added.GetLow() == 818001 && added.High.Get() == nil && added.GetFigure() == 818000, added)
	check(changed.GetQuote() == "Over 818,000 of them." && changed.GetFigureText() == "over 818,000", changed)

	for _, figure := range []float64{123456789012345, 0.123456789012345, -2.5} {
		exact := numericclaims.NewClaim("km", "Go", "2025", "In Go")
		exact.SetFigure(figure)
		claim, _, err := claims.AddClaim(ctx).Claim(*exact).Execute()
		must(err)
		read, _, err := claims.GetClaim(ctx, claim.GetId()).Execute()
		must(err)
		check(read.GetFigure() == figure, read)
	}

	mine := claims.ListClaims(ctx).Source([]string{"In Go"}).Sort("figure")
	picked, _, err := mine.Fields([]string{"figure"}).Execute()
	must(err)
	check(len(picked.Items) == 4 && picked.Items[0].GetFigure() == -2.5 && !picked.Items[0].HasUnit(), picked)
	told, _, err := mine.InUnit("m").Execute()
	must(err)
	check(told.Items[0].GetFigure() == -2500 && told.Items[0].GetStatedUnit() == "km", told)

	clear := numericclaims.NewClaimPatch()
	clear.SetQuoteNil()
	cleared, _, err := claims.ChangeClaim(ctx, changed.GetId()).IfMatch("*").ClaimPatch(*clear).Execute()
	must(err)
	check(cleared.Quote.Get() == nil && cleared.GetFigureText() == "over 818,000", cleared)

	read, answer, err := claims.GetClaim(ctx, changed.GetId()).Execute()
	must(err)
	read.SetNote("Read twice.")
	replaced, _, err := claims.ReplaceClaim(ctx, read.GetId()).IfMatch(answer.Header.Get("ETag")).Claim(*read).Execute()
	must(err)
	check(replaced.GetNote() == "Read twice." && replaced.GetVersion() == read.GetVersion()+1, replaced)
	answer, err = claims.WithdrawClaim(ctx, read.GetId()).IfMatch("*").Execute()
	must(err)
	check(answer.StatusCode == http.StatusNoContent, answer)

	impossible := numericclaims.NewClaim("people", "Go", "2025-02-30", "In Go")
	impossible.SetFigure(1)
	_, _, err = claims.AddClaim(ctx).Claim(*impossible).Execute()
	check(refusal(err).Errors[0].GetPointer() == "/date", err)
	_, _, err = claims.GetClaim(ctx, "no-claim").Execute()
	check(refusal(err).Code == "not_found", err)

	_, _, err = claims.ImportClaims(ctx).ClaimFile(file).Execute()
	must(err)
	again, _, err := claims.ImportClaims(ctx).ClaimFile(file).Execute()
	must(err)
	check(again.GetCreated() == 0 && again.GetDuplicates() == 2, again)
}

// What the service has against it.
func refusal(err error) numericclaims.Problem {
	var refused *numericclaims.GenericOpenAPIError
	check(errors.As(err, &refused), err)
	return refused.Model().(numericclaims.Problem)
}

func must(err error) {
	if err != nil {
		log.Output(2, err.Error())
		os.Exit(1)
	}
}

func check(good bool, what any) {
	if !good {
		log.Output(2, fmt.Sprintf("%+v", what))
		os.Exit(1)
	}
}
