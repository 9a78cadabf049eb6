-- Every event of every case once, whether it lies where it landed, in its day's Parquet, or in both
SELECT * FROM (
  SELECT e.*, row_number() OVER (PARTITION BY event_id, dt ORDER BY seq) AS copy
  FROM (SELECT * FROM landing UNION ALL SELECT * FROM compacted) e
) once
WHERE copy = 1
