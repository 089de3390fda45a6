package org.portcullis.web.adapter.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.portcullis.engine.route.Json;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;

/** How the interface writes JSON: as strict as between rooms, amounts as decimal text, problems flat. */
public final class WebJson {

    private static final ObjectMapper MAPPER = Json.shared().copy().registerModule(new KernelJson())
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class);

    private WebJson() {
    }

    /** The mapper; not to be reconfigured. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }
}
