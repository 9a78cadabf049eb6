-- Each look at a case or a file in the period, of the cases of a range office, the latest first
SELECT told.case_id, told.seq, told.kind, told."at", cases.district
FROM (
  SELECT case_id, seq, max(kind) AS kind, max("at") AS "at"
  FROM arrivals
  WHERE kind IN ('case_viewed', 'evidence_viewed')
  GROUP BY case_id, seq
) told
JOIN (
  SELECT case_id, max_by(district, seq) FILTER (WHERE district IS NOT NULL) AS district
  FROM arrivals
  GROUP BY case_id
) cases ON cases.case_id = told.case_id
CROSS JOIN asked
WHERE told."at" >= asked.starts AND told."at" < asked.ends
  AND asked.reader = 'range' AND strpos(asked.places, ',' || cases.district || ',') = 0
  AND (asked.only_district = '' OR cases.district = asked.only_district)
ORDER BY told."at" DESC, told.case_id, told.seq DESC
LIMIT 3000
