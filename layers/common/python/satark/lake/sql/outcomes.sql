-- What came of the tips of the period, by district; no outcome: nobody has reported yet
SELECT
  district,
  CASE WHEN reported_at < ends THEN outcome END AS outcome,
  count(*) AS tips
FROM visible
WHERE filed_at >= starts AND filed_at < ends
GROUP BY 1, 2
ORDER BY 1, 2
