-- Places with k tips or more: a tip counts in its small cell, or else in the rest of its large one
SELECT
  CASE WHEN beside >= k THEN 8 ELSE 7 END AS resolution,
  CASE WHEN beside >= k THEN h3_r8 ELSE h3_r7 END AS cell,
  count(*) AS tips
FROM (
  SELECT h3_r7, h3_r8, k, count(*) OVER (PARTITION BY h3_r8) AS beside
  FROM visible
  WHERE filed_at >= starts AND filed_at < ends AND h3_r8 IS NOT NULL
) placed
GROUP BY 1, 2
HAVING count(*) >= max(k)
ORDER BY 3 DESC, 2
