package org.portcullis.signal;

import java.util.function.Supplier;
import org.portcullis.journal.Journal;
import org.portcullis.market.MarketView;
import org.portcullis.signal.domain.MappingTable;

/**
 * Everything the desk asks.
 *
 * @param secrets  how sources prove themselves
 * @param rates    how much may come
 * @param journal  where raw bodies are written before anything is done with them
 * @param bodies   reads JSON
 * @param mappings the shapes in force
 * @param symbols  which instrument a ticker means
 * @param marks    the last believed prices
 * @param rules    the intake rules in force
 * @param store    where signals are kept
 * @param hearing  hears which source called
 */
public record SignalPorts(SourceSecrets secrets, RateGate rates, Journal journal, BodyFields bodies,
        Supplier<MappingTable> mappings, SymbolBook symbols, MarketView marks, IntakeRules rules, SignalStore store,
        CallHearing hearing) {
}
