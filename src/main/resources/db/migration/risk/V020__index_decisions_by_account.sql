-- Budgets, rates and duplicates are judged by what an account's desk let pass lately (S2-REQ-STR3, B-R10, B-R12).
CREATE INDEX decisions_passed_by_account ON decisions_log (account, decided_at) WHERE outcome <> 'DENIED';
