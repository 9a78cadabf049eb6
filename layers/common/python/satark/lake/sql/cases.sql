-- The tips of the period and all that stands open at its end, the longest overdue first
SELECT
  case_id, filed_at, district, thana, category, level, status, due,
  coalesce(due < ends, FALSE) AS overdue
FROM (
  SELECT
    case_id, filed_at, district, thana, category, level, ends,
    CASE
      WHEN closed_at < ends THEN 'closed'
      WHEN reported_at < ends THEN 'action_taken'
      WHEN accepted_at < ends THEN 'accepted'
      ELSE 'received'
    END AS status,
    CASE
      WHEN accepted_at IS NULL OR accepted_at >= ends THEN accept_by
      WHEN reported_at IS NULL OR reported_at >= ends THEN report_by
    END AS due
  FROM visible
  WHERE filed_at < ends AND (filed_at >= starts OR closed_at IS NULL OR closed_at >= ends)
) standing
ORDER BY CASE WHEN due < ends THEN due END NULLS LAST, filed_at DESC, case_id
LIMIT 3000
