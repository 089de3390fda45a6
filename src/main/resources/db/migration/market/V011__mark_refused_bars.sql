-- A bar that the guards refused is kept, so that a warm start judges it again, and is not drawn.
ALTER TABLE market.bars ADD COLUMN believed boolean NOT NULL DEFAULT true;
