-- Every event of every case once
SELECT * FROM (
  SELECT a.*, row_number() OVER (PARTITION BY case_id, seq, dt ORDER BY kind) AS copy
  FROM arrivals a
) once
WHERE copy = 1
