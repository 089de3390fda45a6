-- A position is long above zero and short below it (S2-PNL1); its cost stays a magnitude. What trades on margin moves
-- cash by fees, funding and realised profit only; how a position is accounted for is fixed when it is opened.
ALTER TABLE positions ADD COLUMN margin boolean NOT NULL DEFAULT false;
ALTER TABLE positions DROP CONSTRAINT positions_quantity_e8_check;
ALTER TABLE positions DROP CONSTRAINT positions_check;
ALTER TABLE positions ADD CONSTRAINT positions_flat_has_nothing
    CHECK (quantity_e8 <> 0 OR (cost_e8 = 0 AND entry_fees_e8 = 0));
