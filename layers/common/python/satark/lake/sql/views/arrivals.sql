-- Rows as they came: until a day's files are cleared, one of them may lie in both tables
SELECT * FROM landing
UNION ALL
SELECT * FROM compacted
