package org.portcullis.web.adapter.rest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every error under {@code /api} is a problem document (RFC 9457): what happened and what to do. */
@RestControllerAdvice(basePackages = {"org.portcullis.web.adapter.rest", "org.portcullis.web.adapter.stream"})
class ApiProblems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    @ExceptionHandler(NotFound.class)
    ProblemDetail notFound(NotFound missing) {
        return problem(HttpStatus.NOT_FOUND, missing.getMessage());
    }

    @ExceptionHandler(Refused.class)
    ProblemDetail refused(Refused refused) {
        return problem(HttpStatus.CONFLICT, refused.getMessage());
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ProblemDetail malformed(IllegalArgumentException malformed) {
        return problem(HttpStatus.BAD_REQUEST, malformed.getMessage());
    }

    @ExceptionHandler(AccessDeniedException.class)
    ProblemDetail denied(AccessDeniedException denied) {
        return problem(HttpStatus.FORBIDDEN, "Your roles do not permit this.");
    }

    @ExceptionHandler(RuntimeException.class)
    ProblemDetail failed(RuntimeException failed) {
        LOG.error("a request of the interface failed", failed);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "Something failed on our side. Look at what you"
                + " meant to change before you try again; the log has the details.");
    }

    private static ProblemDetail problem(HttpStatus status, @org.jspecify.annotations.Nullable String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail == null ? status.getReasonPhrase() : detail);
    }
}
