-- The typed facts of a judgement, so that it can be given again from the record alone; null when no rule was asked and
-- for decisions that are older than this column.
ALTER TABLE decisions_log ADD COLUMN judged_on jsonb;
