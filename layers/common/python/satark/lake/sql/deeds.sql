-- What was done and said in the period, whenever the tips were filed
SELECT
  district,
  count(*) FILTER (WHERE accepted_at >= starts AND accepted_at < ends) AS accepted,
  count(*) FILTER (WHERE reported_at >= starts AND reported_at < ends) AS reported,
  count(*) FILTER (WHERE closed_at >= starts AND closed_at < ends) AS closed,
  count(*) FILTER (WHERE fir) AS firs,
  coalesce(sum(arrests), 0) AS arrests,
  count(*) FILTER (WHERE seizure) AS seizures,
  count(*) FILTER (WHERE helpful) AS helpful,
  count(*) FILTER (WHERE NOT helpful) AS unhelpful
FROM visible LEFT JOIN (
  SELECT
    case_id,
    bool_or(fir) AS fir,
    sum(arrests) AS arrests,
    bool_or(seizure) AS seizure,
    bool_or(helpful) AS helpful
  FROM (
    SELECT
      case_id,
      seq,
      bool_or(fir) AS fir,
      max(arrests) AS arrests,
      bool_or(seizure) AS seizure,
      bool_or(helpful) AS helpful
    FROM arrivals CROSS JOIN asked
    WHERE kind IN ('action_detailed', 'tipster_rated')
      AND "at" >= asked.starts AND "at" < asked.ends
    GROUP BY case_id, seq
  ) once
  GROUP BY case_id
) told ON told.case_id = visible.case_id
GROUP BY 1
ORDER BY 1
