-- Tips of each station by the day in which they were filed
SELECT
  district,
  thana,
  CAST(date_trunc('day', filed_at) AS date) AS starts_on,
  count(*) AS tips
FROM visible
WHERE filed_at >= starts AND filed_at < ends
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
