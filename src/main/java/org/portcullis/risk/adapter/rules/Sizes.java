package org.portcullis.risk.adapter.rules;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.engine.rules.ErasableRecorder;
import org.portcullis.kernel.Quantity;
import org.portcullis.risk.GateRules.Size;

/** What sizing rules write into: each states how much one limit permits; the smallest wins. */
public final class Sizes implements ErasableRecorder {

    private final List<Size> stated = new ArrayList<>();

    /** This limit permits at most that quantity. */
    public void atMost(String code, Quantity quantity) {
        stated.add(new Size(code, quantity));
    }

    /** Everything stated so far, in order. */
    public List<Size> stated() {
        return List.copyOf(stated);
    }

    @Override
    public void erase() {
        stated.clear();
    }

    @Override
    public List<String> recorded() {
        return stated.stream().map(size -> size.code() + " " + size.atMost()).toList();
    }
}
