-- Every tip as it stands, but those merged into another; an officer's report counts as action
SELECT
  case_id,
  min(CASE WHEN kind = 'tip_filed' THEN "at" END) AS filed_at,
  max_by(district, seq) FILTER (WHERE district IS NOT NULL) AS district,
  CASE WHEN NOT bool_or(kind = 'case_transferred') THEN max(thana) END AS thana,
  bool_or(kind = 'case_transferred') AS transferred,
  max(category) AS category,
  max(conflict) AS conflict,
  max_by(level, seq) FILTER (WHERE level IS NOT NULL) AS level,
  max(h3_r7) AS h3_r7,
  max(h3_r8) AS h3_r8,
  max(photos) AS photos,
  max(videos) AS videos,
  max(audios) AS audios,
  max(documents) AS documents,
  least(
    max(accept_by), coalesce(min(CASE WHEN what = 'accept' THEN "at" END), max(accept_by))
  ) AS accept_by,
  least(
    max(report_by), coalesce(min(CASE WHEN what = 'report' THEN "at" END), max(report_by))
  ) AS report_by,
  min(CASE
    WHEN kind = 'officer_acted' AND action <> 'not_mine'
      OR kind IN ('officer_reported', 'action_detailed') THEN "at"
  END) AS accepted_at,
  min(CASE
    WHEN action IN ('action_taken', 'nothing_found', 'false_information', 'closed')
      OR kind IN ('officer_reported', 'action_detailed') THEN "at"
  END) AS reported_at,
  min(CASE
    WHEN action IN ('nothing_found', 'false_information', 'closed') THEN "at"
  END) AS closed_at,
  coalesce(
    max_by(action, seq)
      FILTER (WHERE action IN ('action_taken', 'nothing_found', 'false_information')),
    CASE
      WHEN bool_or(kind IN ('officer_reported', 'action_detailed')) THEN 'action_taken'
      WHEN bool_or(action = 'closed') THEN 'closed'
    END
  ) AS outcome
-- A row that comes twice changes none of this: to seek such first would take three times as long
FROM arrivals
GROUP BY case_id
HAVING bool_or(kind = 'tip_filed') AND NOT bool_or(kind = 'case_merged')
