module tour

go 1.23

require numericclaims v0.0.0

replace numericclaims => ../../../../target/clients/go
