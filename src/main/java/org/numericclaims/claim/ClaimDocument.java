package org.numericclaims.claim;

import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.numericclaims.http.Form;

/** One claim in a form for programs that don't know this service; the package exchange has it. */
public interface ClaimDocument {

    String TYPE = "application/ld+json";
    Form FORM = new Form("jsonld", MediaType.valueOf(TYPE));

    /** The members of the document, in their order. */
    Map<String, Object> of(ClaimView claim);
}
