-- Each district: tips, those of the period before, and what was open and overdue at the end
SELECT
  district,
  count(*) FILTER (WHERE filed_at >= starts) AS tips,
  count(*) FILTER (WHERE filed_at >= earlier AND filed_at < starts) AS tips_before,
  count(*) FILTER (WHERE open) AS open,
  count(*) FILTER (WHERE accept_overdue OR report_overdue) AS overdue
FROM (
  SELECT
    district, filed_at, starts, earlier,
    closed_at IS NULL OR closed_at >= ends AS open,
    accept_by < ends AND (accepted_at IS NULL OR accepted_at >= ends) AS accept_overdue,
    report_by < ends AND (reported_at IS NULL OR reported_at >= ends) AS report_overdue
  FROM visible
  WHERE filed_at < ends
) standing
GROUP BY 1
ORDER BY 1
