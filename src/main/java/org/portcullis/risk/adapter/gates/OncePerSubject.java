package org.portcullis.risk.adapter.gates;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portcullis.risk.Subject;

/**
 * Works something out once for a subject that is asked about twice, for sizing and for judging. Only the last subject
 * is remembered, and by identity: another judgement always begins anew.
 */
final class OncePerSubject<T> {

    private final Function<Subject, T> question;
    private volatile @Nullable Known<T> last;

    OncePerSubject(Function<Subject, T> question) {
        this.question = question;
    }

    T of(Subject subject) {
        Known<T> known = last;
        if (known == null || known.subject() != subject) {
            known = new Known<>(subject, question.apply(subject));
            last = known;
        }
        return known.answer();
    }

    private record Known<T>(Subject subject, T answer) {
    }
}
