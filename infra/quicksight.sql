-- Tips by day and unit, without their numbers and places. Those about the police are in none of it:
-- QuickSight cannot tell whom a tip is about
SELECT
  date_trunc('day', filed_at) AS filed_on,
  district,
  thana,
  category,
  level,
  photos,
  videos,
  audios,
  documents,
  date_diff('second', filed_at, accepted_at) AS accepted_after,
  date_diff('second', filed_at, reported_at) AS reported_after,
  accepted_at IS NOT NULL AND accepted_at <= accept_by AS accepted_in_time,
  reported_at IS NOT NULL AND reported_at <= report_by AS reported_in_time,
  closed_at IS NULL AS open,
  outcome
FROM tips
WHERE conflict = 'none'
