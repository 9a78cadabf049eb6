-- Kinds of evidence that came with tips or later: how many tips have some, and how many files
SELECT
  kind,
  count(*) FILTER (WHERE files > 0) AS tips,
  sum(files) AS files
FROM (
  SELECT
    kind,
    CASE kind
      WHEN 'photo' THEN photos
      WHEN 'video' THEN videos
      WHEN 'audio' THEN audios
      ELSE documents
    END AS files
  FROM visible CROSS JOIN (VALUES ('photo'), ('video'), ('audio'), ('document')) AS kinds (kind)
  WHERE filed_at >= starts AND filed_at < ends
) counted
GROUP BY kind
HAVING sum(files) > 0
ORDER BY 2 DESC, 1
