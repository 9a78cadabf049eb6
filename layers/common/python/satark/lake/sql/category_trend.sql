-- Tips of each category, and those of the period before
SELECT
  district,
  category,
  count(*) FILTER (WHERE filed_at >= starts) AS tips,
  count(*) FILTER (WHERE filed_at < starts) AS tips_before
FROM visible
WHERE filed_at >= earlier AND filed_at < ends
GROUP BY 1, 2
ORDER BY 1, 2
