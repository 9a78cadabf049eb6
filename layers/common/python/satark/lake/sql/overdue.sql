-- Tips overdue at the end of the period, whenever filed, and since when the oldest has been
SELECT
  district,
  thana,
  level,
  count(*) AS overdue,
  count(*) FILTER (WHERE accept_overdue) AS accept_overdue,
  count(*) FILTER (WHERE report_overdue) AS report_overdue,
  min(CASE WHEN accept_overdue THEN accept_by ELSE report_by END) AS oldest
FROM (
  SELECT
    district, thana, level, accept_by, report_by,
    accept_by < ends AND (accepted_at IS NULL OR accepted_at >= ends) AS accept_overdue,
    report_by < ends AND (reported_at IS NULL OR reported_at >= ends) AS report_overdue
  FROM visible
  WHERE filed_at < ends
) standing
WHERE accept_overdue OR report_overdue
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
