-- Tips of each station by the fortnight in which they were filed: from the 1st and from the 16th
SELECT
  district,
  thana,
  CAST(
    CASE
      WHEN day(filed_at) < 16 THEN date_trunc('month', filed_at)
      ELSE date_trunc('month', filed_at) + INTERVAL '15' DAY
    END AS date
  ) AS starts_on,
  count(*) AS tips
FROM visible
WHERE filed_at >= starts AND filed_at < ends
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
