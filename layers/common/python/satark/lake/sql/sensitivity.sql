-- Tips of each level as it stands now, and those of the period before
SELECT
  district,
  level,
  count(*) FILTER (WHERE filed_at >= starts) AS tips,
  count(*) FILTER (WHERE filed_at < starts) AS tips_before
FROM visible
WHERE filed_at >= earlier AND filed_at < ends
GROUP BY 1, 2
ORDER BY 1, 2
