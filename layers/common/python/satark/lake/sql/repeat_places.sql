-- Small cells with k tips or more both in the period and in the one before
SELECT
  h3_r8 AS cell,
  count(*) FILTER (WHERE filed_at >= starts) AS tips,
  count(*) FILTER (WHERE filed_at < starts) AS tips_before
FROM visible
WHERE filed_at >= earlier AND filed_at < ends AND h3_r8 IS NOT NULL
GROUP BY h3_r8, k
HAVING
  count(*) FILTER (WHERE filed_at >= starts) >= k
  AND count(*) FILTER (WHERE filed_at < starts) >= k
ORDER BY 2 DESC, 1
