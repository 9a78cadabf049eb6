-- When tips are filed: the day of the week, from Monday 1 to Sunday 7, and the hour
SELECT
  date_diff('day', date_trunc('week', filed_at), date_trunc('day', filed_at)) + 1 AS weekday,
  hour(filed_at) AS hour,
  count(*) AS tips
FROM visible
WHERE filed_at >= starts AND filed_at < ends
GROUP BY 1, 2
ORDER BY 1, 2
